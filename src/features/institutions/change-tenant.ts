import { announce } from '../../platform/jobs/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { requireIdentifiers } from './change-profile.ts';
import { replaceIdentifiers, type WantedIdentifiers } from './identifiers.ts';
import type { Feature } from './institution.ts';
import { findInstitution, updateInstitution } from './institutions.store.ts';
import { asOperator } from './operator.ts';
import type { OrganisationDeps } from './organisation-deps.ts';

/** What the operator decides about an institution: its switches, and identifiers that are locked for itself. */
export async function changeTenant(
  deps: OrganisationDeps,
  actor: Actor,
  input: {
    readonly institutionId: string;
    readonly features: readonly Feature[];
    readonly identifiers: WantedIdentifiers;
  },
): Promise<void> {
  const staff = await asOperator(deps, actor);
  const { institutionId, features, identifiers } = input;
  await requireIdentifiers(deps, institutionId, identifiers);
  await deps.database.asInstitution(institutionId, async (tx) => {
    const institution = await findInstitution(tx, institutionId);
    if (!institution) throw notFound();
    const now = deps.clock.now();
    await updateInstitution(tx, institutionId, {
      features: [...features],
      identifiers: JSON.stringify(replaceIdentifiers(institution.identifiers, identifiers)),
    });
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId,
      action: 'institution.changed-by-operator',
      subject: { kind: 'institution', id: institutionId },
      detail: { features },
    });
    await announce(tx, now, { institutionId, topic: 'offer-changed', payload: {} });
  });
}
