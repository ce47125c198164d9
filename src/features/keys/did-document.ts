/** did:web documents and key sets of an issuer. Pure. DID Core 1.0, Controlled Identifiers 1.0, DECISIONS 4. */
import { formatInstant } from '../../platform/clock.ts';
import { PURPOSES, type PublicKey } from './signing-key.ts';

export type DidDocument = {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly alsoKnownAs: readonly string[];
  readonly verificationMethod: readonly Record<string, unknown>[];
  readonly assertionMethod: readonly string[];
};

/**
 * Keys that wait and keys that are retired stand here too: a reader who keeps the document for a while knows the next
 * key, and what the last one signed goes on verifying. No `expires`: readers take it for the end of what was signed.
 * `revoked` is Controlled Identifiers 1.0, section 2.2. Ed25519 stands as Multikey, the others as JWK: never both
 * encodings of one key.
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
    verificationMethod: keys.map((key) => composeMethod(did, key)),
    assertionMethod: keys.map((key) => key.verificationMethod),
  };
}

function composeMethod(did: string, key: PublicKey): Record<string, unknown> {
  const encoded =
    PURPOSES[key.purpose] === 'Ed25519'
      ? { type: 'Multikey', controller: did, publicKeyMultibase: key.kid }
      : { type: 'JsonWebKey', controller: did, publicKeyJwk: presentJwk(key) };
  return {
    id: key.verificationMethod,
    ...encoded,
    ...(key.compromisedAt ? { revoked: formatInstant(key.compromisedAt) } : {}),
  };
}

/** What RFC 7518 and RFC 8037 call the algorithms. */
const JOSE_NAMES = { Ed25519: 'EdDSA', ES256: 'ES256', RS256: 'RS256' } as const satisfies Record<
  (typeof PURPOSES)[keyof typeof PURPOSES],
  string
>;

export function presentJwk(key: PublicKey): Record<string, unknown> {
  const { kty, crv, x, y, n, e } = key.publicJwk;
  return {
    kty,
    ...(crv ? { crv, x } : {}),
    ...(y ? { y } : {}),
    ...(n ? { n, e } : {}),
    kid: key.kid,
    alg: JOSE_NAMES[PURPOSES[key.purpose]],
    use: 'sig',
  };
}

export function composeKeySet(keys: readonly PublicKey[]): { keys: Record<string, unknown>[] } {
  return { keys: keys.map(presentJwk) };
}
