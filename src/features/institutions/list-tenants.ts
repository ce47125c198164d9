import type { Actor } from '../audit/index.ts';
import { findLastEntryAt } from '../audit/index.ts';
import { valuesOf } from './identifiers.ts';
import type { Institution } from './institution.ts';
import { listAllInstitutions } from './institutions.store.ts';
import { countMembers } from './operator.store.ts';
import { asOperator } from './operator.ts';
import type { OrganisationDeps } from './organisation-deps.ts';

export type Tenant = {
  readonly institution: Institution;
  readonly homes: readonly string[];
  readonly designs: number;
  readonly awards: number;
  readonly members: number;
  readonly lastActiveAt: Date | null;
};

/** Every institution with what it has, in numbers: the operator sees how much, never who. */
export async function listTenants(deps: OrganisationDeps, actor: Actor): Promise<Tenant[]> {
  await asOperator(deps, actor);
  const institutions = await deps.database.asPublic(listAllInstitutions);
  const tenants: Tenant[] = [];
  // Each in a context of its own: no one context sees two institutions.
  for (const institution of institutions) {
    const figures = await deps.database.asWorker(institution.id, async (tx) => ({
      ...(await deps.countWork(tx, institution.id)),
      members: await countMembers(tx, institution.id),
      lastActiveAt: (await findLastEntryAt(tx, institution.id)) ?? null,
    }));
    const homes = valuesOf(institution.identifiers, 'schacHomeOrganization');
    tenants.push({ institution, homes, ...figures });
  }
  return tenants;
}
