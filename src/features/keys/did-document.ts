/** did:web documents and key sets of an issuer. Pure. DID Core 1.0, Controlled Identifiers 1.0, DECISIONS 4. */
import type { PublicKey } from './signing-key.ts';

export type DidDocument = {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly alsoKnownAs: readonly string[];
  readonly verificationMethod: readonly Record<string, unknown>[];
  readonly assertionMethod: readonly string[];
};

/**
 * Retired keys stay, or what they signed would stop verifying. Ed25519 stands as Multikey, P-256 as JWK:
 * never both encodings of one key.
 */
export function composeDidDocument(did: string, profileUrl: string, keys: readonly PublicKey[]): DidDocument {
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1',
    ],
    id: did,
    alsoKnownAs: [profileUrl],
    verificationMethod: keys.map((key) =>
      key.publicJwk.crv === 'Ed25519'
        ? { id: key.verificationMethod, type: 'Multikey', controller: did, publicKeyMultibase: key.kid }
        : { id: key.verificationMethod, type: 'JsonWebKey', controller: did, publicKeyJwk: presentJwk(key) },
    ),
    assertionMethod: keys.map((key) => key.verificationMethod),
  };
}

export function presentJwk(key: PublicKey): Record<string, unknown> {
  const { kty, crv, x, y } = key.publicJwk;
  return {
    kty,
    crv,
    x,
    ...(y ? { y } : {}),
    kid: key.kid,
    alg: crv === 'Ed25519' ? 'EdDSA' : 'ES256',
    use: 'sig',
  };
}

export function composeKeySet(keys: readonly PublicKey[]): { keys: Record<string, unknown>[] } {
  return { keys: keys.map(presentJwk) };
}
