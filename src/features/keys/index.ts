export { createIssuerKeys } from './create-issuer-keys.ts';
export { composeDidDocument, composeKeySet, presentJwk } from './did-document.ts';
export { createGetSigner, type GetSigner } from './get-signer.ts';
export { registerIssuerRoutes } from './issuers.routes.ts';
export { listPublicKeys } from './keys.store.ts';
export { rotateKey } from './rotate-key.ts';
export { type KeyPurpose, PURPOSES, type PublicKey } from './signing-key.ts';
