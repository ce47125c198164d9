/** Someone vouches for an achievement or an issuer: an EndorsementCredential (Open Badges 3.0, "Endorsement"). */
import { CREDENTIALS_V2, OPEN_BADGES_3 } from '../contexts/urls.ts';
import type { IssuerFacts, Language, StatusFacts } from '../facts.ts';
import type { JsonObject } from '../format.ts';
import { omitAbsent } from '../texts.ts';
import { composeStatus } from './compose.ts';
import { composeProfile } from './profile.ts';

export type EndorsementFacts = {
  /** `https://…/endorsements/{id}`. */
  readonly id: string;
  readonly issuer: IssuerFacts;
  readonly language: Language;
  /** achievement.id of one version, or the DID of an issuer. */
  readonly subject: string;
  readonly name: string;
  readonly comment: string;
  /** Instant, UTC. */
  readonly validFrom: string;
  readonly status?: StatusFacts;
};

export function composeEndorsement(facts: EndorsementFacts): JsonObject {
  return omitAbsent({
    '@context': [CREDENTIALS_V2, OPEN_BADGES_3],
    id: facts.id,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: facts.name,
    issuer: composeProfile(facts.issuer, facts.language),
    validFrom: facts.validFrom,
    credentialSubject: {
      id: facts.subject,
      type: ['EndorsementSubject'],
      endorsementComment: facts.comment,
    },
    credentialStatus: facts.status && composeStatus(facts.status),
  });
}
