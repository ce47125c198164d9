import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type InstitutionRequest = Selectable<Tables['institutionRequests']>;

/** @returns false when there is an open one for that home organisation: it stays as it is */
export async function insertRequest(
  tx: Tx,
  row: Insertable<Tables['institutionRequests']>,
): Promise<boolean> {
  const written = await tx
    .insertInto('institutionRequests')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function countRequestsSince(
  tx: Tx,
  since: Date,
): Promise<{ readonly all: number; readonly ofAddress: (address: string) => number }> {
  const rows = await tx
    .selectFrom('institutionRequests')
    .select('contactAddress')
    .where('createdAt', '>', since)
    .execute();
  return {
    all: rows.length,
    ofAddress: (address) => rows.filter(({ contactAddress }) => contactAddress === address).length,
  };
}

/** Those that wait first, then the newest. */
export function listRequests(tx: Tx): Promise<InstitutionRequest[]> {
  return tx
    .selectFrom('institutionRequests')
    .selectAll()
    .orderBy((order) => order.case().when('state', '=', 'waiting').then(0).else(1).end())
    .orderBy('createdAt', 'desc')
    .limit(200)
    .execute();
}

export function findRequest(tx: Tx, id: string): Promise<InstitutionRequest | undefined> {
  return tx.selectFrom('institutionRequests').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Two who answer the same request follow each other. */
export function lockRequest(tx: Tx, id: string): Promise<InstitutionRequest | undefined> {
  return tx.selectFrom('institutionRequests').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function updateRequest(
  tx: Tx,
  id: string,
  change: Updateable<Tables['institutionRequests']>,
): Promise<void> {
  await tx.updateTable('institutionRequests').set(change).where('id', '=', id).execute();
}

export async function forgetRequestsBefore(tx: Tx, before: Date): Promise<void> {
  await tx
    .updateTable('institutionRequests')
    .set({ contactName: null, contactAddress: null, reason: null })
    .where('state', '=', 'declined')
    .where('decidedAt', '<', before)
    .where('contactAddress', 'is not', null)
    .execute();
}
