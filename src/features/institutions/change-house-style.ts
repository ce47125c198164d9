import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { findInkFaults } from './house-style.ts';
import type { InterfaceLanguage } from './institution.ts';
import { updateInstitution } from './institutions.store.ts';
import { profileFaulty } from './organisation.problems.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { requirePermission } from './permissions.ts';

export type HouseStyle = {
  readonly inks: readonly string[];
  readonly senderName: string | null;
  readonly replyTo: string | null;
  readonly defaultLanguage: InterfaceLanguage;
};

/** Marks that are published keep the inks of their day. @throws Problem 422 for inks that DESIGN §2 refuses */
export async function changeHouseStyle(
  deps: OrganisationDeps,
  actor: Actor,
  input: HouseStyle,
): Promise<void> {
  const staff = requirePermission(actor, 'institution.manage', 'institution');
  const inks = input.inks.map((ink) => ink.toLowerCase());
  const faults = findInkFaults(inks);
  if (faults.length > 0)
    throw profileFaulty(faults.map(({ at, detail }) => ({ pointer: `/inks/${at}`, detail })));
  await deps.database.asInstitution(staff.institutionId, async (tx) => {
    await updateInstitution(tx, staff.institutionId, { ...input, inks });
    await appendAuditEntry(tx, deps.clock.now(), {
      actor: staff,
      institutionId: staff.institutionId,
      action: 'institution.house-style-changed',
      subject: { kind: 'institution', id: staff.institutionId },
      detail: { inks },
    });
  });
}
