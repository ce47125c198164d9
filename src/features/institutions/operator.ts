import type { Database } from '../../database/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import type { Institution } from './institution.ts';
import { findInstitutionBySlug } from './institutions.store.ts';
import type { StaffActor } from './permissions.ts';
import { requireOperator } from './require-operator.ts';

export function asOperator(deps: { readonly database: Database }, actor: Actor): Promise<StaffActor> {
  return deps.database.asPublic((tx) => requireOperator(tx, actor));
}

/** Any but the operator's own. */
export async function findTenant(deps: { readonly database: Database }, slug: string): Promise<Institution> {
  const institution = await deps.database.asPublic((tx) => findInstitutionBySlug(tx, slug));
  if (!institution || institution.kind === 'operator') throw notFound();
  return institution;
}
