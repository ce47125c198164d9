/**
 * The three documents of a hosted Open Badges 2.0 badge. Each stands at its own URL and names the next by it;
 * the URL's server is the proof, so nothing is signed.
 */
import { OPEN_BADGES_2 } from '../contexts/urls.ts';
import { writeCriteria } from '../criteria.ts';
import { listAlignments } from '../elements.ts';
import type { CredentialFacts, Evidence, IssuerFacts, Language, VersionFacts } from '../facts.ts';
import type { Composed, Crypto, JsonObject, Omission } from '../format.ts';
import { listOtherLanguages, listUnstructured } from '../omissions.ts';
import { hashIdentifier, saltOf } from '../recipient.ts';
import { FormatRefusal } from '../refusal.ts';
import { omitAbsent, sayIn } from '../texts.ts';
import { composeBadgeClassExtensions, composeIssuerExtensions } from './extensions.ts';

export async function composeAssertion(facts: CredentialFacts, crypto: Crypto): Promise<Composed> {
  const document = omitAbsent({
    '@context': OPEN_BADGES_2,
    id: assertionId(facts.id),
    type: 'Assertion',
    recipient: await composeRecipient(facts, crypto),
    badge: badgeClassId(facts.version),
    verification: { type: 'HostedBadge' },
    issuedOn: facts.awardedDate,
    expires: facts.validUntil,
    image: `${facts.id}.png?v=2_0`,
    narrative: facts.narrative,
    evidence: facts.evidence?.map(composeEvidence),
  });
  return { document, omitted: listOmissions(facts.version.content) };
}

/** "Revocation": a hosted Assertion answers 410 with only this. */
export function composeRevokedAssertion(credentialId: string, reason?: string): JsonObject {
  return omitAbsent({
    '@context': OPEN_BADGES_2,
    id: assertionId(credentialId),
    type: 'Assertion',
    revoked: true,
    revocationReason: reason,
  });
}

export function composeBadgeClass(version: VersionFacts, language: Language): JsonObject {
  const { content } = version;
  const say = (text: Readonly<Record<string, string>>) => sayIn(text, language, content.defaultLanguage);
  return omitAbsent({
    '@context': OPEN_BADGES_2,
    id: badgeClassId(version),
    type: 'BadgeClass',
    name: say(content.title),
    description: say(content.description),
    image: version.image.url,
    criteria: { id: version.id, narrative: writeCriteria(content, language) },
    issuer: issuerId(version.issuer),
    alignment: listAlignments(content, language).map((one) => ({ type: 'AlignmentObject', ...one })),
    tags: content.tags,
    ...composeBadgeClassExtensions(version, language),
  });
}

/** Where an issuer's keys for signed badges are told, and its list of revoked ones. */
export type SigningFacts = {
  /** `https://…/issuers/{id}/keys/{kid}` of every RSA key it ever had. */
  readonly keyUrls: readonly string[];
};

/** Validators ask name, url and email of an issuer. */
export function composeIssuer(issuer: IssuerFacts, language: Language, signing?: SigningFacts): JsonObject {
  const keys = signing?.keyUrls.map(olderAddress) ?? [];
  return omitAbsent({
    '@context': OPEN_BADGES_2,
    id: issuerId(issuer),
    type: 'Issuer',
    name: sayIn(issuer.name, language),
    url: issuer.website ?? issuer.url,
    email: issuer.email,
    ...(keys.length === 0 ? {} : { publicKey: keys, revocationList: revocationListId(issuer.url) }),
    ...composeIssuerExtensions(issuer, language),
  });
}

export function listOmissions(content: VersionFacts['content']): readonly Omission[] {
  return [
    ...listOtherLanguages(content),
    ...listUnstructured(content),
    { element: 'holder.name', reason: 'no-term' },
    { element: 'result', reason: 'no-term' },
    ...(content.workload.ects === undefined
      ? []
      : [{ element: 'workload.ects', reason: 'text-only' } as const]),
  ];
}

/** DECISIONS 10: an identifier is obligatory here, which is why the learner is asked before this exists. */
export async function composeRecipient({ holder }: CredentialFacts, crypto: Crypto): Promise<JsonObject> {
  if (holder.identifier?.type !== 'emailAddress')
    throw new FormatRefusal('facts-incomplete', 'holder.identifier');
  const salt = saltOf(holder);
  return {
    type: 'email',
    hashed: true,
    salt,
    identity: await hashIdentifier(crypto, holder.identifier.value, salt),
  };
}

export function composeEvidence(evidence: Evidence): JsonObject {
  return omitAbsent({
    type: 'Evidence',
    id: evidence.url,
    name: evidence.name,
    narrative: evidence.narrative,
  });
}

function assertionId(credentialId: string): string {
  return `${credentialId}/ob2`;
}

function badgeClassId(version: VersionFacts): string {
  return olderAddress(version.id);
}

/** `?v=2_0`: the document of Open Badges 2.0 at an address that also has a newer one. */
export function olderAddress(url: string): string {
  return `${url}?v=2_0`;
}

export function revocationListId(issuerUrl: string): string {
  return olderAddress(`${issuerUrl}/revocations`);
}

/** DECISIONS 2: hosted verification compares URLs, so here the issuer's id is one. */
export function issuerId(issuer: IssuerFacts): string {
  return olderAddress(issuer.url);
}
