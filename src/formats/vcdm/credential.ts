/** What every verifiable credential has: VC Data Model 2.0, section 4; VC Data Model 1.1, section 4. */
import { z } from 'zod';
import { conform } from '../conformance.ts';
import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../contexts/urls.ts';
import type { Conformance, JsonObject } from '../format.ts';
import { readInstant } from '../instants.ts';
import {
  contextsStartingWith,
  instant,
  oneOrMore,
  text,
  typed,
  typesWith,
  url,
  urlOrNode,
} from './members.ts';

const subject = z
  .looseObject({ id: url.optional() })
  .refine((one) => Object.keys(one).length > 0, 'says something');

/** Section 5.3: the digest is what makes a resource the one that was meant. */
const resource = z
  .looseObject({
    id: url,
    digestSRI: z
      .string()
      .regex(/^sha(?:256|384|512)-[A-Za-z0-9+/]+={0,2}$/)
      .optional(),
    digestMultibase: z
      .string()
      .regex(/^[a-zA-Z][\w+/=-]+$/)
      .optional(),
  })
  .refine((one) => one.digestSRI !== undefined || one.digestMultibase !== undefined, 'has a digest');

const resources = oneOrMore(resource).refine((value) => {
  const ids = [value].flat().map(({ id }) => id);
  return new Set(ids).size === ids.length;
}, 'names each once');

const shared = {
  id: url.optional(),
  type: typesWith('VerifiableCredential'),
  credentialSubject: oneOrMore(subject),
  credentialStatus: oneOrMore(typed).optional(),
  credentialSchema: oneOrMore(typed.extend({ id: url })).optional(),
  termsOfUse: oneOrMore(typed).optional(),
  evidence: oneOrMore(typed).optional(),
  refreshService: oneOrMore(typed).optional(),
};

const newer = z
  .looseObject({
    ...shared,
    '@context': contextsStartingWith(CREDENTIALS_V2),
    issuer: z.union([url, z.looseObject({ id: url, name: text.optional(), description: text.optional() })]),
    name: text.optional(),
    description: text.optional(),
    validFrom: instant.optional(),
    validUntil: instant.optional(),
    relatedResource: resources.optional(),
  })
  .refine(({ validFrom, validUntil }) => isOrdered(validFrom, validUntil), 'does not end before it begins');

const older = z
  .looseObject({
    ...shared,
    '@context': contextsStartingWith(CREDENTIALS_V1),
    issuer: urlOrNode,
    issuanceDate: instant,
    expirationDate: instant.optional(),
  })
  .refine(
    ({ issuanceDate, expirationDate }) => isOrdered(issuanceDate, expirationDate),
    'does not end before it begins',
  );

/** The base context tells which of the two models it is of. */
export function checkCredentialModel(document: JsonObject): Conformance {
  const [base] = [document['@context'] ?? []].flat();
  return conform(base === CREDENTIALS_V1 ? older : newer, document);
}

function isOrdered(from: string | undefined, until: string | undefined): boolean {
  const start = from === undefined ? undefined : readInstant(from);
  const end = until === undefined ? undefined : readInstant(until);
  return !start || !end || end >= start;
}
