import type { MasterKey } from './envelope.ts';
import { composeKeyStores, type KeyStoreKind, type KeyStores } from './key-store.ts';
import { type KmsSettings, openKmsKeyStore } from './kms-key-store.ts';
import { openPkcs11KeyStore, type Pkcs11Settings } from './pkcs11-key-store.ts';
import { openSealedKeyStore } from './sealed-key-store.ts';

export type KeyStoreSettings = {
  /** Where new keys are made; the others go on signing with what is in them. */
  readonly current: KeyStoreKind;
  readonly pkcs11: Pkcs11Settings | undefined;
  readonly kms: KmsSettings | undefined;
};

/** All that are configured. None is asked anything until a key of it is needed: verifying goes on without its box. */
export function openKeyStores(
  { current, pkcs11, kms }: KeyStoreSettings,
  deps: { readonly masterKey: MasterKey; readonly now: () => Date; readonly fetch: typeof fetch },
): KeyStores {
  return composeKeyStores(current, [
    openSealedKeyStore(deps),
    ...(pkcs11 ? [openPkcs11KeyStore(pkcs11)] : []),
    ...(kms ? [openKmsKeyStore(kms, deps)] : []),
  ]);
}
