import { dayIn } from '../../platform/calendar.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { findInstitution, requirePermission } from '../institutions/index.ts';
import { isFit } from './is-fit.ts';
import type { QualityDeps } from './open-way.ts';
import type { DesignKind } from './pack.schema.ts';
import { isInForce } from './packs/index.ts';
import { findAdoption, insertAdoption, listOwnPacks, lockRules } from './packs.store.ts';
import { packUnfit, packUnknown } from './quality.problems.ts';
import { nameOf, openPack } from './rules.ts';

/**
 * From now on designs of a kind are judged by this pack; what was decided stays decided by the one it names.
 *
 * @throws Problem 422 for a pack that is not there, not in force today, or not for this kind of design or institution
 */
export async function adoptPack(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly kind: DesignKind; readonly pack: string },
): Promise<void> {
  const staff = requirePermission(actor, 'designs.assure', 'institution');
  const { institutionId } = staff;
  await deps.database.asInstitution(institutionId, async (tx) => {
    const institution = await findInstitution(tx, institutionId);
    if (!institution) throw notFound();
    const at = deps.clock.now();
    await lockRules(tx, institutionId);
    const own = await listOwnPacks(tx, institutionId);
    const pack = openPack(input.pack, dayIn(institution.timeZone, at), own);
    if (!isInForce(pack, dayIn(institution.timeZone, at))) throw packUnknown(input.pack);
    if (!isFit(pack, input.kind, institution.kind)) throw packUnfit();
    // Whoever presses twice chose once.
    if ((await findAdoption(tx, institutionId, input.kind, at)) === input.pack) return;
    await insertAdoption(tx, {
      id: createUuid(),
      institutionId,
      designKind: input.kind,
      pack: input.pack,
      adoptedAt: at,
    });
    await appendAuditEntry(tx, at, {
      actor: staff,
      institutionId,
      action: 'quality.pack-adopted',
      subject: { kind: 'institution', id: institutionId },
      detail: { kind: input.kind, pack: nameOf(pack) },
    });
  });
}
