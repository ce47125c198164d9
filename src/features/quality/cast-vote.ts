import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { listEvents } from './cycles.store.ts';
import { openWayForPerson, type QualityDeps } from './open-way.ts';
import type { Vote } from './process.ts';
import { notNow, ownAdvice } from './quality.problems.ts';
import { requireOtherEyes } from './record-act.ts';
import { putVote } from './votes.store.ts';

/**
 * A member's vote, or that they recuse themselves, with why. Whoever made or advised it can only do the latter.
 *
 * @throws Problem 409 when nothing is decided now, 403 for one's own work or advice
 */
export async function castVote(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly design: string; readonly vote: Vote; readonly reason: string },
): Promise<void> {
  await openWayForPerson(deps, actor, { design: input.design, permission: 'designs.decide' }, async (way) => {
    const { tx, cycle, staff, personId: voterId, at } = way;
    if (cycle.state !== 'committee-review') throw notNow('vote', cycle.state);
    if (input.vote !== 'recused') {
      await requireOtherEyes(tx, cycle, staff);
      const advised = (await listEvents(tx, cycle.id)).some(
        ({ act, round, actorId }) =>
          (act === 'advise' || act === 'support') && round === cycle.round && actorId === voterId,
      );
      if (advised) throw ownAdvice();
    }
    await putVote(tx, {
      cycleId: cycle.id,
      institutionId: cycle.institutionId,
      round: cycle.round,
      voterId,
      vote: input.vote,
      reason: input.reason,
      votedAt: at,
    });
    await appendAuditEntry(tx, at, {
      actor: staff,
      institutionId: cycle.institutionId,
      action: 'quality.voted',
      subject: { kind: 'design', id: cycle.designId },
      detail: { round: cycle.round, recused: input.vote === 'recused' },
    });
  });
}
