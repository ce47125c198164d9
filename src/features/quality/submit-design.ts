import type { Tx } from '../../database/index.ts';
import { addDays } from '../../platform/calendar.ts';
import type { Actor } from '../audit/index.ts';
import { type Design, type FreezeDeps, proposeVersion } from '../designs/index.ts';
import type { ChangeClass } from './change-class.ts';
import { routeOfChange } from './classify-change.ts';
import type { Cycle } from './cycle.ts';
import { updateCycle } from './cycles.store.ts';
import { insertHandedIn, readDossier } from './dossiers.store.ts';
import { findChange } from './find-change.ts';
import { judgeDraft } from './judge-draft.ts';
import { openWay, type QualityDeps, type Way } from './open-way.ts';
import { type Step, stateAfter } from './process.ts';
import { notReady } from './quality.problems.ts';
import { recordAct } from './record-act.ts';
import { findRules, nameOf, type Rules, routeOf } from './rules.ts';

export type SubmitDeps = QualityDeps & FreezeDeps;

/**
 * The maker's own check: nothing that must be met may be open. The rules of this day are pinned.
 *
 * @throws Problem 422 that names each finding
 */
export async function checkDesign(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly design: string },
): Promise<void> {
  await withReadyDesign(deps, actor, input, async ({ tx, staff, cycle, at }, rules) => {
    await pin(tx, cycle, rules);
    await recordAct(tx, { cycle, act: 'check', to: 'self-check', actor: staff, at });
  });
}

/**
 * Hands the design in: the version that it would be is frozen, and from here on exactly that is judged.
 *
 * @throws Problem 422 for open findings, 409 where it does not stand at the self-check
 */
export async function submitDesign(
  deps: SubmitDeps,
  actor: Actor,
  input: { readonly design: string },
): Promise<void> {
  await withReadyDesign(deps, actor, input, async ({ tx, staff, design, cycle, at }, rules) => {
    const change = await findChange(tx, design);
    const route = await pin(tx, cycle, rules, change?.class);
    const { version } = await proposeVersion(deps, tx, design, at);
    const { dossier } = await readDossier(tx, design.id);
    await insertHandedIn(tx, { proposalId: version.id, institutionId: cycle.institutionId, dossier });
    const detail = {
      ...(change ? { change: change.class } : {}),
      ...{ pack: nameOf(rules.pack), hash: Buffer.from(version.factsHash).toString('hex') },
    };
    await recordAct(tx, { cycle, act: 'submit', to: stateAfter(route), actor: staff, at, detail });
    await updateCycle(tx, cycle.id, {
      proposalId: version.id,
      target: addDays(rules.today, daysOf(rules, route[0])),
    });
  });
}

/** Today's rules find nothing in it that must be met and is open. */
async function withReadyDesign(
  deps: QualityDeps,
  actor: Actor,
  { design }: { readonly design: string },
  work: (way: Way, rules: Rules) => Promise<void>,
): Promise<void> {
  await openWay(deps, actor, { design, permission: 'designs.write' }, async (way) => {
    const rules = await findRules(way.tx, way.design.institutionId, way.design.kind, way.at);
    await requireReady(way.tx, way.design, rules);
    await work(way, rules);
  });
}

async function requireReady(tx: Tx, design: Design, rules: Rules): Promise<void> {
  const open = (await judgeDraft(tx, design, rules)).filter(({ severity }) => severity === 'must');
  if (open.length > 0) throw notReady(open);
}

/** Rules may have changed since the last round; what judged it stays visible in its events. */
async function pin(tx: Tx, cycle: Cycle, { pack }: Rules, change?: ChangeClass): Promise<Step[]> {
  const route = [...routeOfChange(routeOf(pack), change)];
  await updateCycle(tx, cycle.id, { pack: nameOf(pack), route });
  return route;
}

export function daysOf({ pack }: Pick<Rules, 'pack'>, step: Step | undefined): number {
  return pack.gates.find((gate) => gate.step === step)?.days ?? 30;
}
