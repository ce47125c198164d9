import { dayIn } from '../../platform/calendar.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { findInstitution, requirePermission } from '../institutions/index.ts';
import type { QualityDeps } from './open-way.ts';
import type { PolicyPack } from './pack.schema.ts';
import { bundledPacks } from './packs/index.ts';
import { insertAdoption, insertPack, listOwnPacks } from './packs.store.ts';
import { packTaken, packUnfit } from './quality.problems.ts';
import { nameOf, openPack } from './rules.ts';

/**
 * From now on designs of a kind are judged by this pack; what was decided stays decided by the one it names.
 *
 * @throws Problem 422 for a pack that is not there, not in force today, or not for this kind of design or institution
 */
export async function adoptPack(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly kind: PolicyPack['designKinds'][number]; readonly pack: string },
): Promise<void> {
  const staff = requirePermission(actor, 'designs.assure', 'institution');
  const { institutionId } = staff;
  await deps.database.asInstitution(institutionId, async (tx) => {
    const institution = await findInstitution(tx, institutionId);
    if (!institution) throw notFound();
    const at = deps.clock.now();
    const own = await listOwnPacks(tx, institutionId);
    const pack = openPack(input.pack, dayIn(institution.timeZone, at), own);
    if (!isFit(pack, input.kind, institution.kind)) throw packUnfit();
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

/** Where others must act there is someone to act: only edubadges go without a gate. */
function isFit(pack: PolicyPack, kind: PolicyPack['designKinds'][number], institutionKind: string): boolean {
  const forKind = pack.designKinds.includes(kind) && (kind === 'edubadge' || pack.gates.length > 0);
  return forKind && (pack.institutionKinds.length === 0 || pack.institutionKinds.includes(institutionKind));
}

/**
 * A pack of the institution's own, or a new version of one: versions never change.
 *
 * @throws Problem 409 when this version or the name of a bundled pack is taken, 422 when what it extends is not there
 */
export async function makePack(deps: QualityDeps, actor: Actor, pack: PolicyPack): Promise<void> {
  const staff = requirePermission(actor, 'designs.assure', 'institution');
  const { institutionId } = staff;
  await deps.database.asInstitution(institutionId, async (tx) => {
    const own = await listOwnPacks(tx, institutionId);
    if ([...own, ...bundledPacks.filter(({ id }) => id === pack.id)].some((one) => isSameName(one, pack)))
      throw packTaken();
    openPack(nameOf(pack), pack.validFrom, [...own, pack]);
    const at = deps.clock.now();
    await insertPack(tx, {
      id: createUuid(),
      institutionId,
      pack: pack.id,
      version: pack.version,
      body: JSON.stringify(pack),
      madeAt: at,
    });
    await appendAuditEntry(tx, at, {
      actor: staff,
      institutionId,
      action: 'quality.pack-made',
      subject: { kind: 'institution', id: institutionId },
      detail: { pack: nameOf(pack) },
    });
  });
}

function isSameName(one: PolicyPack, other: PolicyPack): boolean {
  return one.id === other.id && (one.version === other.version || bundledPacks.includes(one));
}
