import { nameGrade } from '../../formats/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { contentOf, inLanguage, type NamedVersion } from '../designs/index.ts';
import type { Award, Recipient } from './award.ts';
import type { AwardView } from './awards.schema.ts';

/** For staff of the institution. */
export function presentAward(
  award: Award,
  version: NamedVersion,
  recipient: Recipient | undefined,
  now: Date,
  timeZone: string,
): AwardView {
  const content = contentOf(version);
  return {
    id: award.id,
    state: award.state,
    expired: award.expiresOn !== null && award.expiresOn < dayIn(timeZone, now),
    credential: award.url,
    design: version.designPublicId,
    version: version.number,
    title: inLanguage(content.title, award.language, content.defaultLanguage),
    recipient: recipient
      ? { name: recipient.name, email: recipient.email, identifier: recipient.identifier }
      : null,
    letterWithheld: recipient?.offerWithheldAt != null,
    language: award.language,
    awardedOn: award.awardedOn,
    expiresOn: award.expiresOn,
    result: award.result?.value ?? null,
    resultText: award.result ? nameGrade(content.gradeScheme, award.result.value) : null,
    reference: award.reference,
    audience: award.audience,
    audienceBy: award.audienceBy,
    batch: award.batchId,
    undoUntil: award.undoUntil?.toISOString() ?? null,
    grantedAt: award.grantedAt?.toISOString() ?? null,
    claimedAt: award.claimedAt?.toISOString() ?? null,
    revokedAt: award.revokedAt?.toISOString() ?? null,
    revocation: award.revocationReason
      ? { reason: award.revocationReason, note: award.revocationNote }
      : null,
  };
}
