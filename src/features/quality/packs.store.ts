import { type Insertable, sql } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { DesignKind, PolicyPack } from './pack.schema.ts';

/** Two who make or choose rules for one institution, or publish its Guide, do so one after the other. */
export async function lockRules(tx: Tx, institutionId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${institutionId}, 727278))`.execute(tx);
}

export async function insertPack(tx: Tx, row: Insertable<Tables['qualityPacks']>): Promise<void> {
  await tx.insertInto('qualityPacks').values(row).execute();
}

/** Every version that the institution ever made. */
export async function listOwnPacks(tx: Tx, institutionId: string): Promise<PolicyPack[]> {
  const rows = await tx
    .selectFrom('qualityPacks')
    .select('body')
    .where('institutionId', '=', institutionId)
    .execute();
  return rows.map(({ body }) => body as PolicyPack); // parsed by packSchema before it was kept
}

export async function insertAdoption(tx: Tx, row: Insertable<Tables['qualityAdoptions']>): Promise<void> {
  await tx.insertInto('qualityAdoptions').values(row).execute();
}

export async function findAdoption(
  tx: Tx,
  institutionId: string,
  kind: DesignKind,
  at: Date,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('qualityAdoptions')
    .select('pack')
    .where('institutionId', '=', institutionId)
    .where('designKind', '=', kind)
    .where('adoptedAt', '<=', at)
    .orderBy('adoptedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.pack;
}

export type Adoption = { readonly kind: DesignKind; readonly pack: string; readonly at: Date };

/** Newest first; what is to hold from a later moment on is not among them. */
export async function listAdoptions(tx: Tx, institutionId: string, at: Date): Promise<Adoption[]> {
  return await tx
    .selectFrom('qualityAdoptions')
    .select(['designKind as kind', 'pack', 'adoptedAt as at'])
    .where('institutionId', '=', institutionId)
    .where('adoptedAt', '<=', at)
    .orderBy('adoptedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
