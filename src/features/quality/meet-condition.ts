import { dayIn } from '../../platform/calendar.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { listOpenConditions, stopsOnOf } from './conditions.ts';
import type { Cycle } from './cycle.ts';
import { updateCycle } from './cycles.store.ts';
import { type Condition, updateConditions } from './decisions.store.ts';
import { findConditional } from './find-conditional.ts';
import { openWayForPerson, type QualityDeps, type Way } from './open-way.ts';
import { insertOpinion } from './opinions.store.ts';
import { notNow } from './quality.problems.ts';
import { recordAct, requireOtherEyes } from './record-act.ts';
import { findRules } from './rules.ts';

/**
 * Someone other than its makers saw that a condition of the approval is met, and says what shows it. With the last one
 * the approval is without conditions, and awarding no longer ends on their account.
 *
 * @param input.condition its place in the approval, from 0
 * @throws Problem 404 for a condition that is not there, 409 where none is set or this one is met, 403 for one's own work
 */
export async function meetCondition(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly design: string; readonly condition: number; readonly shown: string },
): Promise<void> {
  await openWayForPerson(deps, actor, { design: input.design, permission: 'designs.advise' }, async (way) => {
    const { tx, staff, at } = way;
    // The design's newest way is locked, so two who tick off at once follow each other.
    const found = await findConditional(tx, way.design.id);
    if (!found) throw notNow('meet-condition', way.cycle.state);
    const { cycle, decision } = found;
    const asked = decision.conditions[input.condition];
    if (!asked) throw notFound();
    if (asked.metOn !== undefined) throw notNow('meet-condition', 'met');
    const byId = await requireOtherEyes(tx, cycle, staff);
    const rules = await findRules(tx, cycle.institutionId, way.design.kind, at);
    const metOn = dayIn(rules.institution.timeZone, at);
    const conditions = decision.conditions.map((one) => (one === asked ? { ...one, metOn } : one));
    await updateConditions(tx, decision.id, conditions);
    await insertOpinion(tx, {
      ...{ id: createUuid(), institutionId: cycle.institutionId, cycleId: cycle.id, round: cycle.round },
      ...{ step: 'review', byId, outcome: 'condition-met', summary: `${asked.text}: ${input.shown}` },
      ...{ verdicts: '[]', givenAt: at },
    });
    await appendAuditEntry(tx, at, {
      actor: staff,
      institutionId: cycle.institutionId,
      action: 'quality.condition-met',
      subject: { kind: 'design', id: cycle.designId },
      detail: { condition: input.condition + 1 },
    });
    await follow(way, cycle, conditions, rules.pack.review.graceDays);
  });
}

async function follow(
  { tx, staff, at }: Way,
  cycle: Cycle,
  conditions: readonly Condition[],
  graceDays: number,
): Promise<void> {
  const { reviewDue } = cycle;
  if (reviewDue !== null)
    await updateCycle(tx, cycle.id, { stopsOn: stopsOnOf({ reviewDue, graceDays, conditions }) });
  if (cycle.state === 'approved-conditional' && listOpenConditions(conditions).length === 0)
    await recordAct(tx, { cycle, act: 'meet-conditions', to: 'approved', actor: staff, at });
}
