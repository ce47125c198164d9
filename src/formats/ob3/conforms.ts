/** Does a document keep the shape of Open Badges 3.0? On either version of the VC Data Model. */
import { conform } from '../conformance.ts';
import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../contexts/urls.ts';
import type { Conformance, JsonObject } from '../format.ts';
import { achievementCredential, datesOf1, datesOf2, endorsementCredential, profile } from './schema.ts';
import { contextsAfter } from './schema-parts.ts';

const onVersion2 = achievementCredential.extend({ '@context': contextsAfter(CREDENTIALS_V2), ...datesOf2 });
const onVersion1 = achievementCredential.extend({ '@context': contextsAfter(CREDENTIALS_V1), ...datesOf1 });

export function checkOb3(document: JsonObject): Conformance {
  const [first] = [document['@context']].flat();
  return conform(first === CREDENTIALS_V1 ? onVersion1 : onVersion2, document);
}

export function checkOb3Profile(document: JsonObject): Conformance {
  return conform(profile, document);
}

export function checkOb3Endorsement(document: JsonObject): Conformance {
  return conform(endorsementCredential, document);
}
