import type { RecipientRow, RowFate } from '../../../features/awards/awards.schema.ts';
import type { GradeScheme } from '../../../formats/facts.ts';
import { formatNumber } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { type RowState, RowStateMark } from '../../ui/state-mark.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { sayRefusal } from '../award-words.ts';
import type { DryRun } from './wizard.ts';

/** More than anybody reads; rows with a fault are always shown. */
const SHOWN = 200;

type Row = RowFate & { readonly recipient: RecipientRow };

export function DryRunStep({ run, scheme }: { readonly run: DryRun; readonly scheme: GradeScheme }) {
  const t = useT();
  const rows: readonly Row[] = run.fates.map((fate) => ({ ...fate, recipient: run.rows[fate.row] ?? {} }));
  const refused = rows.filter(({ fate }) => fate === 'refused');
  const ready = rows.filter(({ fate }) => fate === 'ready').length;
  const shown = rows.filter((row, at) => at < SHOWN || row.fate === 'refused');
  return (
    <form method="post">
      <input type="hidden" name="rows" value={JSON.stringify(run.rows)} />
      <input type="hidden" name="typed" value={JSON.stringify(run.typed)} />
      <input type="hidden" name="key" value={run.key} />
      {/* Enter in a cell checks again; nothing is granted by accident. */}
      <button
        type="submit"
        name="intent"
        value="recheck"
        className="sr-only"
        tabIndex={-1}
        aria-hidden="true"
      />
      {refused.length > 0 && (
        <div className="mt-6">
          <ErrorSummary
            title={t('award.to-correct', { count: refused.length })}
            faults={refused.slice(0, 20).map(({ row, problem }) => ({
              href: `#row-${row}`,
              text: t('studio.dry.fault', { row: row + 1, fault: problem ? sayRefusal(t, problem) : '' }),
            }))}
          />
        </div>
      )}
      <div className="mt-8">
        <DryRunTable rows={shown} scheme={scheme} />
        {shown.length < rows.length && (
          <p className="s mt-3 text-ink2">{t('studio.dry.more', { count: rows.length - shown.length })}</p>
        )}
      </div>
      <Foot ready={ready} rows={rows} refused={refused.length} mode={run.mode} />
    </form>
  );
}

function DryRunTable({ rows, scheme }: { readonly rows: readonly Row[]; readonly scheme: GradeScheme }) {
  const t = useT();
  const columns: [Column<Row>, ...Column<Row>[]] = [
    { key: 'row', head: t('studio.dry.row'), cell: ({ row }) => row + 1 },
    { key: 'state', head: t('studio.awards.state'), cell: (row) => <RowStateMark state={stateOf(row)} /> },
    {
      key: 'name',
      head: t('studio.award.name'),
      cell: (row) => <CellOf row={row} field="name" label={t('studio.award.name')} />,
    },
    {
      key: 'address',
      head: t('studio.dry.address'),
      cell: (row) => (
        <CellOf
          row={row}
          field={row.recipient.identifier && !row.recipient.email ? 'identifier' : 'email'}
          label={t('studio.dry.address')}
        />
      ),
    },
    {
      key: 'result',
      head: t('studio.awards.result'),
      cell: (row) => (
        <CellOf
          row={row}
          field="result"
          label={
            scheme.scheme === '1-10'
              ? t('studio.who.mark.hint', { mark: scheme.passMark })
              : t('studio.awards.result')
          }
        />
      ),
    },
    {
      key: 'found',
      head: t('studio.dry.found'),
      cell: ({ problem }) =>
        problem ? (
          <b>{sayRefusal(t, problem)}</b>
        ) : (
          <span className="text-ink2">{t('studio.dry.nothing')}</span>
        ),
    },
  ];
  return (
    <Table
      caption={t('studio.step.check.title')}
      columns={columns}
      rows={rows}
      rowKey={({ row }) => String(row)}
      finding={({ fate }) => (fate === 'refused' ? 'failed' : undefined)}
    />
  );
}

function stateOf({ fate, problem }: RowFate): RowState {
  if (fate === 'ready') return 'ready';
  if (fate === 'refused') return 'error';
  return problem?.code === 'awards/twice-in-list' ? 'duplicate' : 'has-it';
}

type CellProps = {
  readonly row: Row;
  readonly field: 'email' | 'identifier' | 'name' | 'result';
  readonly label: string;
};

/** A row with a fault is corrected where it stands. */
function CellOf({ row, field, label }: CellProps) {
  const t = useT();
  const value = row.recipient[field] ?? '';
  if (row.fate !== 'refused') return value || '–';
  return (
    <input
      type="text"
      name={`row.${row.row}.${field}`}
      defaultValue={value}
      aria-label={t('studio.dry.cell', { row: row.row + 1, field: label })}
      className="control control-dense"
      autoComplete="off"
    />
  );
}

type FootProps = {
  readonly rows: readonly Row[];
  readonly ready: number;
  readonly refused: number;
  readonly mode: DryRun['mode'];
};

/** What will happen, in numbers; the primary button says it again. */
function Foot({ rows, ready, refused, mode }: FootProps) {
  const t = useT();
  const locale = useLocale();
  const skipped = rows.length - ready - refused;
  return (
    <div className="dry-foot">
      <dl className="figures">
        {(
          [
            ['studio.dry.will', ready, false],
            ['studio.dry.skipped', skipped, false],
            ['studio.dry.correct', refused, refused > 0],
          ] as const
        ).map(([key, count, isFault]) => (
          <div key={key}>
            <dt className="s text-ink2">{t(key)}</dt>
            <dd className={isFault ? 'figure-number text-failed' : 'figure-number'}>
              {formatNumber(locale, count)}
            </dd>
          </div>
        ))}
      </dl>
      <p className="s measure text-ink2">{t(mode === 'many' ? 'studio.dry.undo' : 'studio.dry.at-once')}</p>
      <div className="button-row button-row-fill">
        <Button name="intent" value="change">
          {t('studio.dry.back')}
        </Button>
        {refused > 0 && (
          <Button name="intent" value="recheck">
            {t('studio.dry.recheck')}
          </Button>
        )}
        <Button
          variant="primary"
          name="intent"
          value="grant"
          unavailable={ready === 0 && t('studio.dry.nobody')}
        >
          {refused > 0 && ready > 0
            ? t('studio.dry.grant-without', { count: ready, faults: refused })
            : t('studio.dry.grant', { count: ready })}
        </Button>
      </div>
    </div>
  );
}
