import type { Database } from '../../database/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import type { Institution } from './institution.ts';
import { findInstitution, findInstitutionBySlug } from './institutions.store.ts';
import { requirePermission, type StaffActor } from './permissions.ts';

/**
 * Whoever runs this installation. The permission alone is not enough: it counts at the operator's own institution,
 * whatever a role of another calls itself.
 */
export async function requireOperator(
  deps: { readonly database: Database },
  actor: Actor,
): Promise<StaffActor> {
  const staff = requirePermission(actor, 'platform.manage', 'institution');
  const own = await deps.database.asInstitution(staff.institutionId, (tx) =>
    findInstitution(tx, staff.institutionId),
  );
  if (own?.kind !== 'operator') throw notFound();
  return staff;
}

/** Any but the operator's own. */
export async function findTenant(deps: { readonly database: Database }, slug: string): Promise<Institution> {
  const institution = await deps.database.asPublic((tx) => findInstitutionBySlug(tx, slug));
  if (!institution || institution.kind === 'operator') throw notFound();
  return institution;
}
