/** The contract that every format folder fulfils; `index.ts` is the registry. */
import type { CredentialFacts, DesignContent } from './facts.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Something the facts hold and the format cannot say; shown to the designer before publication. */
export type Omission = { readonly element: string; readonly reason: string };

export type Composed = { readonly document: JsonObject; readonly omitted: readonly Omission[] };

export type SignatureAlgorithm = 'Ed25519' | 'ES256';

/** Signs bytes with a key it never shows. Sync on the server, async in a browser or a KMS. */
export type Signer = {
  readonly algorithm: SignatureAlgorithm;
  /** Absolute DID URL of the verification method, as Data Integrity names it. */
  readonly verificationMethod: string;
  /** `https://…/issuers/{id}/keys/{kid}`: one JWK, as Open Badges' JWT names it. */
  readonly keyUrl: string;
  readonly sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
};

export type Hash = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** The machine's part of cryptography, handed in (DECISIONS 33). */
export type Crypto = {
  readonly sha256: Hash;
  /** Resolves to false for a signature that does not fit; never throws for a malformed one. */
  readonly verify: (
    algorithm: SignatureAlgorithm,
    publicJwk: PublicJwk,
    bytes: Uint8Array,
    signature: Uint8Array,
  ) => boolean | Promise<boolean>;
};

export type PublicJwk = {
  readonly kty: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly n?: string;
  readonly e?: string;
};

export type SecureOptions = {
  readonly signer: Signer;
  readonly crypto: Crypto;
  /** Instant of signing, UTC, whole seconds. */
  readonly created: string;
};

export type Format = {
  readonly id: string;
  readonly mediaType: string;
  readonly fileExtension: string;
  /** Which purpose of the issuer's keys signs it; absent: it is hosted and not signed. */
  readonly keyPurpose?: 'award-ed25519' | 'award-p256';
  /** Facts into the standard's words, in the award's language. */
  readonly compose: (facts: CredentialFacts, crypto: Crypto) => Composed | Promise<Composed>;
  /** The composed document into its final bytes. A hosted format returns the JSON as it is. */
  readonly secure: (document: JsonObject, options: SecureOptions) => Promise<string>;
  /** What the format cannot say of a design, before there is an award. */
  readonly omissions: (content: DesignContent) => readonly Omission[];
};
