import { type Insertable, type Selectable, sql } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type DidVersion = Selectable<Tables['didDocuments']>;

export async function insertDidVersion(tx: Tx, row: Insertable<Tables['didDocuments']>): Promise<void> {
  await tx.insertInto('didDocuments').values(row).execute();
}

/** One version after another, also when two purposes' keys change at the same moment. */
export async function lockDidDocument(tx: Tx, issuerId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`did ${issuerId}`}, 0))`.execute(tx);
}

/** The newest; the one that was served at an instant; or one by its number. */
export function findDidVersion(
  tx: Tx,
  issuerId: string,
  by: { readonly at?: Date | undefined; readonly version?: number | undefined } = {},
): Promise<DidVersion | undefined> {
  let query = tx.selectFrom('didDocuments').selectAll().where('issuerId', '=', issuerId);
  if (by.at) query = query.where('publishedAt', '<=', by.at);
  if (by.version !== undefined) query = query.where('version', '=', by.version);
  return query.orderBy('version', 'desc').limit(1).executeTakeFirst();
}

export function listDidVersions(tx: Tx, issuerId: string): Promise<DidVersion[]> {
  return tx
    .selectFrom('didDocuments')
    .selectAll()
    .where('issuerId', '=', issuerId)
    .orderBy('version')
    .execute();
}
