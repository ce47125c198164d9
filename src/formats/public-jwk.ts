/** A JWK taken from a document of someone else: public members only, of a kind we can verify with. */
import type { PublicJwk, VerificationAlgorithm } from './format.ts';
import { isJsonObject } from './json.ts';

type KeyKind = {
  readonly algorithm: VerificationAlgorithm;
  readonly crv?: string;
  readonly members: readonly string[];
};

const kinds: Readonly<Record<string, KeyKind>> = {
  OKP: { algorithm: 'Ed25519', crv: 'Ed25519', members: ['x'] },
  EC: { algorithm: 'ES256', crv: 'P-256', members: ['x', 'y'] },
  RSA: { algorithm: 'RS256', members: ['n', 'e'] },
};

/** Undefined for what we cannot use. A private member makes the whole key unusable: its owner published it. */
export function parsePublicJwk(value: unknown): PublicJwk | undefined {
  if (!isJsonObject(value) || typeof value.kty !== 'string' || !Object.hasOwn(kinds, value.kty))
    return undefined;
  const kind = kinds[value.kty];
  if (!kind || 'd' in value || value.crv !== kind.crv) return undefined;
  const members: Record<string, string> = {};
  for (const name of kind.members) {
    const member = value[name];
    if (typeof member !== 'string') return undefined;
    members[name] = member;
  }
  return { kty: value.kty, ...(kind.crv === undefined ? {} : { crv: kind.crv }), ...members };
}

/** The key decides the algorithm, never the header (RFC 8725, section 3.1). */
export function algorithmOf(jwk: PublicJwk): VerificationAlgorithm | undefined {
  const kind = Object.hasOwn(kinds, jwk.kty) ? kinds[jwk.kty] : undefined;
  return kind && kind.crv === jwk.crv ? kind.algorithm : undefined;
}

export function isSameKey(one: PublicJwk, other: PublicJwk): boolean {
  const kind = Object.hasOwn(kinds, one.kty) ? kinds[one.kty] : undefined;
  if (!kind || one.kty !== other.kty || one.crv !== other.crv) return false;
  return (['x', 'y', 'n', 'e'] as const).every(
    (name) => !kind.members.includes(name) || one[name] === other[name],
  );
}
