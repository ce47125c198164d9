import type { Database, Tx } from '../../database/index.ts';
import type { Text } from '../../formats/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createPublicId } from '../../platform/crypto/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { badRequest, notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { INSTITUTION_PERMISSIONS } from './institution-permissions.ts';
import { lockMembers } from './members.store.ts';
import { type Permission, requirePermission, type StaffActor } from './permissions.ts';
import { countHolders, deleteRole, insertRole, listRoles, type OwnRole, updateRole } from './roles.store.ts';
import { moreThanOwn, roleInUse, roleNameTaken } from './staff.problems.ts';

export type RoleDeps = { readonly database: Database; readonly clock: Clock };

export type RoleInput = { readonly name: Text; readonly permissions: readonly string[] };

/**
 * A role of the institution's own. It may hold what its maker holds everywhere, so that nobody makes themselves a
 * role with more.
 *
 * @returns its slug
 */
export function createRole(deps: RoleDeps, actor: Actor, input: RoleInput): Promise<{ slug: string }> {
  return inRoles(deps, actor, async (tx, staff, roles) => {
    const permissions = readPermissions(staff, input.permissions);
    requireFreeName(roles, input.name);
    const id = createUuid();
    const slug = `own-${createPublicId()}`;
    await insertRole(tx, {
      id,
      institutionId: staff.institutionId,
      slug,
      name: JSON.stringify(input.name),
      permissions,
      createdAt: deps.clock.now(),
    });
    await record(deps, tx, staff, 'role.created', id, permissions);
    return { slug };
  });
}

/** Whoever holds the role has the new permissions from their next request on. */
export function changeRole(
  deps: RoleDeps,
  actor: Actor,
  input: RoleInput & { readonly slug: string },
): Promise<void> {
  return inRoles(deps, actor, async (tx, staff, roles) => {
    const role = roles.find(({ slug }) => slug === input.slug);
    if (!role) throw notFound();
    const permissions = readPermissions(staff, input.permissions);
    requireHeld(staff, role.permissions);
    requireFreeName(
      roles.filter((other) => other !== role),
      input.name,
    );
    await updateRole(tx, role.id, { name: JSON.stringify(input.name), permissions });
    await record(deps, tx, staff, 'role.changed', role.id, permissions);
  });
}

export function removeRole(deps: RoleDeps, actor: Actor, input: { readonly slug: string }): Promise<void> {
  return inRoles(deps, actor, async (tx, staff, roles) => {
    const role = roles.find(({ slug }) => slug === input.slug);
    if (!role) throw notFound();
    requireHeld(staff, role.permissions);
    if ((await countHolders(tx, staff.institutionId)).has(role.slug)) throw roleInUse();
    await deleteRole(tx, role.id);
    await record(deps, tx, staff, 'role.removed', role.id, role.permissions);
  });
}

function inRoles<T>(
  deps: RoleDeps,
  actor: Actor,
  work: (tx: Tx, staff: StaffActor, roles: readonly OwnRole[]) => Promise<T>,
): Promise<T> {
  const staff = requirePermission(actor, 'roles.manage', 'institution');
  return deps.database.asInstitution(staff.institutionId, async (tx) => {
    // A role must not gain a holder while it is being removed.
    await lockMembers(tx, staff.institutionId);
    return await work(tx, staff, await listRoles(tx, staff.institutionId));
  });
}

function readPermissions(staff: StaffActor, wished: readonly string[]): Permission[] {
  const known = INSTITUTION_PERMISSIONS.filter((permission) => wished.includes(permission));
  if (known.length !== new Set(wished).size) throw badRequest('One of these permissions does not exist.');
  requireHeld(staff, known);
  return known;
}

function requireHeld(staff: StaffActor, permissions: readonly string[]): void {
  if (!permissions.every((permission) => staff.permissions.has(permission))) throw moreThanOwn();
}

function requireFreeName(roles: readonly OwnRole[], name: Text): void {
  const taken = roles.flatMap((role) => Object.values(role.name).map((text) => text.toLowerCase()));
  if (Object.values(name).some((text) => taken.includes(text.toLowerCase()))) throw roleNameTaken();
}

async function record(
  deps: RoleDeps,
  tx: Tx,
  staff: StaffActor,
  action: string,
  id: string,
  permissions: readonly string[],
): Promise<void> {
  await appendAuditEntry(tx, deps.clock.now(), {
    actor: staff,
    institutionId: staff.institutionId,
    action,
    subject: { kind: 'role', id },
    detail: { permissions },
  });
}
