import type { Insertable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type Comment = {
  readonly id: string;
  readonly pointer: string;
  readonly criterion: string | null;
  readonly text: string;
  readonly byId: string;
  readonly at: Date;
  readonly resolvedAt: Date | null;
};

export async function insertComment(tx: Tx, row: Insertable<Tables['qualityComments']>): Promise<void> {
  await tx.insertInto('qualityComments').values(row).execute();
}

export function listComments(tx: Tx, cycleId: string): Promise<Comment[]> {
  return tx
    .selectFrom('qualityComments')
    .select(['id', 'pointer', 'criterion', 'text', 'byId', 'at', 'resolvedAt'])
    .where('cycleId', '=', cycleId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** @returns false when there is no such open remark in this cycle */
export async function resolveComment(
  tx: Tx,
  input: { readonly id: string; readonly cycleId: string; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const row = await tx
    .updateTable('qualityComments')
    .set({ resolvedAt: input.at, resolvedBy: input.by })
    .where('id', '=', input.id)
    .where('cycleId', '=', input.cycleId)
    .where('resolvedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
