/** The door of the formats. */

export { canonicalize, canonicalizeToNQuads } from './canonicalize.ts';
export { readCriteria } from './criteria.ts';
export {
  composeDidWeb,
  findVerificationMethod,
  isDid,
  locateDidWeb,
  type ParsedDid,
  parseDid,
  resolveDidKey,
} from './did.ts';
export { findElement, listAlignments } from './elements.ts';
export type * from './facts.ts';
export type * from './format.ts';
export { isPassingGrade, listGrades, parseGrade, sayGrade } from './grades.ts';
export { canonicalizeJson } from './jcs.ts';
export { isJsonObject, JSON_LIMITS, parseJson, parseJsonObject } from './json.ts';
export { decodeBase64url, decodeMultibase, encodeBase64url, encodeMultibase } from './multibase.ts';
export { decodeMultikey, encodeMultikey } from './multikey.ts';
export { algorithmOf, isSameKey, parsePublicJwk } from './public-jwk.ts';
export { type FormatReason, FormatRefusal } from './refusal.ts';
export type * from './summary.ts';
export { sayIn } from './texts.ts';
export {
  type Concept,
  findConcept,
  hasConcept,
  labelOf,
  listConcepts,
  type Vocabulary,
  type VocabularyName,
  vocabularies,
} from './vocabularies.ts';
