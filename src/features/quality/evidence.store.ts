import type { Insertable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type KeptEvidence = { readonly body: string; readonly digest: Buffer; readonly madeAt: Date };

export async function insertEvidence(tx: Tx, row: Insertable<Tables['qualityEvidence']>): Promise<void> {
  await tx.insertInto('qualityEvidence').values(row).execute();
}

/** The newest of a cycle. */
export function findEvidence(tx: Tx, cycleId: string): Promise<KeptEvidence | undefined> {
  return tx
    .selectFrom('qualityEvidence')
    .select(['body', 'digest', 'madeAt'])
    .where('cycleId', '=', cycleId)
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
