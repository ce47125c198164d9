import { sql } from 'kysely';
import type { Tx } from '../../database/index.ts';

export async function listSaidBy(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  const opinions = await tx
    .selectFrom('qualityOpinions')
    .select(['step', 'outcome', 'summary', 'verdicts', 'givenAt'])
    .where('byId', '=', personId)
    .orderBy('givenAt')
    .execute();
  const votes = await tx
    .selectFrom('qualityVotes')
    .select(['vote', 'reason', 'votedAt'])
    .where('voterId', '=', personId)
    .orderBy('votedAt')
    .execute();
  const remarks = await tx
    .selectFrom('qualityComments')
    .select(['pointer', 'text', 'at'])
    .where('byId', '=', personId)
    .orderBy('at')
    .execute();
  return { opinions, votes, remarks };
}

/** Events never change, so whoever advised is noted among the makers. */
export async function doubleMaker(tx: Tx, from: string, to: string): Promise<void> {
  await sql`
    INSERT INTO quality_makers (cycle_id, institution_id, maker_id, since)
    SELECT cycle_id, institution_id, ${to}::uuid, since FROM quality_makers WHERE maker_id = ${from}
    UNION
    SELECT cycle_id, institution_id, ${to}::uuid, max(at) FROM quality_events
    WHERE actor_id = ${from} AND act IN ('advise', 'support') GROUP BY cycle_id, institution_id
    ON CONFLICT DO NOTHING`.execute(tx);
}
