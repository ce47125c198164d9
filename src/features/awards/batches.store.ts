/** Batches: what was asked for at once, and what became of each row. */
import { type Insertable, sql } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { AwardState } from './award.ts';
import type { RowFate } from './awards.schema.ts';

export type Batch = {
  readonly id: string;
  /** Internal; what a batch grants is one design. */
  readonly designId: string | null;
  readonly requestHash: Buffer;
  readonly rows: unknown;
  readonly undoUntil: Date | null;
  readonly undoneAt: Date | null;
};

/** Null when the key was used before: the unique index decides between two requests at once. */
export async function insertBatch(tx: Tx, row: Insertable<Tables['batches']>): Promise<boolean> {
  const inserted = await tx
    .insertInto('batches')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['institutionId', 'actorId', 'idempotencyKey'])
        .where('idempotencyKey', 'is not', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function saveBatchRows(tx: Tx, id: string, rows: string): Promise<void> {
  await tx.updateTable('batches').set({ rows }).where('id', '=', id).execute();
}

export function findBatch(tx: Tx, id: string): Promise<Batch | undefined> {
  return tx
    .selectFrom('batches')
    .select(['id', 'designId', 'requestHash', 'rows', 'undoUntil', 'undoneAt'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export function findBatchByKey(tx: Tx, actorId: string, key: string): Promise<Batch | undefined> {
  return tx
    .selectFrom('batches')
    .select(['id', 'designId', 'requestHash', 'rows', 'undoUntil', 'undoneAt'])
    .where('actorId', '=', actorId)
    .where('idempotencyKey', '=', key)
    .executeTakeFirst();
}

export async function markBatchUndone(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('batches').set({ undoneAt: at }).where('id', '=', id).execute();
}

export async function listStatesOfBatch(tx: Tx, batchId: string): Promise<Map<string, AwardState>> {
  const rows = await tx.selectFrom('awards').select(['id', 'state']).where('batchId', '=', batchId).execute();
  return new Map(rows.map((row) => [row.id, row.state]));
}

/** The institution's own name for a row may be a student number: it goes with the person. */
export async function forgetReferences(
  tx: Tx,
  awards: readonly { readonly id: string; readonly batchId: string | null }[],
): Promise<void> {
  const ids = new Set(awards.map(({ id }) => id));
  for (const batchId of new Set(awards.flatMap((award) => award.batchId ?? []))) {
    const batch = await findBatch(tx, batchId);
    if (!batch) continue;
    const rows = (batch.rows as RowFate[]).map(
      (
        { reference, ...row }, // written by grantAwards()
      ) => (reference !== undefined && !ids.has(row.award ?? '') ? { ...row, reference } : row),
    );
    await saveBatchRows(tx, batchId, JSON.stringify(rows));
  }
}

/** Old lists keep what became of each row, and no longer what the institution called it. */
export async function forgetOldReferences(tx: Tx, before: Date): Promise<void> {
  await sql`UPDATE batches SET rows = coalesce(
      (SELECT jsonb_agg(row - 'reference') FROM jsonb_array_elements(rows) AS row), '[]')
    WHERE created_at < ${before} AND rows @? '$[*].reference'`.execute(tx);
}
