import type { Tx } from '../../database/index.ts';
import type { Cycle } from './cycle.ts';
import { listCycles } from './cycles.store.ts';
import { findDecision } from './decisions.store.ts';
import { hasEnded } from './process.ts';

type Found = {
  readonly cycle: Cycle;
  readonly decision: NonNullable<Awaited<ReturnType<typeof findDecision>>>;
};

/** The newest way of a design whose approval asks for something; also while a next version is being made. */
export async function findConditional(tx: Tx, designId: string): Promise<Found | undefined> {
  const cycles = (await listCycles(tx, designId)).toSorted((one, other) => other.n - one.n);
  for (const cycle of cycles) {
    if (cycle.proposalId === null || hasEnded(cycle.state)) continue;
    const decision = await findDecision(tx, cycle.proposalId);
    if (decision && !decision.revokedAt && decision.conditions.length > 0) return { cycle, decision };
  }
  return undefined;
}
