/** Terms, and who agreed to which version. */
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { Terms, TermsKind } from './terms.ts';

const TERMS = ['id', 'institutionId', 'kind', 'version', 'texts', 'createdAt', 'publishedAt'] as const;

function toTerms(row: Pick<Selectable<Tables['terms']>, (typeof TERMS)[number]>): Terms {
  return row as Terms; // texts is what saveDraft() wrote
}

/** Two acts about the terms of one institution, or about one person's agreements, run one after the other. */
export async function lockTerms(tx: Tx, name: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 727277))`.execute(tx);
}

export async function findTerms(tx: Tx, id: string): Promise<Terms | undefined> {
  const row = await tx.selectFrom('terms').select(TERMS).where('id', '=', id).executeTakeFirst();
  return row && toTerms(row);
}

/** What was published, oldest first; null: of the platform. */
export async function listPublished(
  tx: Tx,
  institutionId: string | null,
  kinds?: readonly TermsKind[],
): Promise<Terms[]> {
  const rows = await tx
    .selectFrom('terms')
    .select(TERMS)
    .where('institutionId', institutionId === null ? 'is' : '=', institutionId)
    .where('publishedAt', 'is not', null)
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', [...(kinds ?? [])]))
    .orderBy('version')
    .execute();
  return rows.map(toTerms);
}

export async function listDrafts(tx: Tx, institutionId: string | null): Promise<Terms[]> {
  const rows = await tx
    .selectFrom('terms')
    .select(TERMS)
    .where('institutionId', institutionId === null ? 'is' : '=', institutionId)
    .where('publishedAt', 'is', null)
    .execute();
  return rows.map(toTerms);
}

export async function insertTerms(tx: Tx, row: Insertable<Tables['terms']>): Promise<void> {
  await tx.insertInto('terms').values(row).execute();
}

export async function updateDraft(
  tx: Tx,
  id: string,
  changes: { texts: string } | { version: number; publishedBy: string | null; publishedAt: Date },
): Promise<void> {
  await tx.updateTable('terms').set(changes).where('id', '=', id).where('publishedAt', 'is', null).execute();
}

export async function insertAgreement(tx: Tx, row: Insertable<Tables['agreements']>): Promise<void> {
  await tx.insertInto('agreements').values(row).execute();
}

export type AgreementRow = Selectable<Tables['agreements']>;

/** Every line, in the order in which they were written. */
export function listAgreements(tx: Tx, personId: string): Promise<AgreementRow[]> {
  return tx
    .selectFrom('agreements')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export async function listTermsByIds(tx: Tx, ids: readonly string[]): Promise<Terms[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('terms')
    .select(TERMS)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(toTerms);
}

export async function deleteAgreements(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('agreements').where('personId', '=', personId).execute();
}

export async function moveAgreements(tx: Tx, from: string, to: string): Promise<void> {
  await tx.updateTable('agreements').set({ personId: to }).where('personId', '=', from).execute();
}
