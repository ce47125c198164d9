import type { Insertable, Selectable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type PendingSignIn = Selectable<Tables['signIns']>;

export async function insertSignIn(tx: Tx, row: Insertable<Tables['signIns']>): Promise<void> {
  await tx.insertInto('signIns').values(row).execute();
}

/** Taken once: a second callback with the same state finds nothing. */
export function takeSignIn(
  tx: Tx,
  key: { readonly browserHash: Buffer; readonly state: string },
): Promise<PendingSignIn | undefined> {
  return tx
    .deleteFrom('signIns')
    .where('browserHash', '=', key.browserHash)
    .where('state', '=', key.state)
    .returningAll()
    .executeTakeFirst();
}

export async function deleteExpiredSignIns(tx: Tx, at: Date): Promise<void> {
  await tx.deleteFrom('signIns').where('expiresAt', '<=', at).execute();
}
