import type { Insertable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { Listing, RevokedEntry } from '../../formats/index.ts';

/** Once for an award and list: signing again names the same id. */
export async function insertListing(tx: Tx, row: Insertable<Tables['statusListings']>): Promise<void> {
  await tx
    .insertInto('statusListings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['awardId', 'listing']).doNothing())
    .execute();
}

/** A listing is never taken back, like a status bit. */
export async function markListed(
  tx: Tx,
  awardIds: readonly string[],
  { at, reason }: { readonly at: Date; readonly reason: string | null },
): Promise<void> {
  await tx
    .updateTable('statusListings')
    .set({ revokedAt: at, reason })
    .where('awardId', 'in', [...awardIds])
    .where('revokedAt', 'is', null)
    .execute();
}

export async function listRevoked(tx: Tx, issuerId: string, listing: Listing): Promise<RevokedEntry[]> {
  const rows = await tx
    .selectFrom('statusListings')
    .select(['listedId', 'reason'])
    .where('issuerId', '=', issuerId)
    .where('listing', '=', listing)
    .where('revokedAt', 'is not', null)
    .orderBy('revokedAt')
    .orderBy('listedId')
    .execute();
  return rows.map(({ listedId, reason }) => ({ id: listedId, ...(reason === null ? {} : { reason }) }));
}
