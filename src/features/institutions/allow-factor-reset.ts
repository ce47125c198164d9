/** A member lost their only passkey. Somebody who may do all that they may, or the operator, lets them make another. */
import type { Tx } from '../../database/index.ts';
import { notAllowed, notFound } from '../../platform/problem.ts';
import { allowFactorReset as allow, isKnownAt, normaliseAddress } from '../accounts/index.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import type { MemberDeps } from './change-member.ts';
import { isFirst } from './first-administrators.ts';
import { findStaffRule } from './institutions.store.ts';
import { lockInvitation } from './invitations.store.ts';
import { findMember, listMembers, lockMembers, type Member } from './members.store.ts';
import { asOperator } from './operator.ts';
import { requirePermission, requireStaff, type StaffActor } from './permissions.ts';
import { placeOfRole, requireGrantable } from './role-place.ts';
import { factorNotAsked, neverSignedIn, ownFactor, resetAllowedAlready } from './staff.problems.ts';

/**
 * One passkey in place of those that were lost, within a day, right after signing in at the institution's own provider;
 * a guest shows that they read the letters of the address they were invited at.
 *
 * @throws Problem 403 for one's own, for a member who may do more than the actor anywhere, and for programs; 409 when
 *   there is nothing to allow
 */
export async function allowFactorReset(
  deps: MemberDeps,
  actor: Actor,
  input: { readonly id: string },
): Promise<void> {
  const staff = requireStaff(actor);
  await allowFor(deps, staff, staff.institutionId, async (tx) => {
    const member = await findMember(tx, input.id);
    if (!member) throw notFound();
    if (staff.kind === 'person' && member.personId === staff.personId) throw ownFactor();
    // A passkey guards all that its holder may do here, not this one role.
    const members = await listMembers(tx, staff.institutionId);
    for (const held of members.filter((one) => one.id === member.id || isSamePerson(one, member)))
      await requireAuthorityOver(deps, tx, staff, held);
    if (staff.kind !== 'person') throw notAllowed('members.manage');
    return member;
  });
}

/** The same, by the operator, for an administrator whom an operator invited and who may have no colleague yet. */
export async function allowFirstFactorReset(
  deps: MemberDeps,
  actor: Actor,
  input: { readonly institutionId: string; readonly invitationId: string },
): Promise<void> {
  const operator = await asOperator(deps, actor);
  await allowFor(deps, operator, input.institutionId, async (tx) => {
    const invitation = await lockInvitation(tx, input.invitationId);
    if (!invitation || !isFirst(invitation)) throw notFound();
    if (invitation.personId === null) throw neverSignedIn();
    if (operator.kind !== 'person' || invitation.personId === operator.personId) throw ownFactor();
    const members = await listMembers(tx, input.institutionId);
    const member = members.find((one) => isSamePerson(one, invitation) && isFirst(one));
    if (!member) throw notFound();
    return member;
  });
}

function isSamePerson(one: { personId: string | null }, other: { personId: string | null }): boolean {
  return one.personId !== null && one.personId === other.personId;
}

async function requireAuthorityOver(
  deps: MemberDeps,
  tx: Tx,
  staff: StaffActor,
  held: Member,
): Promise<void> {
  const [design] = await deps.describeDesigns(tx, { ids: held.designId ? [held.designId] : [] });
  const place = placeOfRole(held, design);
  requirePermission(staff, 'members.manage', place.place);
  await requireGrantable(tx, staff, held.role, place);
}

/** Who they are elsewhere is the doorkeeper's to see, so it is asked between two looks at the member. */
async function allowFor(
  deps: MemberDeps,
  actor: StaffActor,
  institutionId: string,
  findAllowed: (tx: Tx) => Promise<Member>,
): Promise<void> {
  const { database, clock } = deps;
  const look = async (tx: Tx) => {
    await lockMembers(tx, institutionId);
    const member = await findAllowed(tx);
    if (member.personId === null) throw neverSignedIn();
    const rule = await findStaffRule(tx, institutionId);
    if (rule?.secondFactor !== 'required') throw factorNotAsked();
    return { member, personId: member.personId, issuer: rule.issuer };
  };
  const { personId, issuer } = await database.asInstitution(institutionId, look);
  const isKnown = await database.asDoorkeeper((tx) => isKnownAt(tx, personId, issuer));
  await database.asInstitution(institutionId, async (tx) => {
    const { member } = await look(tx);
    const now = clock.now();
    const address = isKnown ? null : normaliseAddress(member.identifier);
    if (!(await allow(tx, now, { institutionId, personId, address }))) throw resetAllowedAlready();
    await appendAuditEntry(tx, now, {
      ...{ actor, institutionId, personId, action: 'member.factor-reset-allowed' },
      subject: { kind: 'member', id: member.id },
    });
  });
}
