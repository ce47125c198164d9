import { type Actor, appendAuditEntry } from '../audit/index.ts';
import type { LegalBasis } from './institution.ts';
import { listInstitutions, updateInstitution } from './institutions.store.ts';
import { profileFaulty } from './organisation.problems.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { requirePermission } from './permissions.ts';

export type Rules = {
  readonly formalBasis: LegalBasis | null;
  readonly informalBasis: LegalBasis | null;
  readonly openTo: 'all' | 'none' | 'listed';
  readonly openToInstitutions: readonly string[];
};

/** On which ground it awards, and to whose learners its offer is open. */
export async function changeRules(deps: OrganisationDeps, actor: Actor, input: Rules): Promise<void> {
  const staff = requirePermission(actor, 'institution.manage', 'institution');
  const { openToInstitutions, ...rules } = input;
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
  });
}
