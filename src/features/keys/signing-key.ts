/** Keys of an issuer, each for one purpose (DECISIONS 4). Pure. */
import type { SignatureAlgorithm } from '../../formats/index.ts';

export const PURPOSES = {
  'award-ed25519': 'Ed25519',
  'award-p256': 'ES256',
  status: 'Ed25519',
  'award-rsa': 'RS256',
} as const satisfies Record<string, SignatureAlgorithm>;

export type KeyPurpose = keyof typeof PURPOSES;

/** Made with the issuer; the RSA key is made when the first badge for older readers is signed. */
export const FIRST_PURPOSES = ['award-ed25519', 'award-p256', 'status'] as const satisfies KeyPurpose[];

export type JsonWebKey = {
  readonly kty: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly n?: string;
  readonly e?: string;
};

export type PublicKey = {
  readonly issuerId: string;
  readonly purpose: KeyPurpose;
  readonly kid: string;
  /** Absolute DID URL; Ed25519 has its multibase key as fragment. */
  readonly verificationMethod: string;
  readonly publicJwk: JsonWebKey;
  readonly activeFrom: Date;
  readonly activeUntil: Date | null;
};
