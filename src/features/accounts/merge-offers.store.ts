import type { Insertable, Selectable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type MergeOffer = Selectable<Tables['mergeOffers']>;

/** One open offer a session. */
export async function replaceMergeOffer(tx: Tx, row: Insertable<Tables['mergeOffers']>): Promise<void> {
  await tx.deleteFrom('mergeOffers').where('sessionId', '=', row.sessionId).execute();
  await tx.insertInto('mergeOffers').values(row).execute();
}

export type OfferKey = {
  readonly sessionId: string;
  readonly browserHash: Buffer;
  readonly personId: string;
};

export function findMergeOffer(tx: Tx, key: OfferKey, at: Date): Promise<MergeOffer | undefined> {
  return tx
    .selectFrom('mergeOffers')
    .selectAll()
    .where('sessionId', '=', key.sessionId)
    .where('browserHash', '=', key.browserHash)
    .where('personId', '=', key.personId)
    .where('expiresAt', '>', at)
    .executeTakeFirst();
}

/** Taken once: of two confirmations at once, one finds it. */
export function takeMergeOffer(tx: Tx, key: OfferKey, at: Date): Promise<MergeOffer | undefined> {
  return tx
    .deleteFrom('mergeOffers')
    .where('sessionId', '=', key.sessionId)
    .where('browserHash', '=', key.browserHash)
    .where('personId', '=', key.personId)
    .where('expiresAt', '>', at)
    .returningAll()
    .executeTakeFirst();
}
