/** Algorithms as headers name them (RFC 7518, section 3.1; RFC 8037; RFC 9864). */
import type { SignatureAlgorithm, VerificationAlgorithm } from '../../format.ts';

/** Ed25519 signs under the name that every reader knows; the newer one of RFC 9864 is read as well. */
export const joseNames: Readonly<Record<SignatureAlgorithm, string>> = {
  ES256: 'ES256',
  RS256: 'RS256',
  Ed25519: 'EdDSA',
};

/** What is verified; `none` and every shared-secret algorithm are not here. */
export const verifiable: ReadonlyMap<unknown, VerificationAlgorithm> = new Map([
  ['ES256', 'ES256'],
  ['ES384', 'ES384'],
  ['EdDSA', 'Ed25519'],
  ['Ed25519', 'Ed25519'],
  ['RS256', 'RS256'],
]);

/** Sound, and not ours to check: they must not be called forged. */
export const unsupported: ReadonlySet<unknown> = new Set([
  'ES512',
  'ES256K',
  'Ed448',
  'PS256',
  'PS384',
  'PS512',
  'RS384',
  'RS512',
]);
