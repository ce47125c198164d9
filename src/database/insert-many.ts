/**
 * Hundreds of rows as one parameter of one statement, which is the same for any number of rows: naming and writing
 * each value of each row is most of the time that an insertion takes.
 */
import { type Insertable, type RawBuilder, sql } from 'kysely';
import type { Tx } from './contexts.ts';
import type { Tables } from './tables.ts';

type Table = keyof Tables & string;

export type InsertManyOptions<Row> = {
  /** Columns whose values are JSON text. */
  readonly json?: readonly (keyof Row & string)[];
  /** What follows the rows: `ON CONFLICT`, `RETURNING`. */
  readonly after?: RawBuilder<unknown>;
};

/** All rows have the members of the first; a default of the table counts for none of them. */
export async function insertMany<Name extends Table, Returned = unknown>(
  tx: Tx,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
  { json = [], after = sql`` }: InsertManyOptions<Insertable<Tables[Name]>> = {},
): Promise<readonly Returned[]> {
  const [first] = rows;
  if (!first) return [];
  const columns = Object.keys(first);
  const isJson = (column: string) => json.some((name) => name === column);
  const values = columns.map((column) =>
    isJson(column) ? sql`(${sql.ref(column)} #>> '{}')::jsonb` : sql.ref(column),
  );
  const names = new Map(columns.map((column) => [column, snakeCase(column)]));
  const text = JSON.stringify(rows.map((row) => asMembers(row, names)));
  const { rows: returned } = await sql<Returned>`
    INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    SELECT ${sql.join(values)} FROM json_populate_recordset(null::${sql.table(table)}, ${text}::json)
    ${after}`.execute(tx);
  return returned;
}

function asMembers(row: object, names: ReadonlyMap<string, string>): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    const name = names.get(column);
    if (name === undefined) throw new TypeError(`the first row has no ${column}`);
    members[name] = value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;
  }
  return members;
}

/** As Kysely's plugin writes the names of columns. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
