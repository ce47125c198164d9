import { addDays, addMonths } from '../../platform/calendar.ts';
import { createUuid } from '../../platform/ids.ts';
import type { Actor } from '../audit/index.ts';
import type { Permission } from '../institutions/index.ts';
import { stopsOnOf } from './conditions.ts';
import { updateCycle } from './cycles.store.ts';
import { findHandedIn } from './find-handed-in.ts';
import { judgeDraft } from './judge-draft.ts';
import { openWayForPerson, type QualityDeps, type Way } from './open-way.ts';
import { insertOpinion } from './opinions.store.ts';
import { type Act, type QualityState, type Step, stateAfter } from './process.ts';
import { notNow, notReady } from './quality.problems.ts';
import { recordAct, requireOtherEyes } from './record-act.ts';
import { requireVerdicts } from './require-verdicts.ts';
import { findRules, type Rules } from './rules.ts';
import { type ApproveDeps, signApproval } from './sign-approval.ts';
import { daysOf } from './submit-design.ts';
import type { Verdict } from './verdict.ts';

export type OpinionInput = {
  readonly design: string;
  readonly step: 'expert' | 'peer' | 'owner';
  readonly outcome: 'forward' | 'changes';
  readonly summary: string;
  readonly verdicts: readonly Verdict[];
  /** The expert wants a peer to read it first, where the pack leaves that open. */
  readonly peer?: boolean;
};

/** Who stands at which gate, and what their yes is called. */
const GATES: Readonly<
  Record<
    OpinionInput['step'],
    { readonly state: QualityState; readonly permission: Permission; readonly act: Act }
  >
> = {
  expert: { state: 'expert-review', permission: 'designs.advise', act: 'advise' },
  peer: { state: 'peer-review', permission: 'designs.review', act: 'support' },
  owner: { state: 'owner-review', permission: 'designs.confirm', act: 'confirm' },
};

/**
 * An expert's advice, a peer's reading, the owner's word. Where the pack ends at the expert, their yes is the approval and
 * is signed.
 *
 * @throws Problem 403 for one's own work, 409 at another gate, 422 without the verdicts that an approval needs
 */
export async function giveOpinion(
  deps: QualityDeps & ApproveDeps,
  actor: Actor,
  input: OpinionInput,
): Promise<void> {
  const gate = GATES[input.step];
  await openWayForPerson(deps, actor, { design: input.design, permission: gate.permission }, async (way) => {
    const { tx, cycle, staff, design, at } = way;
    if (cycle.state !== gate.state) throw notNow(gate.act, cycle.state);
    const byId = await requireOtherEyes(tx, cycle, staff);
    const rules = await findRules(tx, design.institutionId, design.kind, at);
    const route = extendRoute(cycle.route, rules, input);
    const next = stateAfter(route, input.step);
    await insertOpinion(tx, {
      id: createUuid(),
      institutionId: cycle.institutionId,
      cycleId: cycle.id,
      round: cycle.round,
      step: input.step,
      byId,
      outcome: input.outcome,
      summary: input.summary,
      verdicts: JSON.stringify(input.verdicts),
      givenAt: at,
    });
    if (input.outcome === 'changes') {
      await recordAct(tx, { cycle, act: 'ask-changes', to: 'changes-requested', actor: staff, at });
      return;
    }
    if (next === 'approved') {
      await approve(deps, way, rules, { body: 'expert', by: byId, verdicts: input.verdicts });
      await recordAct(tx, { cycle, act: 'sign-off', to: 'approved', actor: staff, at });
      return;
    }
    await recordAct(tx, { cycle, act: gate.act, to: next, actor: staff, at });
    const step = route[route.indexOf(input.step) + 1];
    await updateCycle(tx, cycle.id, { route: [...route], target: addDays(rules.today, daysOf(rules, step)) });
  });
}

function extendRoute(
  route: readonly Step[],
  { pack }: Rules,
  { step, peer }: Pick<OpinionInput, 'step' | 'peer'>,
): readonly Step[] {
  const mayAsk = pack.gates.some((gate) => gate.step === 'peer' && gate.optional);
  return step === 'expert' && peer && mayAsk && !route.includes('peer')
    ? ['expert', 'peer', ...route.filter((one) => one !== 'expert')]
    : route;
}

export type Approving = {
  readonly body: 'expert' | 'committee';
  readonly by: string;
  readonly verdicts: readonly Verdict[];
  readonly outcome?: 'approved' | 'approved-conditional';
  readonly conditions?: readonly { readonly text: string; readonly owner: string; readonly due: string }[];
};

/** Everything that must be met is, by the rules of this very day; then it is signed and its review is dated. */
export async function approve(
  deps: ApproveDeps,
  { tx, design, cycle, at }: Way,
  rules: Rules,
  input: Approving,
): Promise<void> {
  const handedIn = await findHandedIn(tx, cycle);
  if (!handedIn) throw notNow('approve', cycle.state);
  const { proposal } = handedIn;
  const open = (await judgeDraft(tx, design, rules, handedIn)).filter(({ severity }) => severity === 'must');
  if (open.length > 0) throw notReady(open);
  requireVerdicts(rules.pack, input.verdicts, 'approving');
  const { pack, today } = rules;
  await signApproval(deps, tx, {
    ...{ cycle, proposal, pack, at },
    body: input.body,
    outcome: input.outcome ?? 'approved',
    conditions: input.conditions ?? [],
    decidedBy: input.by,
  });
  const reviewDue = addMonths(today, cycle.n === 1 ? pack.review.firstMonths : pack.review.months);
  await updateCycle(tx, cycle.id, {
    reviewDue,
    stopsOn: stopsOnOf({ reviewDue, graceDays: pack.review.graceDays, conditions: input.conditions ?? [] }),
    target: null,
  });
}
