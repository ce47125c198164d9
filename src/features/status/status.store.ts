import { type Insertable, type RawBuilder, sql } from 'kysely';
import { insertMany, type Tables, type Tx } from '../../database/index.ts';

export type StatusEntry = { readonly awardId: string; readonly list: string; readonly index: number };

export type OpenList = {
  readonly id: string;
  readonly url: string;
  readonly seed: Buffer;
  readonly reserved: number;
  readonly size: number;
};

/** Entries that were reserved before: signing again must name the same ones. */
export function listEntries(
  tx: Tx,
  awardIds: readonly string[],
  editionGroup: string,
): Promise<StatusEntry[]> {
  return tx
    .selectFrom('statusEntries')
    .innerJoin('statusLists', 'statusLists.id', 'statusEntries.listId')
    .select(['statusEntries.awardId', 'statusLists.url as list', 'statusEntries.index'])
    .where('statusEntries.awardId', 'in', [...awardIds])
    .where('statusEntries.editionGroup', '=', editionGroup)
    .execute();
}

/** The list in use, locked: reservations of one issuer follow each other. */
export function lockOpenList(tx: Tx, issuerId: string): Promise<OpenList | undefined> {
  return tx
    .selectFrom('statusLists')
    .select(['id', 'url', 'seed', 'reserved', 'size'])
    .where('issuerId', '=', issuerId)
    .where('purpose', '=', 'revocation')
    .whereRef('reserved', '<', 'size')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertList(tx: Tx, row: Insertable<Tables['statusLists']>): Promise<void> {
  await tx.insertInto('statusLists').values(row).execute();
}

export async function insertEntries(
  tx: Tx,
  listId: string,
  reserved: number,
  rows: readonly Insertable<Tables['statusEntries']>[],
): Promise<void> {
  await insertMany(tx, 'statusEntries', rows);
  await tx.updateTable('statusLists').set({ reserved }).where('id', '=', listId).execute();
}

/** Answers which lists that touched. A set bit is never cleared. */
export async function setEntries(tx: Tx, awardIds: readonly string[], at: Date): Promise<string[]> {
  const rows = await tx
    .updateTable('statusEntries')
    .set({ setAt: at })
    .where('awardId', 'in', [...awardIds])
    .where('setAt', 'is', null)
    .returning('listId')
    .execute();
  return [...new Set(rows.map((row) => row.listId))];
}

export type ListToSign = {
  readonly id: string;
  readonly url: string;
  readonly issuerId: string;
  readonly size: number;
};

/** Locked, so that a slower signature never replaces a later one. */
export function lockList(tx: Tx, by: { id: string }): Promise<ListToSign | undefined> {
  return tx
    .selectFrom('statusLists')
    .select(['id', 'url', 'issuerId', 'size'])
    .where('id', '=', by.id)
    .forUpdate()
    .executeTakeFirst();
}

/** Of an issuer, whatever its purpose. */
export function listStatusLists(
  tx: Tx,
  issuerId: string,
): Promise<{ readonly id: string; readonly url: string }[]> {
  return tx
    .selectFrom('statusLists')
    .select(['id', 'url'])
    .where('issuerId', '=', issuerId)
    .orderBy('id')
    .execute();
}

export async function listSetIndexes(tx: Tx, listId: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('statusEntries')
    .select('index')
    .where('listId', '=', listId)
    .where('setAt', 'is not', null)
    .execute();
  return rows.map((row) => row.index);
}

export async function saveSignedList(tx: Tx, id: string, document: string, signedAt: Date): Promise<void> {
  await tx.updateTable('statusLists').set({ document, signedAt }).where('id', '=', id).execute();
}

export type PublishedList = {
  readonly id: string;
  readonly institutionId: string;
  readonly document: string | null;
  readonly signedAt: Date | null;
};

export function findPublishedList(tx: Tx, publicId: string): Promise<PublishedList | undefined> {
  return tx
    .selectFrom('statusLists')
    .select(['id', 'institutionId', 'document', 'signedAt'])
    .where('publicId', '=', publicId)
    .executeTakeFirst();
}

/** When an issuer's newest list was signed, as a part of another room's question. @param issuer the column that names it */
export function lastListedAt(issuer: string): RawBuilder<Date | null> {
  return sql<Date | null>`(SELECT max(signed_at) FROM status_lists WHERE status_lists.issuer_id = ${sql.ref(issuer)})`;
}
