/**
 * Where private keys live. A store makes a key, signs with it and says its public half; the private half never leaves
 * it. Each row of the database says in which store its key is, so that a move is a rotation and no export.
 */
import type { PublicJwk, SigningAlgorithm } from './node-crypto.ts';

export type KeyStoreKind = 'sealed' | 'pkcs11' | 'kms';

/** What a store has to be told of a key to find it again. */
export type KeptKey = {
  /** Of the row; a sealed key opens for no other. */
  readonly id: string;
  readonly algorithm: SigningAlgorithm;
  readonly privateSealed: Uint8Array | null;
  readonly storeRef: string | null;
};

export type MadeKey = {
  readonly publicJwk: PublicJwk;
  readonly privateSealed: Buffer | null;
  readonly storeRef: string | null;
};

export type KeyStore = {
  readonly kind: KeyStoreKind;
  readonly generate: (key: { readonly id: string; readonly algorithm: SigningAlgorithm }) => Promise<MadeKey>;
  /** A signature in the form of JWS: for P-256 r and s side by side, never DER. */
  readonly sign: (key: KeptKey, bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
  /** The public half, as the store knows it. */
  readonly describe: (key: KeptKey) => Promise<PublicJwk>;
  readonly close: () => Promise<void>;
};

export type KeyStores = {
  /** Where new keys are made. */
  readonly current: KeyStore;
  /** @throws KeyStoreRefusal when this server was not told of that store */
  readonly find: (kind: KeyStoreKind) => KeyStore;
  readonly close: () => Promise<void>;
};

export type KeyStoreReason = 'not-configured' | 'not-there' | 'refused' | 'unreachable' | 'unsupported';

export class KeyStoreRefusal extends Error {
  override readonly name = 'KeyStoreRefusal';
  readonly reason: KeyStoreReason;
  constructor(reason: KeyStoreReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

export function composeKeyStores(current: KeyStoreKind, stores: readonly KeyStore[]): KeyStores {
  const find = (kind: KeyStoreKind): KeyStore => {
    const store = stores.find((one) => one.kind === kind);
    if (!store) throw new KeyStoreRefusal('not-configured', `no key store "${kind}" is configured here`);
    return store;
  };
  return {
    current: find(current),
    find,
    close: async () => {
      for (const store of stores) await store.close();
    },
  };
}
