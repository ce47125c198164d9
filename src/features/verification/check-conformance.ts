/** Does the document keep the shape of its standard? */

import { z } from 'zod';
import {
  type Conformance,
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  checkOb2Assertion,
  checkOb3,
  checkOb3Endorsement,
  type DetectedFormat,
  isInstant,
  type JsonObject,
} from '../../formats/index.ts';
import { failed, notChecked, passed } from './report.ts';
import type { Check } from './verification.schema.ts';

const shapes: Readonly<Partial<Record<DetectedFormat, (document: JsonObject) => Conformance>>> = {
  'ob3-data-integrity': checkOb3,
  'ob3-jwt': checkOb3,
  'ob2-hosted': checkOb2Assertion,
  'ob2-signed': checkOb2Assertion,
  vc: (document) => (isEndorsement(document) ? checkOb3Endorsement(document) : checkCredential(document)),
};

function isEndorsement({ type }: JsonObject): boolean {
  return Array.isArray(type) && type.includes('EndorsementCredential');
}

export function checkConformance(format: DetectedFormat, document: JsonObject): Check {
  const shape = shapes[format];
  if (!shape) return notChecked('conforms', 'unsupported-format', { format });
  const conformance = shape(document);
  if (conformance.conforms) return passed('conforms');
  return failed('conforms', 'not-conforming', {
    faults: conformance.faults.map(({ path, message }) => `${path || '/'}: ${message}`),
  });
}

const url = z.string().refine((text) => URL.canParse(text), 'a URL');
const urlOrNode = z.union([url, z.looseObject({ id: url })]);
const instant = z.string().refine(isInstant, 'an instant with a time zone');
const subject = z.looseObject({}).refine((one) => Object.keys(one).length > 0, 'says something');

/** What every verifiable credential has: VCDM 2.0 section 4, VCDM 1.1 section 4. */
const credential = z.looseObject({
  '@context': z
    .array(z.unknown())
    .refine(
      ([first]) => first === CREDENTIALS_V2 || first === CREDENTIALS_V1,
      'starts with the base context',
    ),
  id: url.optional(),
  type: z.union([
    z.literal('VerifiableCredential'),
    z.array(z.string()).refine((types) => types.includes('VerifiableCredential')),
  ]),
  issuer: urlOrNode,
  credentialSubject: z.union([subject, z.array(subject).min(1)]),
  validFrom: instant.optional(),
  validUntil: instant.optional(),
  issuanceDate: instant.optional(),
  expirationDate: instant.optional(),
});

function checkCredential(document: JsonObject): Conformance {
  const parsed = credential.safeParse(document);
  if (parsed.success) return { conforms: true };
  return {
    conforms: false,
    faults: parsed.error.issues.slice(0, 20).map((issue) => ({
      path: issue.path.map((part) => `/${String(part)}`).join(''),
      message: issue.message,
    })),
  };
}
