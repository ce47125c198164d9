import type { Tx } from '../../database/index.ts';
import { listMemberships, listRolePermissions } from './members.store.ts';
import { holdAt, isRole, permissionsOf } from './permissions.ts';
import { listUnitBranches } from './units.store.ts';

/** What a person may do at one institution, and by which roles. */
export type Rights = {
  readonly institutionId: string;
  readonly roles: readonly string[];
  /** With the places where each is held, as `permissions.ts` writes them. */
  readonly permissions: ReadonlySet<string>;
};

/** Everything that a person may do at this instant: presets and own roles, each with all that is below its place. */
export async function listRights(tx: Tx, personId: string, at: Date): Promise<Rights[]> {
  const memberships = await listMemberships(tx, personId, at);
  if (memberships.length === 0) return [];
  const institutionIds = [...new Set(memberships.map(({ institutionId }) => institutionId))];
  const own = await listRolePermissions(
    tx,
    institutionIds,
    memberships.map(({ role }) => role).filter((role) => !isRole(role)),
  );
  const branches = memberships.some(({ unitId }) => unitId !== null)
    ? await listUnitBranches(tx, institutionIds)
    : new Map<string, string[]>();
  return institutionIds.map((institutionId) => {
    const held = memberships.filter((membership) => membership.institutionId === institutionId);
    return {
      institutionId,
      roles: [...new Set(held.map(({ role }) => role))].sort(),
      permissions: new Set(
        held.flatMap(({ role, unitId, designId }) =>
          holdAt(
            isRole(role) ? permissionsOf([role]) : (own.get(`${institutionId} ${role}`) ?? []),
            designId ? [designId] : unitId ? (branches.get(unitId) ?? [unitId]) : null,
          ),
        ),
      ),
    };
  });
}
