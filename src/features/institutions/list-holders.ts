import type { Tx } from '../../database/index.ts';
import { listMembers, listRolePermissions } from './members.store.ts';
import { holdAt, isRole, mayAt, type Permission, type Place, permissionsOf } from './permissions.ts';
import { listUnitBranches } from './units.store.ts';

/** Roles that may do everything: whoever leads an institution is not asked to do all its work. */
const LEADING = new Set(['administrator', 'operator']);

/**
 * Who is meant when something waits for whoever holds a permission at a place: everyone who has signed in and holds it
 * there, at this instant, by another role than that of whoever leads.
 */
export async function listHolders(
  tx: Tx,
  institutionId: string,
  { permission, place, at }: { readonly permission: Permission; readonly place: Place; readonly at: Date },
): Promise<string[]> {
  const members = (await listMembers(tx, institutionId)).filter(
    ({ role, validUntil }) => !LEADING.has(role) && (validUntil === null || validUntil > at),
  );
  const slugs = members.map(({ role }) => role).filter((role) => !isRole(role));
  const own = await listRolePermissions(tx, [institutionId], slugs);
  const branches = await listUnitBranches(tx, [institutionId]);
  const holders = members.flatMap(({ personId, role, unitId, designId }) => {
    const permissions = isRole(role) ? permissionsOf([role]) : (own.get(`${institutionId} ${role}`) ?? []);
    const places = designId ? [designId] : unitId ? (branches.get(unitId) ?? []) : null;
    const held = new Set(holdAt(permissions, places));
    if (!personId) return [];
    return mayAt({ kind: 'person', personId, institutionId, permissions: held }, permission, place)
      ? [personId]
      : [];
  });
  return [...new Set(holders)];
}
