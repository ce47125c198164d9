import type { Tx } from '../../database/index.ts';
import { shrinkPng } from '../../platform/images/index.ts';
import {
  composeMessageId,
  type LetterAttachment,
  type Mailer,
  MailRefusal,
  renderLetter,
} from '../../platform/mail/index.ts';
import type { Storage } from '../../platform/storage/index.ts';
import { composeLetterLink, isLetterRefused } from '../accounts/index.ts';
import { appendAuditEntry, system } from '../audit/index.ts';
import { composeAlternative, contentOf, findVersionById, inLanguage } from '../designs/index.ts';
import { findInstitution, findIssuer, listUnits, logoOf } from '../institutions/index.ts';
import type { Award, Recipient } from './award.ts';
import { type Letter, type LetterFacts, writeOfferLetter, writeRevocationLetter } from './awards.mail.ts';
import { findAward, findRecipient, isOfferUnsent, markOfferSent, markOfferWithheld } from './awards.store.ts';
import { offerToken } from './compose-award.ts';
import type { GrantDeps } from './grant-awards.ts';

export type LetterDeps = Pick<GrantDeps, 'database' | 'clock' | 'keyedDigest' | 'publicUrl'> & {
  readonly mailer: Mailer;
  readonly storage: Storage;
};

type Addressed = {
  readonly to: string;
  readonly facts: LetterFacts;
  readonly award: Award;
  readonly imageKey: string;
  readonly logoKey: string | null;
};

const IMAGE_NAME = 'badge';
/** Shown at 120. */
const IMAGE_PIXELS = 240;
const LOGO_NAME = 'logo';
/** Shown at 48. */
const LOGO_PIXELS = 96;

/**
 * "You received …", with the secret link. No address, no letter: the award then waits in the backpack. A job that is
 * run again after a crash sends at most the one letter whose leaving was not yet written down.
 */
export async function sendOfferLetter(
  deps: LetterDeps,
  institutionId: string,
  input: { awardId: string },
): Promise<void> {
  const unsent = await deps.database.asWorker(institutionId, (tx) => isOfferUnsent(tx, input.awardId));
  if (!unsent) return;
  const addressed = await address(deps, institutionId, input.awardId);
  if (addressed?.award.state !== 'offered') return;
  const isRefused = await deps.database.asWorker(institutionId, (tx) =>
    isLetterRefused(tx, deps.keyedDigest, { kind: 'award-offered', to: addressed.to, institutionId }),
  );
  if (isRefused) {
    await withhold(deps, institutionId, addressed.award);
    return;
  }
  const { stopUrl } = addressed.facts;
  await send(deps, addressed, writeOfferLetter(addressed.facts), `offer ${input.awardId}`, stopUrl);
  await deps.database.asWorker(institutionId, async (tx) => {
    const now = deps.clock.now();
    await markOfferSent(tx, input.awardId, now);
    await appendAuditEntry(tx, now, {
      actor: system,
      institutionId,
      action: 'award.offer-sent',
      subject: { kind: 'award', id: input.awardId },
      personId: addressed.award.personId,
    });
  });
}

/** The award stands and waits; whoever granted it reads why no letter left. */
async function withhold(deps: LetterDeps, institutionId: string, award: Award): Promise<void> {
  await deps.database.asWorker(institutionId, async (tx) => {
    const now = deps.clock.now();
    await markOfferWithheld(tx, award.id, now);
    await appendAuditEntry(tx, now, {
      actor: system,
      institutionId,
      action: 'award.offer-withheld',
      subject: { kind: 'award', id: award.id },
      personId: award.personId,
    });
  });
}

export async function sendRevocationLetter(
  deps: LetterDeps,
  institutionId: string,
  input: { awardId: string },
): Promise<void> {
  const addressed = await address(deps, institutionId, input.awardId);
  if (!addressed?.award.revocationReason) return;
  const { revocationReason: reason, revocationNote: note } = addressed.award;
  await send(
    deps,
    addressed,
    writeRevocationLetter({ ...addressed.facts, reason, note }),
    `revoked ${input.awardId}`,
  );
}

/** No transaction is held while the letter goes out. The same key gives the same Message-ID if it is sent again. */
async function send(
  deps: LetterDeps,
  { to, facts, imageKey, logoKey }: Addressed,
  letter: Letter,
  key: string,
  unsubscribeUrl?: string,
): Promise<void> {
  const image = await deps.storage.get(imageKey);
  const logo = logoKey ? await deps.storage.get(logoKey) : undefined;
  const { html, text } = await renderLetter(letter.content);
  try {
    await deps.mailer.send({
      to,
      subject: letter.subject,
      html,
      text,
      messageId: composeMessageId(key, new URL(deps.publicUrl).hostname),
      senderName: facts.sender,
      ...(facts.contact ? { replyTo: facts.contact } : {}),
      ...(unsubscribeUrl ? { unsubscribeUrl } : {}),
      attachments: [
        ...(image ? [await attach(image.bytes, IMAGE_NAME, IMAGE_PIXELS)] : []),
        ...(logo ? [await attach(logo.bytes, LOGO_NAME, LOGO_PIXELS)] : []),
      ],
    });
  } catch (error) {
    // An address that will never take a letter is no reason to try for a day: the award stands and waits.
    if (
      error instanceof MailRefusal &&
      (error.reason === 'mail.rejected' || error.reason === 'mail.address-malformed')
    )
      return;
    throw error;
  }
}

async function attach(bytes: Uint8Array, name: string, side: number): Promise<LetterAttachment> {
  return {
    filename: `${name}.png`,
    mediaType: 'image/png',
    bytes: await shrinkPng(bytes, side),
    contentId: name,
  };
}

function address(deps: LetterDeps, institutionId: string, awardId: string): Promise<Addressed | undefined> {
  return deps.database.asWorker(institutionId, async (tx) => {
    const award = await findAward(tx, awardId);
    const recipient = award && (await findRecipient(tx, awardId));
    return award && recipient?.email
      ? await compose(deps, tx, award, { ...recipient, email: recipient.email })
      : undefined;
  });
}

async function compose(
  deps: LetterDeps,
  tx: Tx,
  award: Award,
  recipient: Recipient & { email: string },
): Promise<Addressed | undefined> {
  const version = await findVersionById(tx, award.versionId);
  const issuer = await findIssuer(tx, { id: award.issuerId });
  const institution = await findInstitution(tx, award.institutionId);
  if (!version || !issuer || !institution) return undefined;
  const content = contentOf(version);
  const language =
    award.language === 'nl' || award.language === 'en' ? award.language : institution.defaultLanguage;
  const logoKey = logoOf(institution, await listUnits(tx, institution.id), issuer.unitId);
  const name = inLanguage(issuer.name, language, content.defaultLanguage);
  return {
    to: recipient.email,
    award,
    imageKey: version.imageKey,
    logoKey,
    facts: {
      language,
      kind: content.kind,
      title: inLanguage(content.title, award.language, content.defaultLanguage),
      issuer: name,
      sender: institution.senderName ?? name,
      logo: logoKey && `cid:${LOGO_NAME}`,
      // The house's own line; the mark below it keeps the inks of its day.
      ink: institution.inks[0],
      image: {
        source: `cid:${IMAGE_NAME}`,
        alt: inLanguage(composeAlternative(content, issuer.name), language, content.defaultLanguage),
      },
      recipientName: recipient.name,
      narrative: award.narrative,
      offerUrl: `${deps.publicUrl}/claim/${offerToken(deps, award.id)}`,
      stopUrl: composeLetterLink(deps, { to: recipient.email, institutionSlug: institution.slug }),
      contact: institution.replyTo ?? institution.email,
    },
  };
}
