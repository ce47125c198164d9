import { addDays, addMonths, dayIn } from '../../platform/calendar.ts';
import { createUuid } from '../../platform/ids.ts';
import type { Actor } from '../audit/index.ts';
import type { Cycle } from './cycle.ts';
import { listCycles, lockCycle, updateCycle } from './cycles.store.ts';
import { readDossier } from './dossiers.store.ts';
import { citeEvidence, freezeEvidence } from './gather-evidence.ts';
import type { HeardDeps } from './heard.ts';
import { openWayForPerson, type QualityDeps, type Way } from './open-way.ts';
import { insertOpinion } from './opinions.store.ts';
import type { PlainAct } from './plain-acts.ts';
import { moveOf, type QualityState } from './process.ts';
import { appealTooLate, notNow, notReady, reasonMissing } from './quality.problems.ts';
import { recordAct } from './record-act.ts';
import { findRules } from './rules.ts';

/** Acts upon what is published: they concern the version that is offered, also while a next one is under way. */
const UPON_OFFERED: readonly PlainAct[] = ['start-review', 'renew', 'suspend', 'resume', 'teach-out'];
/** What an idea says before anyone works on it. */
const IDEA = [
  { name: 'need', criterion: 'NEED-1' },
  { name: 'target-group', criterion: 'AUD-1' },
] as const;
/** Those who are concerned are owed a reason. */
const REASONED: readonly PlainAct[] = ['appeal', 'renew', 'suspend', 'resume'];

/**
 * @throws Problem 409 where the act does not follow, 403 for one's own work where others must act, 422 without a reason
 *   or, for an idea, without need and target group
 */
export async function moveDesign(
  deps: QualityDeps & HeardDeps,
  actor: Actor,
  input: { readonly design: string; readonly act: PlainAct; readonly reason: string },
): Promise<void> {
  const { act, reason } = input;
  const { permission } = moveOf(act);
  if (permission === null) throw new Error(`${act} is nobody's to do`);
  await openWayForPerson(deps, actor, { design: input.design, permission }, async (way) => {
    const { tx, staff, at } = way;
    const cycle = UPON_OFFERED.includes(act) ? await findOffered(way, act) : way.cycle;
    if (REASONED.includes(act) && reason.trim() === '') throw reasonMissing();
    await requireGround(way, cycle, act);
    const to = moveOf(act).to[0];
    if (!to) throw new Error(`${act} leads nowhere`);
    const detail = act === 'renew' ? await composeRenewal(deps, way, cycle) : {};
    await recordAct(tx, { cycle, act, to, actor: staff, at, detail });
    if (act === 'start-review') await freezeEvidence(deps, { tx, design: way.design, cycle, at });
    await follow(way, cycle, input);
  });
}

/** The decision names what it rests on, and when it is looked at again. */
async function composeRenewal(deps: HeardDeps, { tx, design, at }: Way, cycle: Cycle) {
  const { pack, today } = await findRules(tx, design.institutionId, design.kind, at);
  return {
    evidence: await citeEvidence(deps, { tx, design, cycle, at }),
    reviewDue: addMonths(today, pack.review.months),
  };
}

async function findOffered({ tx, design, cycle }: Way, act: PlainAct): Promise<Cycle> {
  const from: readonly QualityState[] = moveOf(act).from;
  const found = (await listCycles(tx, design.id)).find(({ state }) => from.includes(state));
  const locked = found && (await lockCycle(tx, found.id));
  if (!locked) throw notNow(act, cycle.state);
  return locked;
}

async function requireGround({ tx, design, at }: Way, cycle: Cycle, act: PlainAct): Promise<void> {
  if (act === 'hand-in-idea') {
    const { statements } = (await readDossier(tx, design.id)).dossier;
    const open = IDEA.filter(({ name }) => !statements[name]);
    if (open.length > 0)
      throw notReady(
        open.map(({ name, criterion }) => ({
          ...{ criterion, severity: 'must', pointer: `/dossier/statements/${name}` },
          reason: 'statement-missing',
          values: { statement: name },
        })),
      );
  }
  if (act === 'appeal') {
    const { pack, institution, today } = await findRules(tx, design.institutionId, design.kind, at);
    const last = addDays(dayIn(institution.timeZone, cycle.since), pack.appeal?.days ?? 42);
    if (today > last) throw appealTooLate();
  }
}

async function follow(
  { tx, personId, design, at }: Way & { readonly personId: string },
  cycle: Cycle,
  { act, reason }: { act: PlainAct; reason: string },
) {
  if (act === 'take-on') await updateCycle(tx, cycle.id, { expertId: personId });
  if (act === 'renew') {
    const { pack, today } = await findRules(tx, design.institutionId, design.kind, at);
    const reviewDue = addMonths(today, pack.review.months);
    await updateCycle(tx, cycle.id, { reviewDue, stopsOn: addDays(reviewDue, pack.review.graceDays + 1) });
  }
  if (reason.trim() === '') return;
  await insertOpinion(tx, {
    id: createUuid(),
    institutionId: cycle.institutionId,
    cycleId: cycle.id,
    round: cycle.round,
    step: act === 'appeal' ? 'appeal' : 'review',
    byId: personId,
    outcome: act,
    summary: reason,
    verdicts: '[]',
    givenAt: at,
  });
}
