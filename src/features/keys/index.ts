export { type CompromiseInput, compromiseKey } from './compromise-key.ts';
export { createIssuerKeys, type KeysDeps } from './create-key.ts';
export { composeDidDocument, composeKeySet, presentJwk } from './did-document.ts';
export { listDidVersions } from './did-documents.store.ts';
export { composeDidHistory } from './did-history.ts';
export { createGetSigner, type GetSigner } from './get-signer.ts';
export { registerIssuerRoutes } from './issuers.routes.ts';
export { keepKeys } from './keep-keys.ts';
export { registerKeyRoutes } from './keys.routes.ts';
export { listKeyOwners, listPublicKeys, listStoredKeys } from './keys.store.ts';
export { listOlderKeys, presentOlderKey } from './older-keys.ts';
export { type Rotation, rotateKey } from './rotate-key.ts';
export { sendCompromiseLetters } from './send-compromise-letters.ts';
export { recordSigned, wasSignedBefore } from './signed-digests.store.ts';
export { digestOfSigned, type Presented } from './signed-digests.ts';
export {
  ALL_PURPOSES,
  COMPROMISE_REASONS,
  type CompromiseReason,
  composeKeyPolicy,
  dueAt,
  isKeyPurpose,
  type KeyPurpose,
  PURPOSES,
  type PublicKey,
  ripeAt,
  stateOf,
} from './signing-key.ts';
