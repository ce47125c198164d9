/**
 * Open Badges 2.0 as a compact JWS: a badge of the older standard that needs no server to be untouched. RS256,
 * because its readers know nothing else ("Signed Badges"); the BadgeClass stands inside, as it was frozen.
 */
import { encodeHex, encodeUtf8 } from '../bytes.ts';
import { OPEN_BADGES_2 } from '../contexts/urls.ts';
import type { CredentialFacts, IssuerFacts } from '../facts.ts';
import type { Composed, Crypto, Format, JsonObject, SecureOptions } from '../format.ts';
import { parseCompactJws, signCompactJws } from '../proofs/vc-jwt/jws.ts';
import { omitAbsent } from '../texts.ts';
import {
  composeBadgeClass,
  composeEvidence,
  composeRecipient,
  listOmissions,
  olderAddress,
  revocationListId,
} from './compose.ts';
import { readOb2 } from './read.ts';
import { checkOb2Assertion } from './schema.ts';

export const ob2Signed: Format = {
  id: 'ob2-signed',
  mediaType: 'text/plain',
  fileExtension: 'jws',
  keyPurpose: 'award-rsa',
  listing: 'ob2-signed',
  composeDefinition: composeBadgeClass,
  compose: composeSignedAssertion,
  secure: secureAssertion,
  open: (jws) => parseCompactJws(jws).payload,
  checkConformance: checkOb2Assertion,
  read: (document) => readOb2(document),
  omissions: listOmissions,
};

async function composeSignedAssertion(
  facts: CredentialFacts,
  crypto: Crypto,
  definition?: JsonObject,
): Promise<Composed> {
  const badge = definition ?? composeBadgeClass(facts.version, facts.language);
  const document = omitAbsent({
    '@context': OPEN_BADGES_2,
    id: await composeSignedAssertionId(crypto, facts.id),
    type: 'Assertion',
    recipient: await composeRecipient(facts, crypto),
    badge,
    verification: { type: 'SignedBadge' },
    issuedOn: facts.awardedDate,
    expires: facts.validUntil,
    narrative: facts.narrative,
    evidence: facts.evidence?.map(composeEvidence),
  });
  return { document, omitted: listOmissions(facts.version.content) };
}

/** Which key signs is known only now: `creator` is its address as Open Badges 2.0 reads it. */
async function secureAssertion(document: JsonObject, { signer }: SecureOptions): Promise<string> {
  if (signer.algorithm !== 'RS256') throw new TypeError('a signed badge of Open Badges 2.0 wants RS256');
  const verification = { type: 'SignedBadge', creator: olderAddress(signer.keyUrl) };
  return await signCompactJws({ alg: 'RS256' }, { ...document, verification }, signer.sign);
}

/**
 * A name of its own (`urn:uuid:`, recommended for signed badges), because it stands in a public list once it is
 * revoked, and the address of the credential's page must not. A UUID of version 8 (RFC 9562, section 5.8) from a
 * hash of that address, which holds 128 random bits, so that the list can be written without the document.
 */
export async function composeSignedAssertionId(
  crypto: Pick<Crypto, 'sha256'>,
  credentialId: string,
): Promise<string> {
  const hash = (await crypto.sha256(encodeUtf8(`ob2-signed ${credentialId}`))).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const digits = encodeHex(hash);
  const groups = [0, 8, 12, 16, 20].map((from, index) => digits.slice(from, [8, 12, 16, 20, 32][index]));
  return `urn:uuid:${groups.join('-')}`;
}

/** "CryptographicKey": the key and its owner name each other. */
export function composeCryptographicKey(keyUrl: string, issuerUrl: string, publicKeyPem: string): JsonObject {
  return {
    '@context': OPEN_BADGES_2,
    type: 'CryptographicKey',
    id: olderAddress(keyUrl),
    owner: olderAddress(issuerUrl),
    publicKeyPem,
  };
}

export type RevokedEntry = { readonly id: string; readonly reason?: string };

/** "RevocationList": every signed badge of this issuer that is revoked. */
export function composeOb2RevocationList(
  issuer: Pick<IssuerFacts, 'url'>,
  revoked: readonly RevokedEntry[],
): JsonObject {
  return {
    '@context': OPEN_BADGES_2,
    type: 'RevocationList',
    id: revocationListId(issuer.url),
    issuer: olderAddress(issuer.url),
    revokedAssertions: revoked.map(({ id, reason }) => omitAbsent({ id, revocationReason: reason })),
  };
}
