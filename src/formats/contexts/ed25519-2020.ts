/**
 * The terms of Ed25519Signature2020, which signed credentials of VCDM 1.1 before there was Data Integrity. Read,
 * never written by us. W3C's Credentials Community Group, "Ed25519 Signature 2020", section 4.
 */
import type { JsonObject } from '../format.ts';

export const ED25519_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';

const SECURITY = 'https://w3id.org/security#';
const DATE_TIME = 'http://www.w3.org/2001/XMLSchema#dateTime';

/** Every table of terms is protected and names id and type anew. */
const shared = { '@protected': true, id: '@id', type: '@type' };
const reference = (name: string) => ({ '@id': `${SECURITY}${name}`, '@type': '@id' });
const multibase = (name: string) => ({ '@id': `${SECURITY}${name}`, '@type': `${SECURITY}multibase` });
const instant = (id: string) => ({ '@id': id, '@type': DATE_TIME });

const relationships = [
  'assertionMethod',
  'authentication',
  'capabilityInvocation',
  'capabilityDelegation',
  'keyAgreement',
];

const purposes: JsonObject = Object.fromEntries(
  relationships.map((name) => {
    const term = name === 'assertionMethod' ? name : `${name}Method`;
    return [name, { ...reference(term), '@container': '@set' }];
  }),
);

export const ed25519Context: JsonObject = {
  '@context': {
    ...shared,
    proof: { ...reference('proof'), '@container': '@graph' },
    Ed25519VerificationKey2020: {
      '@id': `${SECURITY}Ed25519VerificationKey2020`,
      '@context': {
        ...shared,
        controller: reference('controller'),
        revoked: instant(`${SECURITY}revoked`),
        publicKeyMultibase: multibase('publicKeyMultibase'),
      },
    },
    Ed25519Signature2020: {
      '@id': `${SECURITY}Ed25519Signature2020`,
      '@context': {
        ...shared,
        challenge: `${SECURITY}challenge`,
        created: instant('http://purl.org/dc/terms/created'),
        domain: `${SECURITY}domain`,
        expires: instant(`${SECURITY}expiration`),
        nonce: `${SECURITY}nonce`,
        proofPurpose: {
          '@id': `${SECURITY}proofPurpose`,
          '@type': '@vocab',
          '@context': { ...shared, ...purposes },
        },
        proofValue: multibase('proofValue'),
        verificationMethod: reference('verificationMethod'),
      },
    },
  },
};
