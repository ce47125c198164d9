import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { listCycles } from './cycles.store.ts';
import type { Evidence, ReviewView } from './evidence.schema.ts';
import { findEvidence } from './evidence.store.ts';
import { openWay, type QualityDeps } from './open-way.ts';

/** What the newest review of a design rests on. @throws Problem 404 where no review began yet */
export async function showReview(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly design: string },
): Promise<ReviewView> {
  return await openWay(deps, actor, { ...input, permission: 'designs.read' }, async ({ tx, design }) => {
    const cycles = (await listCycles(tx, design.id)).toSorted((one, other) => other.n - one.n);
    for (const { id } of cycles) {
      const kept = await findEvidence(tx, id);
      if (kept)
        return {
          evidence: JSON.parse(kept.body) as Evidence, // as freezeEvidence() wrote it
          digest: kept.digest.toString('hex'),
          madeAt: kept.madeAt.toISOString(),
        };
    }
    throw notFound();
  });
}
