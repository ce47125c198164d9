import { isDeepStrictEqual } from 'node:util';
import { dayIn } from '../../platform/calendar.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { findInstitution, requirePermission } from '../institutions/index.ts';
import type { QualityDeps } from './open-way.ts';
import type { PolicyPack } from './pack.schema.ts';
import { findPackFaults, findTimeFaults, type PackFault } from './pack-faults.ts';
import { bundledPacks } from './packs/index.ts';
import { insertPack, listOwnPacks, lockRules } from './packs.store.ts';
import { packFaulty, packTaken } from './quality.problems.ts';
import { nameOf, openPack } from './rules.ts';
import { packOn } from './what-follows.ts';

/**
 * A pack of the institution's own, or a new version of one: versions never change.
 *
 * @returns what it is cited as
 * @throws Problem 409 when this version or the name of a bundled pack is taken, 422 for what contradicts itself or
 *   extends what is not there
 */
export async function makePack(
  deps: QualityDeps,
  actor: Actor,
  pack: PolicyPack,
): Promise<{ readonly ref: string }> {
  const staff = requirePermission(actor, 'designs.assure', 'institution');
  const { institutionId } = staff;
  return await deps.database.asInstitution(institutionId, async (tx) => {
    const institution = await findInstitution(tx, institutionId);
    if (!institution) throw notFound();
    const at = deps.clock.now();
    await lockRules(tx, institutionId);
    const own = await listOwnPacks(tx, institutionId);
    const versions = own.filter(({ id }) => id === pack.id);
    if (bundledPacks.some(({ id }) => id === pack.id)) throw packTaken();
    const made = versions.find(({ version }) => version === pack.version);
    // Whoever presses twice made it once.
    if (made && isDeepStrictEqual(made, pack)) return { ref: nameOf(pack) };
    if (made) throw packTaken();
    const lost = findLostParents(pack, own);
    if (lost.length > 0) throw packFaulty(lost);
    const faults = [
      ...findPackFaults(pack, listInherited(pack, own)),
      ...findTimeFaults(pack, versions, dayIn(institution.timeZone, at)),
    ];
    if (faults.length > 0) throw packFaulty(faults);
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
    return { ref: nameOf(pack) };
  });
}

/** What it extends must be there on its first day, and must not lead back to it. */
function findLostParents(pack: PolicyPack, own: readonly PolicyPack[]): PackFault[] {
  return pack.extends.flatMap((parent, at) => {
    const alone = { ...pack, extends: [parent] };
    const found = packOn(nameOf(pack), pack.validFrom, [...own, alone]);
    return found ? [] : [{ pointer: `/extends/${at}`, detail: 'is-not-there' as const }];
  });
}

function listInherited(pack: PolicyPack, own: readonly PolicyPack[]): string[] {
  const bare = { ...pack, criteria: [] };
  return openPack(nameOf(pack), pack.validFrom, [...own, bare]).criteria.map(({ id }) => id);
}
