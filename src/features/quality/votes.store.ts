import type { Insertable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { Vote } from './process.ts';

export type CastVote = {
  readonly voterId: string;
  readonly vote: Vote;
  readonly reason: string;
  readonly votedAt: Date;
};

/** Cast again, it takes the place of the one before: until the decision a member may think again. */
export async function putVote(tx: Tx, row: Insertable<Tables['qualityVotes']>): Promise<void> {
  await tx
    .insertInto('qualityVotes')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['cycleId', 'round', 'voterId'])
        .doUpdateSet({ vote: row.vote, reason: row.reason ?? '', votedAt: row.votedAt }),
    )
    .execute();
}

export function listVotes(tx: Tx, cycleId: string, round: number): Promise<CastVote[]> {
  return tx
    .selectFrom('qualityVotes')
    .select(['voterId', 'vote', 'reason', 'votedAt'])
    .where('cycleId', '=', cycleId)
    .where('round', '=', round)
    .orderBy('votedAt')
    .execute();
}
