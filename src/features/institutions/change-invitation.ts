import type { Tx } from '../../database/index.ts';
import { announce } from '../../platform/jobs/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { composeInvitationToken, expiryOfInvitation, hashInvitationToken } from './invitation.ts';
import {
  answerOpenInvitation,
  type Invitation,
  lockInvitation,
  renewInvitation,
} from './invitations.store.ts';
import type { InviteDeps } from './invite-members.ts';
import { requirePermission, type StaffActor } from './permissions.ts';
import { placeOfRole, requireGrantable } from './role-place.ts';
import { invitationOver } from './staff.problems.ts';

/** The letter that went out opens nothing any more. @throws Problem 410 when it was answered */
export async function withdrawInvitation(
  deps: InviteDeps,
  actor: Actor,
  input: { readonly id: string },
): Promise<void> {
  await changeOpenInvitation(deps, actor, input.id, async (tx, staff, invitation) => {
    const now = deps.clock.now();
    await answerOpenInvitation(tx, invitation.id, { state: 'withdrawn', answeredAt: now, personId: null });
    await record(tx, now, staff, invitation, 'invitation.withdrawn');
  });
}

/** Another letter with another link and fourteen new days; the link before is worth nothing. */
export async function resendInvitation(
  deps: InviteDeps,
  actor: Actor,
  input: { readonly id: string },
): Promise<void> {
  await changeOpenInvitation(deps, actor, input.id, async (tx, staff, invitation) => {
    const now = deps.clock.now();
    const expiresAt = expiryOfInvitation(now);
    const token = composeInvitationToken(deps.keyedDigest, { id: invitation.id, expiresAt });
    await renewInvitation(tx, invitation.id, {
      tokenHash: hashInvitationToken(token),
      expiresAt,
      sentAt: null,
      withheldAt: null,
    });
    await record(tx, now, staff, invitation, 'invitation.sent-again');
    await announce(tx, now, {
      institutionId: staff.institutionId,
      topic: 'member-invited',
      payload: { invitationId: invitation.id },
    });
  });
}

async function changeOpenInvitation(
  deps: InviteDeps,
  actor: Actor,
  id: string,
  change: (tx: Tx, staff: StaffActor, invitation: Invitation) => Promise<void>,
): Promise<void> {
  const staff = requirePermission(actor, 'members.manage', 'anywhere');
  await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const invitation = await lockInvitation(tx, id);
    if (!invitation) throw notFound();
    const [design] = await deps.describeDesigns(tx, {
      ids: invitation.designId ? [invitation.designId] : [],
    });
    const held = placeOfRole(invitation, design);
    requirePermission(staff, 'members.manage', held.place);
    await requireGrantable(tx, staff, invitation.role, held);
    if (invitation.state !== 'pending') throw invitationOver();
    await change(tx, staff, invitation);
  });
}

async function record(
  tx: Tx,
  at: Date,
  staff: StaffActor,
  invitation: Invitation,
  action: string,
): Promise<void> {
  await appendAuditEntry(tx, at, {
    actor: staff,
    institutionId: staff.institutionId,
    action,
    subject: { kind: 'invitation', id: invitation.id },
  });
}
