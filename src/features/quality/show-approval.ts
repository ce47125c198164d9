import type { Tx } from '../../database/index.ts';
import { notFound } from '../../platform/problem.ts';
import { findVersion } from '../designs/index.ts';
import { findInstitution } from '../institutions/index.ts';
import { isUnjudged, listApprovals } from './decisions.store.ts';
import { listOwnPacks } from './packs.store.ts';
import type { ShownApproval } from './quality.schema.ts';
import { openPack } from './rules.ts';
import { findShownStanding } from './standings.store.ts';

/**
 * By whom, when and under which rules a published version was approved, for everyone.
 *
 * @throws Problem 404 for what is not published
 */
export async function showApproval(
  tx: Tx,
  { design, version: number }: { readonly design: string; readonly version?: number | undefined },
): Promise<ShownApproval> {
  const version = await findVersion(tx, design, number);
  const institution = version && (await findInstitution(tx, version.institutionId));
  if (!version || !institution) throw notFound();
  const decision = (await listApprovals(tx, [version.id])).at(-1);
  const standing = await findShownStanding(tx, version.id);
  const pack = decision && openPack(decision.pack, '', await listOwnPacks(tx, institution.id));
  return {
    approval:
      decision && pack
        ? {
            outcome: decision.outcome,
            body: decision.body,
            by: { ...institution.name },
            at: decision.decidedAt.toISOString(),
            pack: {
              ref: decision.pack,
              name: { ...pack.name },
              url: `/policy-packs/${institution.slug}/${decision.pack}`,
            },
            url: new URL(decision.url).pathname,
          }
        : null,
    unjudged: await isUnjudged(tx, version.id),
    state: standing?.state ?? null,
    reviewDue: standing?.reviewDue ?? null,
  };
}
