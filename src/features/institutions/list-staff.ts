/** Lists about the people of an institution: as much of them as the reader's role reaches. */
import type { Database, Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Actor } from '../audit/index.ts';
import type { Unit } from './institution.ts';
import { INSTITUTION_PERMISSIONS } from './institution-permissions.ts';
import { stateOfInvitation } from './invitation.ts';
import { type Invitation, listInvitations } from './invitations.store.ts';
import { listMembers, type Member } from './members.store.ts';
import {
  isRole,
  levelsOf,
  mayAt,
  permissionsOf,
  ROLES,
  requirePermission,
  type StaffActor,
} from './permissions.ts';
import {
  type DescribeDesigns,
  type DescribedDesign,
  mayGrantRole,
  placeOfRole,
  presentPlace,
} from './role-place.ts';
import { countHolders, listRoles, type OwnRole } from './roles.store.ts';
import type { InvitationView, MemberView, RoleView } from './staff.schema.ts';
import { listUnits } from './units.store.ts';

export type StaffListDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly describeDesigns: DescribeDesigns;
};

type Surroundings = {
  readonly units: readonly Unit[];
  readonly designs: readonly DescribedDesign[];
  readonly own: readonly OwnRole[];
};

export function listMembersFor(deps: StaffListDeps, actor: Actor): Promise<MemberView[]> {
  const staff = requirePermission(actor, 'members.read', 'anywhere');
  return deps.database.asInstitution(staff.institutionId, async (tx) => {
    const members = await listMembers(tx, staff.institutionId);
    const around = await readSurroundings(deps, tx, staff, members);
    return members
      .filter(
        (member) => isSelf(staff, member) || mayAt(staff, 'members.read', placeIn(around, member).place),
      )
      .map((member) => presentMember(staff, around, member, deps.clock.now()));
  });
}

export function listInvitationsFor(deps: StaffListDeps, actor: Actor): Promise<InvitationView[]> {
  const staff = requirePermission(actor, 'members.manage', 'anywhere');
  return deps.database.asInstitution(staff.institutionId, async (tx) => {
    const invitations = await listInvitations(tx, staff.institutionId);
    const around = await readSurroundings(deps, tx, staff, invitations);
    const now = deps.clock.now();
    return invitations
      .filter((invitation) => mayAt(staff, 'members.manage', placeIn(around, invitation).place))
      .map((invitation) => presentInvitation(staff, around, invitation, now));
  });
}

export function listRolesFor(
  deps: StaffListDeps,
  actor: Actor,
): Promise<{ roles: RoleView[]; permissions: string[] }> {
  const staff = requirePermission(actor, 'members.read', 'anywhere');
  return deps.database.asInstitution(staff.institutionId, async (tx) => {
    const own = await listRoles(tx, staff.institutionId);
    const holders = await countHolders(tx, staff.institutionId);
    const isGrantable = (permissions: Iterable<string>) =>
      [...permissions].every((permission) =>
        [...staff.permissions].some((held) => held.split('@')[0] === permission),
      );
    const presets = ROLES.filter((role) => role !== 'operator' || staff.permissions.has('platform.manage'));
    return {
      roles: [
        ...presets.map((slug) => ({
          slug,
          name: null,
          levels: [...levelsOf(slug)],
          permissions: [...permissionsOf([slug])],
          holders: holders.get(slug) ?? 0,
          grantable: isGrantable(permissionsOf([slug])),
        })),
        ...own.map((role) => ({
          slug: role.slug,
          name: { ...role.name },
          levels: ['institution' as const, 'unit' as const, 'design' as const],
          permissions: [...role.permissions],
          holders: holders.get(role.slug) ?? 0,
          grantable: isGrantable(role.permissions),
        })),
      ],
      permissions: INSTITUTION_PERMISSIONS.filter((permission) => staff.permissions.has(permission)),
    };
  });
}

async function readSurroundings(
  deps: StaffListDeps,
  tx: Tx,
  staff: StaffActor,
  held: readonly { readonly designId: string | null }[],
): Promise<Surroundings> {
  const ids = [...new Set(held.flatMap(({ designId }) => designId ?? []))];
  return {
    units: await listUnits(tx, staff.institutionId),
    designs: await deps.describeDesigns(tx, { ids }),
    own: await listRoles(tx, staff.institutionId),
  };
}

function placeIn(around: Surroundings, held: Pick<Member, 'unitId' | 'designId'>) {
  return placeOfRole(
    held,
    around.designs.find(({ id }) => id === held.designId),
  );
}

function isSelf(staff: StaffActor, member: Member): boolean {
  return staff.kind === 'person' && member.personId === staff.personId;
}

function presentMember(staff: StaffActor, around: Surroundings, member: Member, now: Date): MemberView {
  const { id, name, identifier, role, validUntil, personId } = member;
  return {
    ...{ id, name, identifier, role },
    roleName: nameOfRole(around.own, role),
    ...presentPlace(member, around.units, around.designs),
    validUntil: validUntil?.toISOString() ?? null,
    ended: validUntil !== null && validUntil <= now,
    signedIn: personId !== null,
    self: isSelf(staff, member),
    changeable: mayGrantRole(staff, role, placeIn(around, member), around.own),
  };
}

function presentInvitation(
  staff: StaffActor,
  around: Surroundings,
  invitation: Invitation,
  now: Date,
): InvitationView {
  const { id, address, role } = invitation;
  return {
    ...{ id, address, role },
    roleName: nameOfRole(around.own, role),
    ...presentPlace(invitation, around.units, around.designs),
    until: invitation.roleUntil?.toISOString() ?? null,
    state: stateOfInvitation(invitation, now),
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
    answeredAt: invitation.answeredAt?.toISOString() ?? null,
    letterWithheld: invitation.withheldAt !== null,
    changeable:
      invitation.state === 'pending' && mayGrantRole(staff, role, placeIn(around, invitation), around.own),
  };
}

function nameOfRole(own: readonly OwnRole[], role: string): Record<string, string> | null {
  const found = isRole(role) ? undefined : own.find(({ slug }) => slug === role);
  return found ? { ...found.name } : null;
}
