/** One award in one edition as an OpenBadgeCredential (Open Badges 3.0 on the VC Data Model 2.0). */
import { decodeHex } from '../bytes.ts';
import { CREDENTIALS_V2, OPEN_BADGES_3 } from '../contexts/urls.ts';
import type { CredentialFacts, Evidence, StatusFacts } from '../facts.ts';
import type { Composed, Crypto, JsonObject } from '../format.ts';
import { listOtherLanguages, listUnstructured } from '../omissions.ts';
import { hashIdentifier, saltOf } from '../recipient.ts';
import { omitAbsent } from '../texts.ts';
import { composeAchievement } from './achievement.ts';
import { toSri } from './digests.ts';
import { composeProfile } from './profile.ts';
import { composeResult } from './results.ts';

export async function compose(
  facts: CredentialFacts,
  crypto: Crypto,
  definition?: JsonObject,
): Promise<Composed> {
  const { version, language } = facts;
  const achievement = definition ?? composeAchievement(version, language);
  const { endorsements } = facts;
  const document = omitAbsent({
    '@context': [CREDENTIALS_V2, OPEN_BADGES_3],
    id: facts.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: typeof achievement.name === 'string' ? achievement.name : undefined,
    // Beside what was frozen, never in it (DECISIONS 13).
    issuer: omitAbsent({
      ...composeProfile(version.issuer, language),
      endorsement: endorsements?.ofIssuer ?? [],
    }),
    validFrom: facts.validFrom,
    awardedDate: facts.awardedDate,
    validUntil: facts.validUntil,
    credentialSubject: omitAbsent({
      id: facts.subjectId,
      type: ['AchievementSubject'],
      identifier: await composeIdentifiers(facts, crypto),
      achievement: omitAbsent({
        ...achievement,
        endorsement: endorsements?.ofAchievement ?? [],
        endorsementJwt: endorsements?.approvals ?? [],
      }),
      creditsEarned: version.content.workload.ects,
      result: facts.result && [
        composeResult(version.id, version.content.gradeScheme, facts.result, language),
      ],
      narrative: facts.narrative,
    }),
    evidence: facts.evidence?.map(composeEvidence),
    relatedResource: listDigests(facts.evidence ?? []),
    credentialStatus: facts.status && composeStatus(facts.status),
  });
  return {
    document,
    omitted: [...listOtherLanguages(version.content), ...listUnstructured(version.content)],
  };
}

/** The name is plain, or nobody could check whose badge it is; every other identifier is hashed (DECISIONS 9, 10). */
async function composeIdentifiers(
  { holder }: CredentialFacts,
  crypto: Crypto,
): Promise<readonly JsonObject[]> {
  const identifiers: JsonObject[] = [];
  if (holder.name !== undefined) {
    identifiers.push({
      type: 'IdentityObject',
      hashed: false,
      identityHash: holder.name,
      identityType: 'name',
    });
  }
  if (holder.identifier) {
    const salt = saltOf(holder);
    identifiers.push({
      type: 'IdentityObject',
      hashed: true,
      identityHash: await hashIdentifier(crypto, holder.identifier.value, salt),
      identityType: holder.identifier.type,
      salt,
    });
  }
  return identifiers;
}

function composeEvidence(evidence: Evidence): JsonObject {
  return omitAbsent({
    id: evidence.url,
    type: ['Evidence'],
    name: evidence.name,
    narrative: evidence.narrative,
  });
}

/** VCDM 2.0, section 5.3: Open Badges has no term for a digest of evidence. Each resource stands there once. */
function listDigests(evidence: readonly Evidence[]): readonly JsonObject[] {
  const digests = new Map(evidence.flatMap(({ url, sha256 }) => (url && sha256 ? [[url, sha256]] : [])));
  return [...digests].map(([id, sha256]) => ({ id, digestSRI: toSri(decodeHex(sha256)) }));
}

/** The index is a string (Bitstring Status List 1.0, section 2.1); the id differs from the list's own URL. */
export function composeStatus({ list, index }: StatusFacts): JsonObject {
  return {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: list,
  };
}
