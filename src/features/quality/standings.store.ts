import type { Tx } from '../../database/index.ts';

/** Where a published version stands, as far as strangers may know. */
export async function findShownStanding(
  tx: Tx,
  versionId: string,
): Promise<{ readonly state: string; readonly reviewDue: string | null } | undefined> {
  return await tx
    .selectFrom('qualityCycles')
    .select(['state', 'reviewDue'])
    .where('proposalId', '=', versionId)
    .executeTakeFirst();
}

/** Reviews that were passed, of published versions of a design, as far as strangers may know. */
export async function listShownReviews(
  tx: Tx,
  designId: string,
): Promise<{ readonly at: Date; readonly version: number; readonly reviewDue: string | null }[]> {
  const rows = await tx
    .selectFrom('qualityEvents')
    .innerJoin('qualityCycles', 'qualityCycles.id', 'qualityEvents.cycleId')
    .select(['qualityEvents.at', 'qualityCycles.n as version', 'qualityEvents.detail'])
    .where('qualityCycles.designId', '=', designId)
    .where('qualityEvents.act', '=', 'renew')
    .orderBy('qualityEvents.at')
    .execute();
  return rows.map(({ at, version, detail }) => {
    const { reviewDue = null } = detail as { reviewDue?: string }; // written by moveDesign()
    return { at, version, reviewDue };
  });
}
