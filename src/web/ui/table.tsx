import type { ReactNode } from 'react';
import { joinClasses } from './class-names.ts';

export type Column<Row> = {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the right. */
  readonly number?: boolean;
};

type TableProps<Row> = {
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly finding?: (row: Row) => 'failed' | 'warning' | undefined;
  /** When narrow: a list of labelled facts, or sideways scrolling of the table alone. */
  readonly narrow?: 'stack' | 'scroll';
};

export function Table<Row>({ caption, columns, rows, rowKey, finding, narrow = 'stack' }: TableProps<Row>) {
  const table = (
    <table className={joinClasses('table', narrow === 'stack' && 'table-stack')}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, head, number }) => (
            <th key={key} scope="col" className={number ? 'number' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} id={`row-${rowKey(row)}`} data-finding={finding?.(row)}>
            {columns.map((column, index) => (
              <Cell key={column.key} column={column} row={row} isFirst={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (narrow === 'stack') return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-scroll" aria-label={caption} tabIndex={0}>
      {table}
    </section>
  );
}

type CellProps<Row> = { readonly column: Column<Row>; readonly row: Row; readonly isFirst: boolean };

function Cell<Row>({ column, row, isFirst }: CellProps<Row>) {
  const shared = { 'data-label': column.head, className: column.number ? 'number' : undefined };
  const content = <div>{column.cell(row)}</div>;
  if (isFirst)
    return (
      <th scope="row" {...shared}>
        {content}
      </th>
    );
  return <td {...shared}>{content}</td>;
}
