/** A JWK taken from a document of someone else: public members only, of a kind we can verify with. */
import type { PublicJwk, VerificationAlgorithm } from './format.ts';
import { isJsonObject } from './json.ts';

type KeyKind = {
  readonly kty: string;
  readonly crv?: string;
  readonly algorithm: VerificationAlgorithm;
  readonly members: readonly string[];
};

const kinds: readonly KeyKind[] = [
  { kty: 'OKP', crv: 'Ed25519', algorithm: 'Ed25519', members: ['x'] },
  { kty: 'EC', crv: 'P-256', algorithm: 'ES256', members: ['x', 'y'] },
  { kty: 'EC', crv: 'P-384', algorithm: 'ES384', members: ['x', 'y'] },
  { kty: 'RSA', algorithm: 'RS256', members: ['n', 'e'] },
];

/** Undefined for what we cannot use. A private member makes the whole key unusable: its owner published it. */
export function parsePublicJwk(value: unknown): PublicJwk | undefined {
  if (!isJsonObject(value) || typeof value.kty !== 'string') return undefined;
  const kind = findKind(value.kty, value.crv);
  if (!kind || 'd' in value) return undefined;
  const members: Record<string, string> = {};
  for (const name of kind.members) {
    const member = value[name];
    if (typeof member !== 'string') return undefined;
    members[name] = member;
  }
  return { kty: kind.kty, ...(kind.crv === undefined ? {} : { crv: kind.crv }), ...members };
}

/** The key decides the algorithm, never the header (RFC 8725, section 3.1). */
export function algorithmOf(jwk: PublicJwk): VerificationAlgorithm | undefined {
  return findKind(jwk.kty, jwk.crv)?.algorithm;
}

export function isSameKey(one: PublicJwk, other: PublicJwk): boolean {
  const kind = findKind(one.kty, one.crv);
  if (!kind || one.kty !== other.kty || one.crv !== other.crv) return false;
  return (['x', 'y', 'n', 'e'] as const).every(
    (name) => !kind.members.includes(name) || one[name] === other[name],
  );
}

function findKind(kty: string, crv: unknown): KeyKind | undefined {
  return kinds.find((kind) => kind.kty === kty && kind.crv === crv);
}
