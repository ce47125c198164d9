import { dayIn } from '../../platform/calendar.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { findInstitution, requirePermission } from '../institutions/index.ts';
import type { QualityDeps } from './open-way.ts';
import type { PolicyPack } from './pack.schema.ts';
import { bundledPacks } from './packs/index.ts';
import { listOwnPacks } from './packs.store.ts';
import { nameOf } from './rules.ts';
import { packOn } from './what-follows.ts';

export type ShownPack = {
  readonly own: boolean;
  /** Without what it extends: what a next version begins with. */
  readonly written: PolicyPack;
  readonly whole: PolicyPack;
};

/** @throws Problem 404 for a version that is neither bundled nor the institution's own */
export async function showPack(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly name: string },
): Promise<ShownPack> {
  const { institutionId } = requirePermission(actor, 'designs.read', 'anywhere');
  return await deps.database.asInstitution(institutionId, async (tx) => {
    const institution = await findInstitution(tx, institutionId);
    if (!institution) throw notFound();
    const own = await listOwnPacks(tx, institutionId);
    const written = [...bundledPacks, ...own].find((pack) => nameOf(pack) === input.name);
    const whole = packOn(input.name, dayIn(institution.timeZone, deps.clock.now()), own);
    if (!written || !whole) throw notFound();
    return { own: own.includes(written), written, whole };
  });
}
