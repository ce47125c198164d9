import { announce } from '../../platform/jobs/index.ts';
import { maskAddress } from '../../platform/mail/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { composeInvitationToken, expiryOfInvitation, hashInvitationToken } from './invitation.ts';
import { type Invitation, listInvitations, lockInvitation, renewInvitation } from './invitations.store.ts';
import type { InviteDeps } from './invite-members.ts';
import { asOperator } from './operator.ts';
import { invitationOver } from './staff.problems.ts';

export type InvitedAdministrator = {
  readonly id: string;
  /** Masked: the operator knows whom they wrote to, a colleague need not. */
  readonly address: string;
  readonly state: string;
  readonly expiresAt: Date;
};

/** Those whom an operator invited to the whole institution, newest first. */
export async function listFirstAdministrators(
  deps: Pick<InviteDeps, 'database'>,
  actor: Actor,
  input: { readonly institutionId: string },
): Promise<InvitedAdministrator[]> {
  await asOperator(deps, actor);
  const invitations = await deps.database.asInstitution(input.institutionId, (tx) =>
    listInvitations(tx, input.institutionId),
  );
  return invitations.filter(isFirst).map(({ id, address, state, expiresAt }) => ({
    ...{ id, state, expiresAt },
    address: maskAddress(address),
  }));
}

/** Another letter with fourteen new days; the link before is worth nothing. */
export async function resendFirstInvitation(
  deps: InviteDeps,
  actor: Actor,
  input: { readonly institutionId: string; readonly invitationId: string },
): Promise<void> {
  const staff = await asOperator(deps, actor);
  const { institutionId } = input;
  await deps.database.asInstitution(institutionId, async (tx) => {
    const invitation = await lockInvitation(tx, input.invitationId);
    if (!invitation || !isFirst(invitation)) throw notFound();
    if (invitation.state !== 'pending') throw invitationOver();
    const now = deps.clock.now();
    const expiresAt = expiryOfInvitation(now);
    const token = composeInvitationToken(deps.keyedDigest, { id: invitation.id, expiresAt });
    await renewInvitation(tx, invitation.id, {
      tokenHash: hashInvitationToken(token),
      expiresAt,
      sentAt: null,
      withheldAt: null,
    });
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId,
      action: 'invitation.sent-again',
      subject: { kind: 'invitation', id: invitation.id },
    });
    await announce(tx, now, {
      institutionId,
      topic: 'member-invited',
      payload: { invitationId: invitation.id },
    });
  });
}

export function isFirst({
  role,
  unitId,
  designId,
}: Pick<Invitation, 'role' | 'unitId' | 'designId'>): boolean {
  return role === 'administrator' && unitId === null && designId === null;
}
