/** The contract that every format folder fulfils; `index.ts` is the registry. */
import type { CredentialFacts, DesignContent, Language, VersionFacts } from './facts.ts';
import type { Json, JsonObject } from './json-value.ts';
import type { CredentialSummary } from './summary.ts';

export type { Json, JsonObject };

/** Something the facts hold and the format cannot say; shown to the designer before publication. */
export type Omission = {
  readonly element: string;
  readonly reason: 'text-only' | 'one-language' | 'no-term';
};

export type Composed = { readonly document: JsonObject; readonly omitted: readonly Omission[] };

/** RS256 is what readers of Open Badges 2.0 know. */
export type SignatureAlgorithm = 'Ed25519' | 'ES256' | 'RS256';

/** What signatures of others may use besides. */
export type VerificationAlgorithm = SignatureAlgorithm | 'ES384';

/** Signs bytes with a key it never shows. Sync on the server, async in a browser or a KMS. */
export type Signer = {
  readonly algorithm: SignatureAlgorithm;
  /** Absolute DID URL of the verification method, as Data Integrity names it. */
  readonly verificationMethod: string;
  /** `https://…/issuers/{id}/keys/{kid}`: one JWK, as Open Badges' JWT names it. */
  readonly keyUrl: string;
  readonly sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
};

/** Reads the bytes before it returns: what they stand in may be written over afterwards. */
export type Hash = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** The machine's part of cryptography, handed in (DECISIONS 33). */
export type Crypto = {
  readonly sha256: Hash;
  /** For keys of P-384 alone. */
  readonly sha384: Hash;
  /** Resolves to false for a signature that does not fit; never throws for a malformed one. */
  readonly verify: (
    algorithm: VerificationAlgorithm,
    publicJwk: PublicJwk,
    bytes: Uint8Array,
    signature: Uint8Array,
  ) => boolean | Promise<boolean>;
  readonly selectiveDisclosure: SelectiveDisclosureCrypto;
};

/** What a proof of chosen parts needs besides the issuer's key (Data Integrity ECDSA 1.0, section 3.6.2). */
export type SelectiveDisclosureCrypto = {
  readonly randomBytes: (length: number) => Uint8Array;
  readonly hmacSha256: (key: Uint8Array, bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
  /** A key of P-256 for one proof, whose private part nobody keeps. */
  readonly makeKey: () => EphemeralKey | Promise<EphemeralKey>;
};

export type EphemeralKey = {
  readonly publicJwk: PublicJwk;
  readonly sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
};

/** Packing, handed in; what unpacks carries a ceiling, because a bomb of a kilobyte unpacks to a gibibyte. */
export type Compression = {
  readonly gzip: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
  readonly gunzip: (bytes: Uint8Array, maxBytes: number) => Uint8Array | Promise<Uint8Array>;
  readonly inflate: (bytes: Uint8Array, maxBytes: number) => Uint8Array | Promise<Uint8Array>;
};

export type PublicJwk = {
  readonly kty: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly n?: string;
  readonly e?: string;
};

/** A public key as a controlled identifier document names it. */
export type VerificationMethod = {
  readonly id: string;
  /** The DID (or URL) whose document lists the key; issuer binding compares it with `issuer.id`. */
  readonly controller: string;
  readonly publicJwk: PublicJwk;
  readonly expires?: string;
  readonly revoked?: string;
};

/** `unavailable`: nobody could be asked, which proves nothing. The others: asked, and the answer was no. */
export type MethodRefusal = 'unavailable' | 'not-found' | 'not-authorized' | 'malformed-document';

export type ResolvedMethod =
  | { readonly found: true; readonly method: VerificationMethod }
  | { readonly found: false; readonly because: MethodRefusal };

/** What a proof says about its key. A JWT of Open Badges may carry a `jwk`: a claim, never evidence by itself. */
export type MethodRequest = {
  readonly id?: string;
  readonly jwk?: PublicJwk;
  readonly purpose: 'assertionMethod' | 'authentication';
  readonly issuer?: string;
};

export type ResolveMethod = (request: MethodRequest) => ResolvedMethod | Promise<ResolvedMethod>;

export type VerifyDeps = { readonly crypto: Crypto; readonly resolveMethod: ResolveMethod };

/** One proof that held: who could have made it, and when they say they did. */
export type ProofFinding = { readonly method: VerificationMethod; readonly created?: string };

export type ProofVerdict =
  | { readonly outcome: 'passed'; readonly proofs: readonly ProofFinding[] }
  | { readonly outcome: 'failed' | 'not-checked'; readonly reason: ProofReason; readonly detail?: string };

export type ProofReason =
  | 'no-proof'
  | 'malformed-proof'
  | 'unsupported-proof'
  /** Meant for its holder, who derives from it what others may see. */
  | 'base-proof'
  | 'wrong-purpose'
  | 'wrong-domain'
  | 'wrong-challenge'
  | 'proof-expired'
  | 'proof-from-the-future'
  | 'previous-proof-missing'
  | 'context-mismatch'
  | 'not-canonicalizable'
  | 'key-unavailable'
  | 'key-not-found'
  | 'key-not-authorized'
  | 'key-expired'
  | 'key-revoked'
  | 'wrong-key-type'
  | 'wrong-signature'
  | 'malformed-jwt'
  | 'forbidden-header'
  | 'forbidden-algorithm'
  | 'claim-missing'
  | 'claim-mismatch';

export type VerifyOptions = {
  /** The instant the question is about. */
  readonly at: Date;
  /** The instant of asking; absent: the same. */
  readonly now?: Date;
};

export type SecureOptions = {
  readonly signer: Signer;
  readonly crypto: Crypto;
  /** Instant of signing, UTC, whole seconds. */
  readonly created: string;
};

export type Conformance =
  | { readonly conforms: true }
  | {
      readonly conforms: false;
      readonly faults: readonly { readonly path: string; readonly message: string }[];
    };

/** What a reader calls a document (INTERFACE, "Verification report"). */
export type DetectedFormat =
  | 'ob3-data-integrity'
  | 'ob3-jwt'
  | 'ob2-hosted'
  | 'ob2-signed'
  | 'sd-jwt-vc'
  | 'edc'
  | 'clr2'
  | 'vc'
  | 'vp'
  | 'certificate-qr'
  | 'unknown';

/** Lists by id, which older readers know: Open Badges 2.0's for signed badges, and 1EdTech's of Open Badges 3.0. */
export type Listing = 'ob2-signed' | '1edtech';

export type Format = {
  readonly id: string;
  /** What a reader calls it, when it is one of several documents of one kind; absent: its id. */
  readonly readAs?: DetectedFormat;
  readonly mediaType: string;
  readonly fileExtension: string;
  /** Which purpose of the issuer's keys signs it; absent: it is hosted and not signed. */
  readonly keyPurpose?: 'award-ed25519' | 'award-p256' | 'award-rsa';
  /** Its documents name the issuer's own list of what is revoked, one for each of these shapes. */
  readonly listing?: Listing;
  /** The Achievement or BadgeClass in one language: what publication freezes (DECISIONS 13). */
  readonly composeDefinition: (version: VersionFacts, language: Language) => JsonObject;
  /**
   * Facts into the standard's words, in the award's language. `definition` is the Achievement as it was
   * frozen at publication; without it, it is composed anew.
   */
  readonly compose: (
    facts: CredentialFacts,
    crypto: Crypto,
    definition?: JsonObject,
  ) => Composed | Promise<Composed>;
  /** The composed document into its final bytes. A hosted format returns the JSON as it is. */
  readonly secure: (document: JsonObject, options: SecureOptions) => Promise<string>;
  /** The document inside the final bytes. Throws a `FormatRefusal` for what cannot be read. */
  readonly open: (secured: string) => JsonObject;
  /** Does the document keep the standard's shape? */
  readonly checkConformance: (document: JsonObject) => Conformance;
  /** Absent for a hosted format: there the issuer's own server is the proof. */
  readonly verify?: (deps: VerifyDeps, secured: string, options: VerifyOptions) => Promise<ProofVerdict>;
  /**
   * What its holder hands on: the secured document with the chosen parts and those that are always told. Absent: it
   * is shown whole. Where it is there, what `secure` made is the holder's alone, and does not pass.
   */
  readonly derive?: (
    deps: Pick<VerifyDeps, 'crypto'>,
    secured: string,
    pointers: readonly string[],
  ) => Promise<string>;
  /** For display and for the reader of any credential in this format, ours or not. */
  readonly read: (document: JsonObject) => CredentialSummary;
  /** What the format cannot say of a design, before there is an award. */
  readonly omissions: (content: DesignContent) => readonly Omission[];
};
