/** What strangers may see of awards: the wall lets them find no other row, and no other column. */
import { sql } from 'kysely';
import type { Tx } from '../../database/index.ts';
import type { Award, Recipient } from './award.ts';

const SHOWN = [
  'id',
  'institutionId',
  'issuerId',
  'versionId',
  'state',
  'publicId',
  'url',
  'language',
  'awardedOn',
  'expiresOn',
  'narrative',
  'grantedAt',
  'revokedAt',
  'revocationReason',
] as const;

/** As much of an award as strangers may ever see: the bearer of its offer, or the readers of its public page. */
export type ShownAward = Pick<Award, (typeof SHOWN)[number]>;

/** The award behind the secret link; the context must carry its hash. */
export async function findOfferedAward(tx: Tx): Promise<ShownAward | undefined> {
  const row = await tx
    .selectFrom('awards')
    .select(SHOWN)
    .where('id', 'in', (query) =>
      query
        .selectFrom('awardRecipients')
        .select('awardId')
        .where('offerHash', '=', sql<Buffer>`current_capability()`),
    )
    .executeTakeFirst();
  return row as ShownAward | undefined; // the check constraint of revocation_reason is ours
}

export type ShownRecipient = Pick<Recipient, 'name' | 'email' | 'identifier'>;

export function findShownRecipient(tx: Tx, awardId: string): Promise<ShownRecipient | undefined> {
  return tx
    .selectFrom('awardRecipients')
    .select(['name', 'email', 'identifier'])
    .where('awardId', '=', awardId)
    .executeTakeFirst();
}

/** The wall lets strangers find published awards only. */
export async function findPublishedAward(tx: Tx, publicId: string): Promise<ShownAward | undefined> {
  const row = await tx.selectFrom('awards').select(SHOWN).where('publicId', '=', publicId).executeTakeFirst();
  return row as ShownAward | undefined; // as above
}
