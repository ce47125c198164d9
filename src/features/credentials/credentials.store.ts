import { type Insertable, type Selectable, sql } from 'kysely';
import { insertMany, planAnew, type Tables, type Tx } from '../../database/index.ts';
import type { FormatId } from '../../formats/index.ts';
import { lastListedAt } from '../status/index.ts';
import type { Edition, Publication, StoredDocument } from './document.ts';

const DOCUMENT = ['awardId', 'edition', 'format', 'bytes', 'signedAt'] as const;

/** What has so many documents at once may have been awarded just now. */
const MANY = 100;

/** Replaces the document of the same award, edition, format and holder's key: running again is harmless. */
export async function saveDocuments(tx: Tx, rows: readonly Insertable<Tables['documents']>[]): Promise<void> {
  if (rows.length === 0) return;
  if (rows.length >= MANY) await planAnew(tx);
  await insertMany(tx, 'documents', rows, {
    after: sql`ON CONFLICT (award_id, edition, format, holder_key) DO UPDATE SET id = excluded.id,
      person_id = excluded.person_id, language = excluded.language, revision = excluded.revision,
      bytes = excluded.bytes, digest = excluded.digest, signed_at = excluded.signed_at`,
  });
}

export async function listDocumented(
  tx: Tx,
  awardIds: readonly string[],
  edition: Edition,
  format: FormatId,
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('documents')
    .select('awardId')
    .where('awardId', 'in', [...awardIds])
    .where('edition', '=', edition)
    .where('format', '=', format)
    .execute();
  return new Set(rows.map((row) => row.awardId));
}

export async function findDocument(
  tx: Tx,
  awardId: string,
  edition: Edition,
  format: FormatId,
): Promise<StoredDocument | undefined> {
  const row = await tx
    .selectFrom('documents')
    .select(DOCUMENT)
    .where('awardId', '=', awardId)
    .where('edition', '=', edition)
    .where('format', '=', format)
    .executeTakeFirst();
  return row as StoredDocument | undefined; // format is one that saveDocuments() wrote
}

/** Only what was signed for the choice that stands now. One query, whatever the reason that there is nothing. */
export async function findPublicDocument(
  tx: Tx,
  publicId: string,
  format: FormatId,
): Promise<StoredDocument | undefined> {
  const row = await tx
    .selectFrom('documents')
    .innerJoin('publications', 'publications.awardId', 'documents.awardId')
    .select(DOCUMENT.map((column) => `documents.${column}` as const))
    .where('documents.publicId', '=', publicId)
    .where('documents.edition', '=', 'public')
    .where('documents.format', '=', format)
    .whereRef('documents.revision', '=', 'publications.revision')
    .executeTakeFirst();
  return row as StoredDocument | undefined; // as above
}

/** All that its page follows from and that changes, but for names and the day. */
export async function findPublicStamp(
  tx: Tx,
  publicId: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  return await tx
    .selectFrom('documents')
    .innerJoin('publications', 'publications.awardId', 'documents.awardId')
    .innerJoin('awards', 'awards.id', 'documents.awardId')
    .select(['documents.id', 'publications.revision', 'awards.state', 'awards.revokedAt'])
    .select(lastListedAt('awards.issuerId').as('listedAt'))
    .where('documents.publicId', '=', publicId)
    .where('documents.edition', '=', 'public')
    .where('documents.format', '=', 'ob3-data-integrity')
    .whereRef('documents.revision', '=', 'publications.revision')
    .executeTakeFirst();
}

export async function deleteDocuments(tx: Tx, awardId: string, edition: Edition): Promise<void> {
  await tx.deleteFrom('documents').where('awardId', '=', awardId).where('edition', '=', edition).execute();
}

/** When the person who holds an award changes, so does who may read its documents. */
export async function assignDocuments(tx: Tx, awardId: string, personId: string): Promise<void> {
  await tx.updateTable('documents').set({ personId }).where('awardId', '=', awardId).execute();
}

const PUBLICATION = [
  'awardId',
  'showName',
  'showResult',
  'showEvidence',
  'olderPlatforms',
  'nameSource',
  'revision',
  'publishedAt',
] as const;

export async function savePublication(tx: Tx, row: Insertable<Tables['publications']>): Promise<void> {
  const { awardId: _, ...change } = row;
  await tx
    .insertInto('publications')
    .values(row)
    .onConflict((conflict) => conflict.column('awardId').doUpdateSet(change))
    .execute();
}

export async function deletePublication(tx: Tx, awardId: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('publications')
    .where('awardId', '=', awardId)
    .returning('awardId')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findPublication(tx: Tx, awardId: string): Promise<Publication | undefined> {
  const row = await tx
    .selectFrom('publications')
    .select(PUBLICATION)
    .where('awardId', '=', awardId)
    .executeTakeFirst();
  return row as Publication | undefined; // name_source is one that publishAward() wrote
}

export async function listPublications(tx: Tx, awardIds: readonly string[]): Promise<Publication[]> {
  if (awardIds.length === 0) return [];
  const rows = await tx
    .selectFrom('publications')
    .select(PUBLICATION)
    .where('awardId', 'in', [...awardIds])
    .execute();
  return rows as Publication[]; // as above
}

export type ConsentRow = Selectable<Tables['publicationConsents']>;

export async function insertConsent(tx: Tx, row: Insertable<Tables['publicationConsents']>): Promise<void> {
  await tx.insertInto('publicationConsents').values(row).execute();
}

/** Every choice that was ever made, oldest first. */
export function listConsents(tx: Tx, personId: string): Promise<ConsentRow[]> {
  return tx
    .selectFrom('publicationConsents')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export function listPublicationsOf(tx: Tx, personId: string): Promise<Selectable<Tables['publications']>[]> {
  return tx.selectFrom('publications').selectAll().where('personId', '=', personId).execute();
}

export function listDocumentsOf(tx: Tx, personId: string): Promise<Selectable<Tables['documents']>[]> {
  return tx.selectFrom('documents').selectAll().where('personId', '=', personId).orderBy('id').execute();
}

const OWNED = ['documents', 'publications', 'publicationConsents'] as const;

/** @param awardIds theirs: what was signed before a claim, or before they declined, names nobody yet */
export async function deleteAllOf(tx: Tx, personId: string, awardIds: readonly string[]): Promise<void> {
  if (awardIds.length > 0)
    await tx
      .deleteFrom('documents')
      .where('awardId', 'in', [...awardIds])
      .execute();
  for (const table of OWNED) await tx.deleteFrom(table).where('personId', '=', personId).execute();
}

export async function moveAllTo(tx: Tx, from: string, to: string): Promise<void> {
  for (const table of OWNED)
    await tx.updateTable(table).set({ personId: to }).where('personId', '=', from).execute();
}
