import { createUuid } from '../../platform/ids.ts';
import type { Actor } from '../audit/index.ts';
import { openWayForPerson, type QualityDeps } from './open-way.ts';
import { insertOpinion, listOpinions } from './opinions.store.ts';
import { notNow, ownAdvice } from './quality.problems.ts';
import { recordAct, requireOtherEyes } from './record-act.ts';
import { listVotes } from './votes.store.ts';

/**
 * Another body than the committee answers an objection: it goes back to be decided again, or the refusal stands.
 *
 * @throws Problem 403 for whoever made, advised or voted on it
 */
export async function settleAppeal(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly design: string; readonly upheld: boolean; readonly summary: string },
): Promise<void> {
  await openWayForPerson(deps, actor, { design: input.design, permission: 'designs.settle' }, async (way) => {
    const { tx, cycle, staff, at } = way;
    if (cycle.state !== 'appeal') throw notNow('settle', cycle.state);
    const byId = await requireOtherEyes(tx, cycle, staff);
    const opinions = (await listOpinions(tx, cycle.id)).filter(({ round }) => round === cycle.round);
    const voted = (await listVotes(tx, cycle.id, cycle.round)).filter(({ vote }) => vote !== 'recused');
    if (opinions.some((one) => one.byId === byId) || voted.some(({ voterId }) => voterId === byId))
      throw ownAdvice();
    await insertOpinion(tx, {
      id: createUuid(),
      institutionId: cycle.institutionId,
      cycleId: cycle.id,
      round: cycle.round,
      step: 'appeal',
      byId,
      outcome: input.upheld ? 'upheld' : 'dismissed',
      summary: input.summary,
      verdicts: '[]',
      givenAt: at,
    });
    await recordAct(tx, {
      ...{ cycle, act: 'settle', actor: staff, at },
      to: input.upheld ? 'committee-queue' : 'rejected',
    });
  });
}
