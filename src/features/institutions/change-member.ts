import type { Tx } from '../../database/index.ts';
import { endOfDay } from '../../platform/calendar.ts';
import { announce } from '../../platform/jobs/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { handClientOver, listClientsMadeBy, revokeClient } from './api-clients.store.ts';
import { findInstitution } from './institutions.store.ts';
import type { InviteDeps } from './invite-members.ts';
import { isLastAdministrator } from './last-administrator.ts';
import {
  deleteMember,
  findMember,
  listMembers,
  lockMembers,
  type Member,
  updateMember,
} from './members.store.ts';
import { requirePermission, requireStaff, type StaffActor } from './permissions.ts';
import { placeOfRole, requireGrantable } from './role-place.ts';
import { endInThePast, lastAdministrator, ownMembership } from './staff.problems.ts';

export type MemberDeps = Omit<InviteDeps, 'keyedDigest'>;

/**
 * Until when a role lasts; null: without end.
 *
 * @throws Problem 403 for one's own role and for one that may do more than the actor, 409 for the last administrator
 */
export async function changeMember(
  deps: MemberDeps,
  actor: Actor,
  input: { readonly id: string; readonly until: string | null },
): Promise<void> {
  await actOnMember(deps, actor, input.id, async (tx, staff, member) => {
    if (staff.kind === 'person' && member.personId === staff.personId) throw ownMembership();
    const institution = await findInstitution(tx, staff.institutionId);
    if (!institution) throw notFound();
    const now = deps.clock.now();
    const validUntil = input.until ? new Date(endOfDay(input.until, institution.timeZone)) : null;
    if (validUntil && validUntil <= now) throw endInThePast();
    if (validUntil && isLastAdministrator(member, await listMembers(tx, institution.id), now))
      throw lastAdministrator();
    await updateMember(tx, member.id, { validUntil });
    await record(tx, now, staff, member, 'member.changed', { until: validUntil?.toISOString() ?? null });
  });
}

/**
 * Ends a role at once: the next request of that person no longer has it, and what they made to act for them ends or is
 * handed over in the same transaction. One may always leave, unless one is the last administrator.
 */
export async function removeMember(
  deps: MemberDeps,
  actor: Actor,
  input: { readonly id: string; readonly keepClients?: boolean },
): Promise<void> {
  await actOnMember(deps, actor, input.id, async (tx, staff, member) => {
    const now = deps.clock.now();
    const members = await listMembers(tx, staff.institutionId);
    if (isLastAdministrator(member, members, now)) throw lastAdministrator();
    await deleteMember(tx, member.id);
    await record(tx, now, staff, member, 'member.removed', { role: member.role });
    if (member.personId === null || holdsOther(member, members, now)) return;
    await endClientsOf(tx, now, staff, member.personId, input.keepClients ?? false);
    await announce(tx, now, {
      institutionId: staff.institutionId,
      topic: 'member-left',
      payload: { personId: member.personId },
    });
  });
}

/** A role that is over keeps nobody here. */
function holdsOther(member: Member, members: readonly Member[], now: Date): boolean {
  return members.some(
    (other) =>
      other.id !== member.id &&
      other.personId === member.personId &&
      (other.validUntil === null || other.validUntil > now),
  );
}

async function endClientsOf(
  tx: Tx,
  at: Date,
  staff: StaffActor,
  personId: string,
  isKept: boolean,
): Promise<void> {
  for (const id of await listClientsMadeBy(tx, personId)) {
    const isHandedOver = isKept && staff.kind === 'person' && staff.personId !== personId;
    if (isHandedOver) await handClientOver(tx, id, staff.personId);
    if (!isHandedOver) await revokeClient(tx, id, at);
    await appendAuditEntry(tx, at, {
      actor: staff,
      institutionId: staff.institutionId,
      action: isHandedOver ? 'client.handed-over' : 'client.withdrawn',
      subject: { kind: 'client', id },
    });
  }
}

async function actOnMember(
  deps: MemberDeps,
  actor: Actor,
  id: string,
  act: (tx: Tx, staff: StaffActor, member: Member) => Promise<void>,
): Promise<void> {
  const staff = requireStaff(actor);
  await deps.database.asInstitution(staff.institutionId, async (tx) => {
    await lockMembers(tx, staff.institutionId);
    const member = await findMember(tx, id);
    if (!member) throw notFound();
    const isSelf = staff.kind === 'person' && member.personId === staff.personId;
    if (!isSelf) {
      const [design] = await deps.describeDesigns(tx, { ids: member.designId ? [member.designId] : [] });
      const held = placeOfRole(member, design);
      requirePermission(staff, 'members.manage', held.place);
      await requireGrantable(tx, staff, member.role, held);
    }
    await act(tx, staff, member);
  });
}

async function record(
  tx: Tx,
  at: Date,
  staff: StaffActor,
  member: Member,
  action: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await appendAuditEntry(tx, at, {
    actor: staff,
    institutionId: staff.institutionId,
    action,
    subject: { kind: 'member', id: member.id },
    personId: member.personId,
    detail,
  });
}
