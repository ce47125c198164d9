import type { Database, Tx } from '../../database/index.ts';
import type { Text } from '../../formats/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { composeMessageId, type Mailer, MailRefusal, renderLetter } from '../../platform/mail/index.ts';
import { composeLetterLink, isLetterRefused } from '../accounts/index.ts';
import { appendAuditEntry, system } from '../audit/index.ts';
import { findInstitution } from './institutions.store.ts';
import { composeInvitationToken, type KeyedDigest, stateOfInvitation } from './invitation.ts';
import {
  findInvitation,
  type Invitation,
  markInvitationSent,
  markInvitationWithheld,
} from './invitations.store.ts';
import { isRole } from './permissions.ts';
import type { DescribeDesigns } from './role-place.ts';
import { listRoles } from './roles.store.ts';
import { type InvitationLetterFacts, ROLE_NAMES, writeInvitationLetter } from './staff.mail.ts';
import { listUnits } from './units.store.ts';

export type InvitationLetterDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly keyedDigest: KeyedDigest;
  readonly describeDesigns: DescribeDesigns;
  readonly mailer: Mailer;
  readonly publicUrl: string;
};

/** Sent once for each link, also when the job is run again; an invitation that is over gets no letter. */
export async function sendInvitationLetter(
  deps: InvitationLetterDeps,
  institutionId: string,
  input: { readonly invitationId: string },
): Promise<void> {
  const found = await deps.database.asInstitution(institutionId, async (tx) => {
    const invitation = await findInvitation(tx, { id: input.invitationId });
    if (!invitation || invitation.sentAt !== null || invitation.withheldAt !== null) return undefined;
    if (stateOfInvitation(invitation, deps.clock.now()) !== 'pending') return undefined;
    const letter = { kind: 'member-invited', to: invitation.address, institutionId } as const;
    if (await isLetterRefused(tx, deps.keyedDigest, letter)) {
      await withhold(tx, invitation, deps.clock.now());
      return undefined;
    }
    return { invitation, facts: await compose(deps, tx, invitation) };
  });
  if (!found?.facts) return;
  const { invitation, facts } = found;
  const { subject, content } = writeInvitationLetter(facts);
  try {
    await deps.mailer.send({
      to: invitation.address,
      subject,
      ...(await renderLetter(content)),
      messageId: composeMessageId(
        `invitation ${invitation.id} ${invitation.expiresAt.toISOString()}`,
        new URL(deps.publicUrl).hostname,
      ),
      senderName: facts.institution,
      ...(facts.contact ? { replyTo: facts.contact } : {}),
      unsubscribeUrl: facts.stopUrl,
    });
  } catch (error) {
    // An address that will never take a letter: the list of invitations shows that none left.
    if (error instanceof MailRefusal && error.reason !== 'mail.deferred') return;
    throw error;
  }
  await deps.database.asInstitution(institutionId, (tx) =>
    markInvitationSent(tx, invitation.id, deps.clock.now()),
  );
}

/** The list of invitations shows that none left, and why. */
async function withhold(tx: Tx, { id, institutionId }: Invitation, at: Date): Promise<void> {
  await markInvitationWithheld(tx, id, at);
  await appendAuditEntry(tx, at, {
    actor: system,
    institutionId,
    action: 'invitation.withheld',
    subject: { kind: 'invitation', id },
  });
}

async function compose(
  deps: InvitationLetterDeps,
  tx: Tx,
  invitation: Invitation,
): Promise<InvitationLetterFacts | undefined> {
  const institution = await findInstitution(tx, invitation.institutionId);
  if (!institution) return undefined;
  const { language, role } = invitation;
  const own = (await listRoles(tx, institution.id)).find(({ slug }) => slug === role);
  const [design] = await deps.describeDesigns(tx, { ids: invitation.designId ? [invitation.designId] : [] });
  const unit = (await listUnits(tx, institution.id)).find(({ id }) => id === invitation.unitId);
  const place = design?.title ?? unit?.name;
  const token = composeInvitationToken(deps.keyedDigest, invitation);
  return {
    language,
    institution: inLanguage(institution.name, language),
    role: isRole(role) ? ROLE_NAMES[language][role] : inLanguage(own?.name ?? {}, language),
    place: place && inLanguage(place, language),
    ink: institution.inks[0],
    url: `${deps.publicUrl}/invitation/${token}`,
    expiresOn: new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
      timeZone: institution.timeZone,
      dateStyle: 'long',
    }).format(invitation.expiresAt),
    stopUrl: composeLetterLink(deps, { to: invitation.address, institutionSlug: institution.slug }),
    contact: institution.email,
  };
}

function inLanguage(text: Text, language: string): string {
  return text[language] ?? Object.values(text)[0] ?? '';
}
