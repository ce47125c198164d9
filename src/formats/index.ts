/** The door of the formats: what a credential says, its bytes, and the way back. */

export { isInForce, sayAccreditation } from './accreditations.ts';
export type { Baked, BakingKeyword } from './baking/png.ts';
export { bakePng, readPng } from './baking/png.ts';
export { isPng } from './baking/png-chunks.ts';
export { bakeSvg, readSvg } from './baking/svg.ts';
export { type Canonicalize, canonicalize, canonicalizeToNQuads } from './canonicalize.ts';
export {
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  contexts,
  EUROPEAN_ELEMENTS,
  isOpenBadges3Context,
  OPEN_BADGES_2,
  OPEN_BADGES_3,
} from './contexts/index.ts';
export { readCriteria, writeCriteria } from './criteria.ts';
export { classify, type Detected, detectCredential, detectEnveloped, detectText } from './detect.ts';
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
export { isEnvelope } from './envelopes.ts';
export type * from './facts.ts';
export type * from './format.ts';
export { isPassingGrade, listGrades, nameGrade, parseGrade, sayGrade } from './grades.ts';
export { isInstant, readInstant } from './instants.ts';
export { canonicalizeJson } from './jcs.ts';
export { isJsonObject, JSON_LIMITS, parseJson, parseJsonObject } from './json.ts';
export { decodeBase64url, decodeMultibase, encodeBase64url, encodeMultibase } from './multibase.ts';
export { decodeMultikey, encodeMultikey } from './multikey.ts';
export {
  composeAssertion,
  composeBadgeClass,
  composeIssuer,
  composeRevokedAssertion,
} from './ob2/compose.ts';
export {
  composeExtensionContext,
  composeExtensionSchema,
  isExtensionName,
} from './ob2/extensions.ts';
export { isInHostedScope } from './ob2/hosted-scope.ts';
export { type Ob2Companions, readOb2 } from './ob2/read.ts';
export { checkOb2Assertion, checkOb2BadgeClass, checkOb2Issuer } from './ob2/schema.ts';
export {
  composeCryptographicKey,
  composeOb2RevocationList,
  composeSignedAssertionId,
  type RevokedEntry,
} from './ob2/signed.ts';
export { composeAchievement } from './ob3/achievement.ts';
export {
  type ApprovalFacts,
  addressOfDefinition,
  addressOfFacts,
  canonicalizeAchievement,
  composeApproval,
  readApproval,
} from './ob3/approval.ts';
export { compose as composeOb3 } from './ob3/compose.ts';
export { checkOb3, checkOb3Endorsement, checkOb3Profile } from './ob3/conforms.ts';
export { toSri } from './ob3/digests.ts';
export { composeEndorsement, type EndorsementFacts } from './ob3/endorsement.ts';
export { composeProfile } from './ob3/profile.ts';
export { readOb3 } from './ob3/read.ts';
export { listMandatoryPointers, listSelectableParts, type SelectablePart } from './ob3/selectable-parts.ts';
export { composeIdList } from './ob3/variants.ts';
export {
  type ProofOptions,
  type ProofSigner,
  secureWithDataIntegrity,
} from './proofs/data-integrity/create-proof.ts';
export type { CryptosuiteName } from './proofs/data-integrity/cryptosuites.ts';
export { type VerifyProofsOptions, verifyDataIntegrity } from './proofs/data-integrity/verify-proofs.ts';
export {
  type BaseProofOptions,
  secureWithBaseProof,
} from './proofs/selective-disclosure/create-base-proof.ts';
export { deriveDisclosure } from './proofs/selective-disclosure/derive-proof.ts';
export { type CompactJws, looksLikeJws, parseCompactJws } from './proofs/vc-jwt/jws.ts';
export { documentOf, openJwt } from './proofs/vc-jwt/open-jwt.ts';
export { secureAsJwt } from './proofs/vc-jwt/secure-jwt.ts';
export { secureAsVcJose } from './proofs/vc-jwt/secure-vc-jose.ts';
export { verifyJwt } from './proofs/vc-jwt/verify-jwt.ts';
export { verifyPresentationJwt } from './proofs/vc-jwt/verify-presentation-jwt.ts';
export { algorithmOf, isSameKey, parsePublicJwk } from './public-jwk.ts';
export { hashIdentifier, matchRecipient, normalizeIdentifier } from './recipient.ts';
export { type FormatReason, FormatRefusal } from './refusal.ts';
export { type FormatId, formats, isFormatId } from './registry.ts';
export { looksLikeSdJwt, parseSdJwt } from './sd-jwt/parse.ts';
export { datesOf, readSdJwtVc } from './sd-jwt/read.ts';
export { checkSdJwtVc } from './sd-jwt/schema.ts';
export {
  parseTokenStatus,
  readTokenStatus,
  type TokenStatusEntry,
  verifyStatusToken,
} from './sd-jwt/token-status.ts';
export { type SdJwtVerdict, verifySdJwt } from './sd-jwt/verify-sd-jwt.ts';
export {
  createStatusBits,
  decodeStatusBits,
  encodeStatusBits,
  MIN_STATUS_ENTRIES,
  readStatusValue,
  setStatusBit,
} from './status-lists/bitstring.ts';
export { composeStatusList, type StatusListFacts } from './status-lists/compose-list.ts';
export {
  parseStatusEntry,
  type ReadStatus,
  readStatus,
  type StatusEntry,
} from './status-lists/read-status.ts';
export { type StatusReason, StatusRefusal } from './status-lists/refusal.ts';
export type * from './summary.ts';
export { sayIn } from './texts.ts';
export { checkCredentialModel } from './vcdm/credential.ts';
export { checkPresentationModel, listPresented } from './vcdm/presentation.ts';
export { checkVocabulary, type VocabularyFinding } from './vcdm/vocabulary.ts';
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
