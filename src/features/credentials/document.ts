/** Signed or hosted documents of an award, and which of them the public may see. Pure. */
import type { CredentialFacts, FormatId, VersionFacts } from '../../formats/index.ts';
import { endOfDay, startOfDay } from '../../platform/calendar.ts';
import { formatInstant } from '../../platform/clock.ts';
import type { Award, Recipient } from '../awards/index.ts';
import type { StatusEntry } from '../status/index.ts';

/** `holder`: everything, for the holder alone. `public`: the core and what they consented to (DECISIONS 7). */
export type Edition = 'holder' | 'public';

/** Holder and public are one credential, less or more of it told: they share one status entry. */
export const EDITION_GROUP = 'core';

export type Publication = {
  readonly awardId: string;
  readonly showName: boolean;
  readonly showResult: boolean;
  readonly showEvidence: boolean;
  readonly olderPlatforms: boolean;
  readonly nameSource: Recipient['nameSource'];
  readonly revision: string;
  readonly publishedAt: Date;
};

export type StoredDocument = {
  readonly awardId: string;
  readonly edition: Edition;
  readonly format: FormatId;
  readonly bytes: string;
  readonly signedAt: Date;
};

/** Which formats the public edition has. Open Badges 2.0 must name an address, so it needs a consent of its own. */
export function listPublicFormats(publication: Pick<Publication, 'olderPlatforms'>): FormatId[] {
  return [
    'ob3-data-integrity',
    'ob3-jwt',
    'ob3-eu',
    ...(publication.olderPlatforms ? (['ob2-hosted'] as const) : []),
  ];
}

/** Open Badges 2.0: its definition is a BadgeClass, and it must name an address. */
export function isOlder(format: FormatId): boolean {
  return format === 'ob2-hosted' || format === 'ob2-signed';
}

export type AwardFacts = {
  readonly award: Award;
  readonly recipient: Recipient | undefined;
  readonly version: VersionFacts;
  readonly timeZone: string;
  readonly status: StatusEntry;
  readonly endorsements: NonNullable<CredentialFacts['endorsements']>;
};

/** Everything the institution knows of the award: the holder's edition. */
export function composeHolderFacts(facts: AwardFacts, format: FormatId): CredentialFacts {
  const { award, recipient } = facts;
  return {
    ...composeCore(facts),
    holder: {
      ...(recipient?.name ? { name: recipient.name } : {}),
      ...identify(recipient, format),
    },
    ...(award.result ? { result: award.result } : {}),
    ...(award.evidence ? { evidence: award.evidence } : {}),
    ...(award.narrative ? { narrative: award.narrative } : {}),
  };
}

/** What is not chosen is not in the signed bytes. */
export function composePublicFacts(
  facts: AwardFacts,
  publication: Publication,
  format: FormatId,
): CredentialFacts {
  const { award, recipient } = facts;
  return {
    ...composeCore(facts),
    holder: {
      ...(publication.showName && recipient?.name ? { name: recipient.name } : {}),
      ...(isOlder(format) ? identify(recipient, format) : {}),
    },
    ...(publication.showResult && award.result ? { result: award.result } : {}),
    ...(publication.showEvidence && award.evidence ? { evidence: award.evidence } : {}),
    ...(publication.showEvidence && award.narrative ? { narrative: award.narrative } : {}),
  };
}

function composeCore({
  award,
  version,
  timeZone,
  status,
  endorsements,
}: AwardFacts): Omit<CredentialFacts, 'holder'> {
  return {
    id: award.url,
    subjectId: `urn:uuid:${award.subjectId}`,
    language: award.language,
    validFrom: formatInstant(award.grantedAt ?? award.createdAt),
    awardedDate: startOfDay(award.awardedOn, timeZone),
    ...(award.expiresOn ? { validUntil: endOfDay(award.expiresOn, timeZone) } : {}),
    version,
    status: { list: status.list, index: status.index },
    endorsements,
  };
}

/** Open Badges 2.0 knows e-mail addresses only; an institution identifier cannot stand there. */
function identify(
  recipient: Recipient | undefined,
  format: FormatId,
): Pick<CredentialFacts['holder'], 'identifier' | 'salt'> {
  if (recipient?.email)
    return { identifier: { type: 'emailAddress', value: recipient.email }, salt: recipient.salt };
  if (recipient?.identifier && !isOlder(format))
    return { identifier: { type: 'sourcedId', value: recipient.identifier }, salt: recipient.salt };
  return {};
}
