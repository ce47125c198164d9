import { isDay } from '../../platform/calendar.ts';
import { createUuid } from '../../platform/ids.ts';
import type { Actor } from '../audit/index.ts';
import { committeeGateOf } from './committee-rules.ts';
import { listEvents } from './cycles.store.ts';
import { type Approving, approve } from './give-opinion.ts';
import { openWayForPerson, type QualityDeps } from './open-way.ts';
import { insertOpinion } from './opinions.store.ts';
import { countVotes } from './process.ts';
import { conditionsMalformed, notCarried, notNow, ownAdvice } from './quality.problems.ts';
import { recordAct, requireOtherEyes } from './record-act.ts';
import { requireVerdicts } from './require-verdicts.ts';
import { findRules } from './rules.ts';
import type { ApproveDeps } from './sign-approval.ts';
import type { Verdict } from './verdict.ts';
import { listVotes } from './votes.store.ts';

export type DecisionInput = {
  readonly design: string;
  readonly outcome: 'approved' | 'approved-conditional' | 'changes-requested' | 'rejected';
  readonly summary: string;
  readonly verdicts: readonly Verdict[];
  readonly conditions: NonNullable<Approving['conditions']>;
};

/**
 * The chair speaks the committee's decision. An approval needs the quorum, the votes, a verdict on every criterion that
 * must be met, and signs exactly what was handed in; everything else needs its reasons.
 *
 * @throws Problem 403 for one's own work or advice, 409 without quorum or votes, 422 without verdicts or conditions
 */
export async function decideDesign(
  deps: QualityDeps & ApproveDeps,
  actor: Actor,
  input: DecisionInput,
): Promise<void> {
  await openWayForPerson(deps, actor, { design: input.design, permission: 'designs.chair' }, async (way) => {
    const { tx, cycle, staff, design, at } = way;
    if (cycle.state !== 'committee-review') throw notNow('decide', cycle.state);
    const by = await requireOtherEyes(tx, cycle, staff);
    const events = await listEvents(tx, cycle.id);
    if (events.some(({ act, round, actorId }) => isAdvice(act) && round === cycle.round && actorId === by))
      throw ownAdvice();
    const rules = await findRules(tx, design.institutionId, design.kind, at);
    const votes = await listVotes(tx, cycle.id, cycle.round);
    const counted = countVotes(
      votes.map(({ vote }) => vote),
      committeeGateOf(rules.pack),
    );
    if (counted.outcome === 'no-quorum') throw notCarried('no-quorum');
    await insertOpinion(tx, {
      id: createUuid(),
      institutionId: cycle.institutionId,
      cycleId: cycle.id,
      round: cycle.round,
      step: 'committee',
      byId: by,
      outcome: input.outcome,
      summary: input.summary,
      verdicts: JSON.stringify(input.verdicts),
      givenAt: at,
    });
    if (input.outcome === 'approved' || input.outcome === 'approved-conditional') {
      if (counted.outcome !== 'carried') throw notCarried('not-carried');
      requireConditions(input, rules.today);
      await approve(deps, way, rules, {
        body: 'committee',
        by,
        verdicts: input.verdicts,
        outcome: input.outcome,
        conditions: input.conditions,
      });
    } else requireVerdicts(rules.pack, input.verdicts, 'refusing');
    await recordAct(tx, { cycle, act: 'decide', to: input.outcome, actor: staff, at });
  });
}

function isAdvice(act: string): boolean {
  return act === 'advise' || act === 'support';
}

function requireConditions({ outcome, conditions }: DecisionInput, today: string): void {
  if (outcome === 'approved' && conditions.length === 0) return;
  const whole = conditions.every(
    ({ text, owner, due }) => text.trim() !== '' && owner.trim() !== '' && isDay(due) && due > today,
  );
  if (outcome === 'approved' || conditions.length === 0 || !whole) throw conditionsMalformed();
}
