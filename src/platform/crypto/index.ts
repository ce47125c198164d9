export type { CompressionReason } from './compression.ts';
export { CompressionRefusal, gunzipBytes, gzipBytes, inflateBytes } from './compression.ts';
export type { MasterKey } from './envelope.ts';
export { EnvelopeRefusal, openBytes, parseMasterKey, sealBytes } from './envelope.ts';
export type { KeptKey, KeyStore, KeyStoreKind, KeyStores, MadeKey } from './key-store.ts';
export { composeKeyStores, KeyStoreRefusal } from './key-store.ts';
export { openKmsKeyStore } from './kms-key-store.ts';
export type { MasterKeySource } from './master-key-file.ts';
export { loadMasterKey } from './master-key-file.ts';
export type {
  ByteSigner,
  KeyPair,
  PrivateJwk,
  PublicJwk,
  SignatureAlgorithm,
  SigningAlgorithm,
} from './node-crypto.ts';
export { generateKey, importSigner, nodeCrypto, sha256, verifySignature } from './node-crypto.ts';
export { type KeyStoreSettings, openKeyStores } from './open-key-stores.ts';
export { readPublicKeyPem } from './pem.ts';
export { openPkcs11KeyStore } from './pkcs11-key-store.ts';
export {
  createCapabilityId,
  createPublicId,
  createSecret,
  encodeCrockford,
  equalsInConstantTime,
  hashSecret,
  isCapabilityId,
  isPublicId,
} from './random.ts';
export { openSealedKeyStore } from './sealed-key-store.ts';
