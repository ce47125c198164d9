import type { Database, Tx } from '../../database/index.ts';
import { endOfDay } from '../../platform/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { createUuid } from '../../platform/ids.ts';
import { announce } from '../../platform/jobs/index.ts';
import { isMailAddress } from '../../platform/mail/index.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { normaliseAddress } from '../accounts/index.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import type { Institution, InterfaceLanguage } from './institution.ts';
import { findInstitution } from './institutions.store.ts';
import {
  composeInvitationToken,
  expiryOfInvitation,
  hashInvitationToken,
  type KeyedDigest,
} from './invitation.ts';
import { countInvitationsSince, insertInvitation } from './invitations.store.ts';
import { listMembers, lockMembers, type Member } from './members.store.ts';
import { requirePermission, type StaffActor } from './permissions.ts';
import { type DescribeDesigns, type RolePlace, readRolePlace, requireGrantable } from './role-place.ts';
import {
  alreadyHolds,
  alreadyInvited,
  endInThePast,
  invitationAddressMalformed,
  tooManyInvitations,
} from './staff.problems.ts';
import type { InvitationFate } from './staff.schema.ts';

export type InviteDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly keyedDigest: KeyedDigest;
  readonly describeDesigns: DescribeDesigns;
};

export type InvitationInput = {
  readonly address: string;
  readonly role: string;
  /** Slug of a unit, or public id of a design; neither: everywhere in the institution. */
  readonly unit?: string | undefined;
  readonly design?: string | undefined;
  /** The last day of the role. */
  readonly until?: string | undefined;
};

const A_DAY = 2_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Invites one or many people by letter. Each row has a fate of its own; a row that cannot be invited leaves the others
 * alone. Nobody becomes a member before they accept.
 *
 * @throws Problem 403 without the right to invite anywhere, 429 after 2,000 invitations in a day
 */
export async function inviteMembers(
  deps: InviteDeps,
  actor: Actor,
  input: {
    readonly invitations: readonly InvitationInput[];
    readonly language?: InterfaceLanguage | undefined;
  },
): Promise<InvitationFate[]> {
  const staff = requirePermission(actor, 'members.manage', 'anywhere');
  return await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const institution = await findInstitution(tx, staff.institutionId);
    if (!institution) throw notFound();
    // A role must not be removed while someone is invited to it.
    await lockMembers(tx, institution.id);
    const now = deps.clock.now();
    const sent = await countInvitationsSince(tx, institution.id, new Date(now.getTime() - DAY_MS));
    if (sent + input.invitations.length > A_DAY) throw tooManyInvitations();
    const members = await listMembers(tx, institution.id);
    const fates: InvitationFate[] = [];
    for (const [row, invitation] of input.invitations.entries()) {
      const language = input.language ?? institution.defaultLanguage;
      try {
        await invite(deps, tx, { staff, institution, members, invitation, language });
        fates.push({ row, address: invitation.address, fate: 'invited' });
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        const { code, title } = problem;
        fates.push({ row, address: invitation.address, fate: 'refused', problem: { code, title } });
      }
    }
    return fates;
  });
}

async function invite(
  deps: InviteDeps,
  tx: Tx,
  asked: {
    readonly staff: StaffActor;
    readonly institution: Institution;
    readonly members: readonly Member[];
    readonly invitation: InvitationInput;
    readonly language: InterfaceLanguage;
  },
): Promise<void> {
  const { staff, institution, members, invitation, language } = asked;
  const address = normaliseAddress(invitation.address);
  if (!isMailAddress(address)) throw invitationAddressMalformed();
  const place = await readRolePlace(deps, tx, institution.id, invitation);
  requirePermission(staff, 'members.manage', place.place);
  await requireGrantable(tx, staff, invitation.role, place);
  const until = invitation.until ? new Date(endOfDay(invitation.until, institution.timeZone)) : null;
  if (until && until <= deps.clock.now()) throw endInThePast();
  if (members.some((member) => member.identifier === address && isSameRole(member, invitation.role, place)))
    throw alreadyHolds();
  await writeInvitation(deps, tx, {
    actor: staff,
    institutionId: institution.id,
    ...{ address, language, until, place, role: invitation.role },
  });
}

function isSameRole(member: Member, role: string, place: RolePlace): boolean {
  return member.role === role && member.unitId === place.unitId && member.designId === place.designId;
}

/** The letter is announced with the id alone; its link is derived again when it is written. */
export async function writeInvitation(
  deps: Pick<InviteDeps, 'clock' | 'keyedDigest'>,
  tx: Tx,
  input: {
    readonly actor: Exclude<Actor, { kind: 'anonymous' }>;
    readonly institutionId: string;
    readonly address: string;
    readonly role: string;
    readonly place: Pick<RolePlace, 'unitId' | 'designId'>;
    readonly until: Date | null;
    readonly language: InterfaceLanguage;
  },
): Promise<void> {
  const { actor, institutionId, address, role, place, until, language } = input;
  const now = deps.clock.now();
  const id = createUuid();
  const expiresAt = expiryOfInvitation(now);
  const fresh = await insertInvitation(tx, {
    ...{ id, institutionId, address, role, language, expiresAt },
    unitId: place.unitId,
    designId: place.designId,
    roleUntil: until,
    tokenHash: hashInvitationToken(composeInvitationToken(deps.keyedDigest, { id, expiresAt })),
    state: 'pending',
    invitedBy: actor.kind === 'person' ? actor.personId : null,
    createdAt: now,
  });
  if (!fresh) throw alreadyInvited();
  await appendAuditEntry(tx, now, {
    actor,
    institutionId,
    action: 'member.invited',
    subject: { kind: 'invitation', id },
    detail: { role, unit: place.unitId, design: place.designId },
  });
  await announce(tx, now, { institutionId, topic: 'member-invited', payload: { invitationId: id } });
}
