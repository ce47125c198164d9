/**
 * A committee's or an expert's approval of one version, as an EndorsementCredential of the awarding institution (Open
 * Badges 3.0, "Endorsement") that names the digest of each frozen document (VCDM 2.0, section 5.3, `relatedResource`).
 * Whoever holds a badge takes `endorsement` and `endorsementJwt` from its Achievement, canonicalises the rest (RFC 8785)
 * and compares (DECISIONS 13).
 */
import { decodeHex } from '../bytes.ts';
import { CREDENTIALS_V2, OPEN_BADGES_3 } from '../contexts/urls.ts';
import type { IssuerFacts, Language } from '../facts.ts';
import type { JsonObject } from '../format.ts';
import { canonicalizeJson } from '../jcs.ts';
import { isJsonObject } from '../json.ts';
import { toSri } from './digests.ts';
import { composeProfile } from './profile.ts';

export type ApprovalFacts = {
  /** `https://…/approvals/{id}`. */
  readonly id: string;
  /** The institution's own issuer. */
  readonly issuer: IssuerFacts;
  readonly language: Language;
  readonly name: string;
  readonly comment: string;
  /** achievement.id of the version. */
  readonly version: string;
  /** Instant, UTC. */
  readonly validFrom: string;
  /** Addresses and hexadecimal SHA-256 digests of the frozen documents, and of the policy pack it was judged by. */
  readonly resources: readonly { readonly id: string; readonly sha256: string }[];
};

export function composeApproval(facts: ApprovalFacts): JsonObject {
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_3],
    id: facts.id,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: facts.name,
    issuer: composeProfile(facts.issuer, facts.language),
    validFrom: facts.validFrom,
    credentialSubject: {
      id: facts.version,
      type: ['EndorsementSubject'],
      endorsementComment: facts.comment,
    },
    relatedResource: facts.resources.map(({ id, sha256 }) => ({
      id,
      mediaType: 'application/json',
      digestSRI: toSri(decodeHex(sha256)),
    })),
  };
}

/** Where the Achievement of one language stands. */
export function addressOfDefinition(version: string, language: Language): string {
  return `${version}?lang=${language}`;
}

/** Where the neutral facts stand. */
export function addressOfFacts(version: string): string {
  return `${version}/facts.json`;
}

/**
 * Which institution approved what it awards itself; undefined for anyone else's praise.
 *
 * @param approval an EndorsementCredential that stands in the achievement
 */
export function readApproval(
  approval: JsonObject,
  { issuer, achievement }: { readonly issuer: JsonObject; readonly achievement: JsonObject },
): { readonly by: JsonObject; readonly digests: ReadonlyMap<string, string> } | undefined {
  const by = approval.issuer;
  const owners = [issuer.id, isJsonObject(issuer.parentOrg) ? issuer.parentOrg.id : undefined];
  if (!isJsonObject(by) || typeof by.id !== 'string' || !owners.includes(by.id)) return undefined;
  const digests = new Map<string, string>();
  const resources = Array.isArray(approval.relatedResource)
    ? approval.relatedResource
    : [approval.relatedResource];
  for (const one of resources)
    if (isJsonObject(one) && typeof one.id === 'string' && typeof one.digestSRI === 'string')
      digests.set(one.id, one.digestSRI);
  const { id } = achievement;
  const named = typeof id === 'string' && [...digests.keys()].some((address) => address.startsWith(id));
  return named ? { by, digests } : undefined;
}

/** What is compared with an approval: the Achievement without what others said of it. */
export function canonicalizeAchievement({
  endorsement: _,
  endorsementJwt: __,
  ...achievement
}: JsonObject): Uint8Array {
  return canonicalizeJson(achievement);
}
