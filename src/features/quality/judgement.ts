/** The ports of the room of designs: who makes it, whether it may be published, that it was. */
import type { Tx } from '../../database/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { contentOf, type Design, digestAsFrozen, findProposal, type Judgement } from '../designs/index.ts';
import type { Cycle } from './cycle.ts';
import { insertCycle, insertMaker, listCycles, lockNewestCycle } from './cycles.store.ts';
import { findDecision } from './decisions.store.ts';
import { beginningOf, hasEnded, isAwarded, type QualityState } from './process.ts';
import { conditionsOpen, notApproved } from './quality.problems.ts';
import { recordAct } from './record-act.ts';
import { findRules, nameOf, routeOf } from './rules.ts';

export const judgement: Judgement = {
  async noteMaker(tx, { actor, design, at }) {
    // Outside of every framework: its maker answers for it.
    if (design.kind === 'edubadge') return;
    const cycle = await openCycle(tx, design, at);
    const makerId = actor.kind === 'person' ? actor.personId : actor.clientId;
    await insertMaker(tx, { cycleId: cycle.id, institutionId: cycle.institutionId, makerId, since: at });
  },

  async mayPublish(tx, design, content) {
    const cycle = await lockNewestCycle(tx, design.id);
    if (design.kind === 'edubadge') return null;
    if (!cycle?.proposalId || (cycle.state !== 'approved' && cycle.state !== 'approved-conditional'))
      throw notApproved();
    const decision = await findDecision(tx, cycle.proposalId);
    const proposal = await findProposal(tx, cycle.proposalId);
    if (!decision || decision.revokedAt || !proposal) throw notApproved();
    if (!decision.factsHash.equals(digestAsFrozen(content, contentOf(proposal.version)))) throw notApproved();
    if (cycle.state === 'approved-conditional' && !(await mayPublishOnConditions(tx, design, cycle)))
      throw conditionsOpen();
    return cycle.proposalId;
  },

  async recordRetirement(tx, { actor, design, at }) {
    for (const cycle of await listCycles(tx, design.id)) {
      if (cycle.state === 'superseded' || !isOffered(cycle.state)) continue;
      const ending =
        cycle.state === 'teach-out'
          ? cycle
          : await recordAct(tx, { cycle, act: 'teach-out', to: 'teach-out', actor, at });
      await recordAct(tx, { cycle: ending, act: 'retire', to: 'retired', actor, at });
    }
  },

  async recordPublication(tx, { actor, design, versionId, at }) {
    if (design.kind === 'edubadge') return;
    const cycle = await openCycle(tx, design, at);
    if (cycle.proposalId !== versionId) throw notApproved();
    for (const older of await listCycles(tx, design.id))
      if (
        older.id !== cycle.id &&
        isAwarded(older.state) &&
        !hasEnded(older.state) &&
        older.state !== 'teach-out'
      )
        await recordAct(tx, { cycle: older, act: 'supersede', to: 'superseded', actor: null, at });
    await recordAct(tx, { cycle, act: 'publish', to: 'published', actor, at });
  },
};

async function mayPublishOnConditions(tx: Tx, design: Design, cycle: Cycle): Promise<boolean> {
  const { pack } = await findRules(tx, design.institutionId, design.kind, cycle.since);
  return pack.gates.at(-1)?.conditional === true;
}

/** Where work on the next version is noted: a new way begins when there is none under way. */
export async function openCycle(
  tx: Tx,
  design: Pick<Design, 'id' | 'institutionId' | 'kind'>,
  at: Date,
): Promise<Cycle> {
  const newest = await lockNewestCycle(tx, design.id);
  if (newest && isUnderWay(newest.state)) return newest;
  const { pack } = await findRules(tx, design.institutionId, design.kind, at);
  const route = routeOf(pack);
  const cycle: Cycle = {
    id: createUuid(),
    institutionId: design.institutionId,
    designId: design.id,
    n: (newest?.n ?? 0) + 1,
    // What is offered already was an idea long ago.
    state: newest && newest.state !== 'withdrawn' ? 'designing' : beginningOf(route),
    round: 0,
    pack: nameOf(pack),
    route,
    proposalId: null,
    expertId: null,
    since: at,
    target: null,
    reviewDue: null,
    stopsOn: null,
  };
  await insertCycle(tx, { ...cycle, route, openedAt: at });
  return cycle;
}

/** Published, also while it may not be awarded. */
function isOffered(state: QualityState): boolean {
  return isAwarded(state) || state === 'suspended';
}

/** Not yet published and not given up. */
export function isUnderWay(state: QualityState): boolean {
  return !isAwarded(state) && !hasEnded(state) && state !== 'suspended' && state !== 'rejected';
}
