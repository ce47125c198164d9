import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound, signInNeeded } from '../../platform/problem.ts';
import { findPerson, listAddresses } from '../accounts/index.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { findInstitution } from './institutions.store.ts';
import { hashInvitationToken, stateOfInvitation } from './invitation.ts';
import { answerOpenInvitation, findInvitation, lockInvitation } from './invitations.store.ts';
import { insertMember } from './members.store.ts';
import { addressNotProven, invitationOver } from './staff.problems.ts';

/**
 * Only whoever has proven the address that the letter was written to answers it; the link alone opens nothing
 * (reliability C1). Answered once, also when it is pressed twice.
 *
 * @returns the slug of the institution
 * @throws Problem 401, 404 for a link that never was, 403 for another address, 410 for one that is over
 */
export async function answerInvitation(
  deps: { readonly database: Database; readonly clock: Clock },
  actor: Actor,
  input: { readonly token: string; readonly answer: 'accept' | 'refuse' },
): Promise<{ institution: string }> {
  if (actor.kind !== 'person') throw signInNeeded();
  const { personId } = actor;
  const known = await deps.database.asDoorkeeper(async (tx) => {
    const invitation = await findInvitation(tx, { tokenHash: hashInvitationToken(input.token) });
    const person = await findPerson(tx, personId);
    return invitation && person && { invitation, person, addresses: await listAddresses(tx, personId) };
  });
  if (!known) throw notFound();
  const { person, addresses } = known;
  if (!addresses.includes(known.invitation.address)) throw addressNotProven();
  return await deps.database.asInstitution(known.invitation.institutionId, async (tx) => {
    const now = deps.clock.now();
    const invitation = await lockInvitation(tx, known.invitation.id);
    const institution = await findInstitution(tx, known.invitation.institutionId);
    if (!invitation || !institution) throw notFound();
    if (input.answer === 'accept' && invitation.state === 'accepted' && invitation.personId === personId)
      return { institution: institution.slug };
    if (stateOfInvitation(invitation, now) !== 'pending') throw invitationOver();
    const state = input.answer === 'accept' ? 'accepted' : 'refused';
    await answerOpenInvitation(tx, invitation.id, { state, answeredAt: now, personId });
    if (state === 'accepted') {
      await insertMember(tx, {
        id: createUuid(),
        institutionId: institution.id,
        unitId: invitation.unitId,
        designId: invitation.designId,
        personId,
        identifier: invitation.address,
        name: person.name,
        role: invitation.role,
        validUntil: invitation.roleUntil,
        grantedBy: invitation.invitedBy,
        createdAt: now,
      });
    }
    await appendAuditEntry(tx, now, {
      actor: { ...actor, permissions: new Set() },
      institutionId: institution.id,
      action: `invitation.${state}`,
      subject: { kind: 'invitation', id: invitation.id },
      personId,
      detail: { role: invitation.role },
    });
    return { institution: institution.slug };
  });
}
