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

/** The newest, or the one that was served at an instant. */
export function findDidVersion(tx: Tx, issuerId: string, at?: Date): Promise<DidVersion | undefined> {
  return tx
    .selectFrom('didDocuments')
    .selectAll()
    .where('issuerId', '=', issuerId)
    .$if(at !== undefined, (query) => query.where('publishedAt', '<=', at ?? new Date(0)))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function listDidVersions(tx: Tx, issuerId: string): Promise<DidVersion[]> {
  return tx
    .selectFrom('didDocuments')
    .selectAll()
    .where('issuerId', '=', issuerId)
    .orderBy('version')
    .execute();
}
