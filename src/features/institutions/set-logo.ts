import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { updateInstitution } from './institutions.store.ts';
import { logoRefused } from './organisation.problems.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { requirePermission } from './permissions.ts';

/** @param input.bytes PNG or SVG as it was sent; null takes the logo away */
export async function setInstitutionLogo(
  deps: OrganisationDeps,
  actor: Actor,
  input: { readonly bytes: Uint8Array | null },
): Promise<void> {
  const staff = requirePermission(actor, 'institution.manage', 'institution');
  const logo = input.bytes && (await keepLogo(deps, input.bytes));
  await deps.database.asInstitution(staff.institutionId, async (tx) => {
    await updateInstitution(tx, staff.institutionId, { logo });
    await appendAuditEntry(tx, deps.clock.now(), {
      actor: staff,
      institutionId: staff.institutionId,
      action: 'institution.logo-changed',
      subject: { kind: 'institution', id: staff.institutionId },
      detail: { logo },
    });
  });
}

/** @returns the storage key of a PNG that was drawn here: nothing of what was sent reaches a browser */
export async function keepLogo(
  deps: Pick<OrganisationDeps, 'storage' | 'readBadgeImage'>,
  bytes: Uint8Array,
): Promise<string> {
  const read = await deps.readBadgeImage(bytes);
  if ('refused' in read) throw logoRefused(read.refused);
  return (await deps.storage.put(read.png, 'image/png')).key;
}
