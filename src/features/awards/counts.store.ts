import { sql } from 'kysely';
import type { Tx } from '../../database/index.ts';

/** How many awards of a version stand where. */
export async function countByState(
  tx: Tx,
  versionId: string,
): Promise<{ readonly state: string; readonly count: number }[]> {
  const rows = await tx
    .selectFrom('awards')
    .select(({ fn }) => ['state', fn.countAll<string>().as('count')])
    .where('versionId', '=', versionId)
    .groupBy('state')
    .execute();
  return rows.map(({ state, count }) => ({ state, count: Number(count) }));
}

/** How often each result was given, the most frequent first; of awards that stand. */
export async function countByResult(
  tx: Tx,
  versionId: string,
): Promise<{ readonly value: string; readonly count: number }[]> {
  const { rows } = await sql<{ value: string; count: string }>`
    SELECT result ->> 'value' AS value, count(*) AS count FROM awards
    WHERE version_id = ${versionId} AND state IN ('offered', 'claimed') AND result ? 'value'
    GROUP BY 1 ORDER BY 2 DESC, 1`.execute(tx);
  return rows.map(({ value, count }) => ({ value, count: Number(count) }));
}

/** Standing, collected, and awarded on one of these days: after the first, until the last. */
export async function listClaimedOn(
  tx: Tx,
  { after, until }: { readonly after: string; readonly until: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom('awards')
    .select('id')
    .where('state', '=', 'claimed')
    .where('erasedAt', 'is', null)
    .where('awardedOn', '>', after)
    .where('awardedOn', '<=', until)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
