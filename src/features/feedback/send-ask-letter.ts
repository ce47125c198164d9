import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { composeMessageId, type Mailer, renderLetter } from '../../platform/mail/index.ts';
import { composeLetterLink, isLetterRefused, sendToAddress } from '../accounts/index.ts';
import { appendAuditEntry, system } from '../audit/index.ts';
import { findAward, findRecipient, type GrantDeps } from '../awards/index.ts';
import { contentOf, findVersionById, inLanguage } from '../designs/index.ts';
import { findInstitution, findIssuer } from '../institutions/index.ts';
import { writeAskLetter } from './feedback.mail.ts';

export type AskDeps = Pick<GrantDeps, 'keyedDigest' | 'publicUrl'> & {
  readonly database: Database;
  readonly clock: Clock;
  readonly mailer: Mailer;
};

/** "How did it go?", half a year later; not to an address that wishes for no letters. */
export async function sendAskLetter(
  deps: AskDeps,
  institutionId: string,
  input: { readonly awardId: string },
): Promise<void> {
  const letter = await deps.database.asWorker(institutionId, async (tx) => {
    const award = await findAward(tx, input.awardId);
    const to = award?.state === 'claimed' ? (await findRecipient(tx, award.id))?.email : null;
    const version = award && (await findVersionById(tx, award.versionId));
    const issuer = award && (await findIssuer(tx, { id: award.issuerId }));
    const institution = await findInstitution(tx, institutionId);
    if (!award || !to || !version || !issuer || !institution) return undefined;
    const refused = await isLetterRefused(tx, deps.keyedDigest, {
      kind: 'feedback-asked',
      to,
      institutionId,
    });
    if (refused) return undefined;
    await appendAuditEntry(tx, deps.clock.now(), {
      ...{ actor: system, institutionId, action: 'feedback.asked', personId: award.personId },
      subject: { kind: 'award', id: award.id },
    });
    const content = contentOf(version);
    const language = award.language === 'nl' ? 'nl' : 'en';
    const name = inLanguage(issuer.name, language, content.defaultLanguage);
    return {
      ...{ to, contact: institution.replyTo ?? institution.email },
      facts: {
        language,
        title: inLanguage(content.title, language, content.defaultLanguage),
        issuer: name,
        sender: institution.senderName ?? name,
        ink: institution.inks[0],
        url: `${deps.publicUrl}/feedback/${award.id}`,
        stopUrl: composeLetterLink(deps, { to, institutionSlug: institution.slug }),
      },
    } as const;
  });
  if (!letter) return;
  const { to, facts, contact } = letter;
  const { subject, content } = writeAskLetter(facts);
  await sendToAddress(deps.mailer, {
    ...{ to, subject, senderName: facts.sender, unsubscribeUrl: facts.stopUrl },
    ...(await renderLetter(content)),
    messageId: composeMessageId(`feedback ${input.awardId}`, new URL(deps.publicUrl).hostname),
    ...(contact ? { replyTo: contact } : {}),
  });
}
