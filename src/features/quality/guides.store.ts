import { type Insertable, sql } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { GuideSection } from './guide.schema.ts';

export type Guide = {
  readonly n: number;
  readonly sections: readonly GuideSection[];
  readonly publishedAt: Date;
};

export async function insertGuide(tx: Tx, row: Insertable<Tables['qualityGuides']>): Promise<void> {
  await tx.insertInto('qualityGuides').values(row).execute();
}

/** @param n without a number: the newest one */
export async function findGuideVersion(
  tx: Tx,
  institutionId: string,
  n?: number,
): Promise<Guide | undefined> {
  const row = await tx
    .selectFrom('qualityGuides')
    .select(['n', 'sections', 'publishedAt'])
    .where('institutionId', '=', institutionId)
    .$if(n !== undefined, (query) => query.where('n', '=', n ?? 0))
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, sections: row.sections as readonly GuideSection[] }; // written by insertGuide()
}

/** Newest first. */
export async function listGuideVersions(
  tx: Tx,
  institutionId: string,
): Promise<{ readonly n: number; readonly publishedAt: Date }[]> {
  return await tx
    .selectFrom('qualityGuides')
    .select(['n', 'publishedAt'])
    .where('institutionId', '=', institutionId)
    .orderBy('n', 'desc')
    .execute();
}

/** What the newest one has sections about, without their words; undefined: there is none. */
export async function findGuideCodes(tx: Tx, institutionId: string): Promise<string[] | undefined> {
  const row = await tx
    .selectFrom('qualityGuides')
    .select(sql<string[]>`jsonb_path_query_array(sections, '$[*].code')`.as('codes'))
    .where('institutionId', '=', institutionId)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.codes;
}
