/** Batches: what was asked for at once, and what became of each row. */
import type { Insertable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { AwardState } from './award.ts';

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
