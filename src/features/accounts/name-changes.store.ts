import type { Insertable, Selectable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type NameChange = Selectable<Tables['nameChanges']>;

export async function insertNameChange(tx: Tx, row: Insertable<Tables['nameChanges']>): Promise<void> {
  await tx.insertInto('nameChanges').values(row).execute();
}

/** Newest first. */
export function listNameChanges(tx: Tx, personId: string): Promise<NameChange[]> {
  return tx
    .selectFrom('nameChanges')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
