import { type Insertable, type Selectable, sql } from 'kysely';
import { insertMany, planAnew, type Tables, type Tx } from '../../database/index.ts';
import type { Award, AwardState, Recipient, RevocationReason } from './award.ts';

export const AWARD = [
  'id',
  'institutionId',
  'issuerId',
  'designId',
  'versionId',
  'batchId',
  'personId',
  'state',
  'publicId',
  'url',
  'subjectId',
  'language',
  'awardedOn',
  'expiresOn',
  'result',
  'evidence',
  'narrative',
  'reference',
  'audience',
  'audienceBy',
  'undoUntil',
  'createdAt',
  'grantedAt',
  'claimedAt',
  'revokedAt',
  'revocationReason',
  'revocationNote',
  'erasedAt',
] as const;

export function toAward(row: Pick<Selectable<Tables['awards']>, (typeof AWARD)[number]>): Award {
  return row as unknown as Award; // jsonb columns hold what grantAwards() wrote
}

export type NewAward = {
  readonly award: Insertable<Tables['awards']>;
  readonly recipient: Insertable<Tables['awardRecipients']>;
};

const CHUNK = 500;

/**
 * One statement a chunk. A recipient who already has a standing award of this version is left out: the unique
 * index decides, so two grants at once cannot both win.
 *
 * @returns ids of the awards that were written
 */
export async function insertAwards(tx: Tx, rows: readonly NewAward[]): Promise<Set<string>> {
  const written = new Set<string>();
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const inserted = await insertMany<'awards', { readonly id: string }>(
      tx,
      'awards',
      chunk.map((row) => row.award),
      {
        json: ['result', 'evidence'],
        after: sql`ON CONFLICT (institution_id, version_id, recipient_key)
          WHERE state IN ('pending', 'offered', 'claimed') DO NOTHING RETURNING id`,
      },
    );
    for (const { id } of inserted) written.add(id);
    if (from === 0 && chunk.length === CHUNK) await planAnew(tx);
    const recipients = chunk.filter((row) => written.has(row.award.id)).map((row) => row.recipient);
    await insertMany(tx, 'awardRecipients', recipients);
  }
  return written;
}

export async function listStandingKeys(
  tx: Tx,
  versionId: string,
  keys: readonly Buffer[],
): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx
    .selectFrom('awards')
    .select('recipientKey')
    .where('versionId', '=', versionId)
    .where('recipientKey', 'in', [...keys])
    .where('state', 'in', ['pending', 'offered', 'claimed'])
    .execute();
  return new Set(rows.map((row) => row.recipientKey.toString('hex')));
}

export async function findAward(tx: Tx, id: string): Promise<Award | undefined> {
  const row = await tx.selectFrom('awards').select(AWARD).where('id', '=', id).executeTakeFirst();
  return row && toAward(row);
}

/** Locked: whoever signs and whoever revokes follow each other. */
export async function lockAward(tx: Tx, id: string): Promise<Award | undefined> {
  const row = await tx.selectFrom('awards').select(AWARD).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toAward(row);
}

export async function lockAwards(tx: Tx, ids: readonly string[]): Promise<Award[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('awards')
    .select(AWARD)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(toAward);
}

/** Every award that the context lets this person see: theirs, and those offered to an address they have proven. */
export async function listVisibleAwards(tx: Tx): Promise<Award[]> {
  const rows = await tx
    .selectFrom('awards')
    .select(AWARD)
    .orderBy('awardedOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toAward);
}

export function findRecipient(tx: Tx, awardId: string): Promise<Recipient | undefined> {
  return tx
    .selectFrom('awardRecipients')
    .select(['awardId', 'personId', 'name', 'nameSource', 'email', 'identifier', 'offerWithheldAt', 'salt'])
    .where('awardId', '=', awardId)
    .executeTakeFirst();
}

export function listRecipients(tx: Tx, awardIds: readonly string[]): Promise<Recipient[]> {
  if (awardIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('awardRecipients')
    .select(['awardId', 'personId', 'name', 'nameSource', 'email', 'identifier', 'offerWithheldAt', 'salt'])
    .where('awardId', 'in', [...awardIds])
    .execute();
}

/** Whose letter has not left yet. */
export async function isOfferUnsent(tx: Tx, awardId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('awardRecipients')
    .select(['offerSentAt', 'offerWithheldAt'])
    .where('awardId', '=', awardId)
    .executeTakeFirst();
  return row !== undefined && row.offerSentAt === null && row.offerWithheldAt === null;
}

export async function markOfferSent(tx: Tx, awardId: string, at: Date): Promise<void> {
  await tx.updateTable('awardRecipients').set({ offerSentAt: at }).where('awardId', '=', awardId).execute();
}

export async function markOfferWithheld(tx: Tx, awardId: string, at: Date): Promise<void> {
  await tx
    .updateTable('awardRecipients')
    .set({ offerWithheldAt: at })
    .where('awardId', '=', awardId)
    .execute();
}

/** Moves an award that still stands in `from`; false when another hand was first. */
export async function moveAward(
  tx: Tx,
  id: string,
  from: readonly AwardState[],
  change: { state: AwardState; personId?: string; claimedAt?: Date; declinedAt?: Date },
): Promise<boolean> {
  const row = await tx
    .updateTable('awards')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function settleRecipient(
  tx: Tx,
  awardId: string,
  change: { personId: string; name?: string; nameSource?: Recipient['nameSource'] },
): Promise<void> {
  await tx.updateTable('awardRecipients').set(change).where('awardId', '=', awardId).execute();
}

export async function markRevoked(
  tx: Tx,
  id: string,
  input: { at: Date; reason: RevocationReason; note: string | null },
): Promise<void> {
  await tx
    .updateTable('awards')
    .set({
      state: 'revoked',
      revokedAt: input.at,
      revocationReason: input.reason,
      revocationNote: input.note,
    })
    .where('id', '=', id)
    .execute();
}

/** Only what is still pending; an undone award leaves nothing but its audit line. */
export async function deletePending(
  tx: Tx,
  by: { batchId: string } | { id: string },
  now: Date,
): Promise<string[]> {
  const [[column, value]] = Object.entries(by) as [['batchId' | 'id', string]]; // one of the two
  const rows = await tx
    .deleteFrom('awards')
    .where(column, '=', value)
    .where('state', '=', 'pending')
    .where('undoUntil', '>', now)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** The window is over: what still stands is granted now. */
export async function grantPending(tx: Tx, batchId: string, now: Date): Promise<string[]> {
  const rows = await tx
    .updateTable('awards')
    .set({ state: 'offered', grantedAt: now, undoUntil: null })
    .where('batchId', '=', batchId)
    .where('state', '=', 'pending')
    .where('undoUntil', '<=', now)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

export type AwardFilter = {
  readonly design?: string;
  /** All that the reader reaches; absent: everything of the institution. */
  readonly designs?: readonly string[];
  /** Those with a tag of the institution. */
  readonly tagged?: readonly string[];
  readonly state?: AwardState;
  readonly text?: string;
  readonly batch?: string;
  readonly before?: string;
  readonly limit: number;
};

/** Newest first; `before` is the id of the last one seen. */
export async function listAwards(
  tx: Tx,
  filter: AwardFilter,
): Promise<{ award: Award; recipient: Recipient | undefined }[]> {
  let query = tx
    .selectFrom('awards')
    .leftJoin('awardRecipients', 'awardRecipients.awardId', 'awards.id')
    .select(AWARD.map((column) => `awards.${column}` as const))
    .select([
      'awardRecipients.name as recipientName',
      'awardRecipients.email as recipientEmail',
      'awardRecipients.identifier as recipientIdentifier',
      'awardRecipients.nameSource',
      'awardRecipients.offerWithheldAt',
      'awardRecipients.salt',
    ])
    .orderBy('awards.id', 'desc')
    .limit(filter.limit);
  if (filter.design) query = query.where('awards.designId', '=', filter.design);
  for (const designs of [filter.designs, filter.tagged])
    if (designs) query = query.where('awards.designId', '=', sql<string>`any(${[...designs]}::uuid[])`);
  if (filter.state) query = query.where('awards.state', '=', filter.state);
  if (filter.batch) query = query.where('awards.batchId', '=', filter.batch);
  if (filter.before) query = query.where('awards.id', '<', filter.before);
  if (filter.text) {
    const pattern = `%${filter.text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    query = query.where((where) =>
      where.or([
        where(sql`lower(award_recipients.name)`, 'like', pattern),
        where('awardRecipients.email', 'like', pattern),
        where('awardRecipients.identifier', 'like', pattern),
      ]),
    );
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    award: toAward(row),
    recipient:
      row.salt === null
        ? undefined
        : {
            awardId: row.id,
            personId: row.personId,
            name: row.recipientName,
            nameSource: row.nameSource ?? 'issuer',
            email: row.recipientEmail,
            identifier: row.recipientIdentifier,
            offerWithheldAt: row.offerWithheldAt,
            salt: row.salt,
          },
  }));
}

/** Everything that was ever awarded, whatever became of it. */
export async function countInstitutionAwards(tx: Tx, institutionId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('awards')
    .select((query) => query.fn.countAll<string>().as('count'))
    .where('institutionId', '=', institutionId)
    .where('state', '<>', 'pending')
    .executeTakeFirstOrThrow();
  return Number(count);
}

const LIKE_LIMIT = 500;

/** Whose name, address or identifier holds this text, in any case of letters. */
export function findRecipientsLike(
  tx: Tx,
  text: string,
): Promise<{ awardId: string; personId: string | null }[]> {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return tx
    .selectFrom('awardRecipients')
    .select(['awardId', 'personId'])
    .where((where) =>
      where.or([
        where(sql`lower(name)`, 'like', pattern),
        where('email', 'like', pattern),
        where('identifier', 'like', pattern),
      ]),
    )
    .limit(LIKE_LIMIT)
    .execute();
}

export async function listVersionsOfAwards(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; versionId: string; language: string }[]> {
  if (ids.length === 0) return [];
  return await tx
    .selectFrom('awards')
    .select(['id', 'versionId', 'language'])
    .where('id', 'in', [...ids])
    .execute();
}
