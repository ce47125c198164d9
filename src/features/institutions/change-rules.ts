import type { Tx } from '../../database/index.ts';
import { notAllowed } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import type { LegalBasis } from './institution.ts';
import { findStaffRule, listInstitutions, updateInstitution } from './institutions.store.ts';
import { profileFaulty } from './organisation.problems.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { requirePermission, type StaffActor } from './permissions.ts';

export type Rules = {
  readonly formalBasis: LegalBasis | null;
  readonly informalBasis: LegalBasis | null;
  readonly openTo: 'all' | 'none' | 'listed';
  readonly openToInstitutions: readonly string[];
  /** Absent: as it was. */
  readonly secondFactor?: 'required' | 'off' | undefined;
};

/**
 * On which ground it awards, to whose learners its offer is open, and whether its people give a second factor.
 *
 * @throws Problem 403 also for a program that would change the second factor
 */
export async function changeRules(deps: OrganisationDeps, actor: Actor, input: Rules): Promise<void> {
  const staff = requirePermission(actor, 'institution.manage', 'institution');
  const { openToInstitutions, secondFactor, ...rules } = input;
  const institutions = await deps.database.asPublic(listInstitutions);
  const openToIds = openToInstitutions.map((slug) => {
    const found = institutions.find((one) => one.slug === slug && one.id !== staff.institutionId);
    if (!found)
      throw profileFaulty([{ pointer: '/openToInstitutions', detail: `"${slug}" is no other institution.` }]);
    return found.id;
  });
  await deps.database.asInstitution(staff.institutionId, async (tx) => {
    await updateInstitution(tx, staff.institutionId, {
      ...rules,
      openToIds: input.openTo === 'listed' ? openToIds : [],
    });
    await appendAuditEntry(tx, deps.clock.now(), {
      actor: staff,
      institutionId: staff.institutionId,
      action: 'institution.rules-changed',
      subject: { kind: 'institution', id: staff.institutionId },
      detail: rules,
    });
    if (secondFactor) await changeSecondFactor(deps, tx, staff, secondFactor);
  });
}

/** An entry of its own: whoever reads the trail must see from when on a password was enough. */
async function changeSecondFactor(
  deps: OrganisationDeps,
  tx: Tx,
  staff: StaffActor,
  secondFactor: 'required' | 'off',
): Promise<void> {
  const rule = await findStaffRule(tx, staff.institutionId);
  if (rule?.secondFactor === secondFactor) return;
  // A program has no second factor of its own, so it is not the one to say who needs one.
  if (staff.kind !== 'person') throw notAllowed('institution.manage');
  await updateInstitution(tx, staff.institutionId, { secondFactor });
  await appendAuditEntry(tx, deps.clock.now(), {
    actor: staff,
    institutionId: staff.institutionId,
    action: secondFactor === 'off' ? 'institution.second-factor-off' : 'institution.second-factor-required',
    subject: { kind: 'institution', id: staff.institutionId },
  });
}
