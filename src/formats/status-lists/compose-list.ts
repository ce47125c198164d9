/** The list as a credential of its own, which the issuer signs like any other (section 2.2). */
import { CREDENTIALS_V2 } from '../contexts/urls.ts';
import type { JsonObject } from '../format.ts';
import { omitAbsent } from '../texts.ts';

export type StatusListFacts = {
  /** `https://…/status/{id}`. */
  readonly id: string;
  /** The same DID as that of the credentials whose status it tells. */
  readonly issuer: string;
  readonly purpose: 'revocation' | 'suspension';
  readonly encodedList: string;
  /** Instants, UTC. */
  readonly validFrom: string;
  readonly validUntil?: string;
  /** How long a reader may keep it, in milliseconds; DECISIONS 19. */
  readonly ttl: number;
};

export function composeStatusList(facts: StatusListFacts): JsonObject {
  return omitAbsent({
    '@context': [CREDENTIALS_V2],
    id: facts.id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: facts.issuer,
    validFrom: facts.validFrom,
    validUntil: facts.validUntil,
    credentialSubject: {
      id: `${facts.id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: facts.purpose,
      encodedList: facts.encodedList,
      ttl: facts.ttl,
    },
  });
}
