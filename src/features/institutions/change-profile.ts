import type { Tx } from '../../database/index.ts';
import { announce } from '../../platform/jobs/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import {
  findIdentifierFaults,
  listLockedChanges,
  replaceIdentifiers,
  valuesOf,
  type WantedIdentifiers,
} from './identifiers.ts';
import type { Institution } from './institution.ts';
import { findInstitution, listAllInstitutions, updateInstitution } from './institutions.store.ts';
import { homeTaken, identifiersLocked, profileFaulty } from './organisation.problems.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { requirePermission } from './permissions.ts';
import type { ChangeProfile } from './profile.schema.ts';

/**
 * What the institution says of itself. Credentials that are signed from now on carry it; the issuer's name and DID
 * in them stay as they were written when the issuer was made.
 *
 * @throws Problem 422 for an identifier that is written otherwise, 409 for one that is locked or another's
 */
export async function changeProfile(
  deps: OrganisationDeps,
  actor: Actor,
  input: ChangeProfile,
): Promise<void> {
  const staff = requirePermission(actor, 'institution.manage', 'institution');
  await requireIdentifiers(deps, staff.institutionId, input.identifiers);
  await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const institution = await findInstitution(tx, staff.institutionId);
    if (!institution) throw notFound();
    const locked = await findLocked(deps, tx, institution, input.identifiers);
    if (locked.length > 0) throw identifiersLocked(locked);
    const now = deps.clock.now();
    const { kind, name, description, address, identifiers, ...plain } = input;
    await updateInstitution(tx, institution.id, {
      ...plain,
      // The operator's own stays what it is.
      ...(institution.kind === 'operator' ? {} : { kind }),
      name: JSON.stringify(name),
      description: JSON.stringify(description),
      address: JSON.stringify(address),
      identifiers: JSON.stringify(replaceIdentifiers(institution.identifiers, identifiers)),
    });
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId: institution.id,
      action: 'institution.profile-changed',
      subject: { kind: 'institution', id: institution.id },
    });
    await announce(tx, now, { institutionId: institution.id, topic: 'offer-changed', payload: {} });
  });
}

/** Written as they must be, and no other institution's. */
export async function requireIdentifiers(
  deps: Pick<OrganisationDeps, 'database'>,
  institutionId: string | null,
  wanted: WantedIdentifiers,
): Promise<void> {
  const faults = findIdentifierFaults(wanted);
  if (faults.length > 0) throw profileFaulty(faults);
  const homes = wanted.schacHomeOrganization ?? [];
  if (homes.length === 0) return;
  const all = await deps.database.asPublic(listAllInstitutions);
  const taken = all
    .filter(({ id }) => id !== institutionId)
    .flatMap(({ identifiers }) => valuesOf(identifiers, 'schacHomeOrganization'))
    .find((home) => homes.includes(home));
  if (taken) throw homeTaken(taken);
}

async function findLocked(
  deps: OrganisationDeps,
  tx: Tx,
  institution: Institution,
  wanted: WantedIdentifiers,
): Promise<string[]> {
  const { awards } = await deps.countWork(tx, institution.id);
  return listLockedChanges(institution.identifiers, wanted, awards > 0);
}
