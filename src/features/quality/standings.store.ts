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
