/**
 * What each cryptosuite makes the signed bytes of (Data Integrity EdDSA Cryptosuites 1.0, sections 3.2 and 3.3).
 * Another suite is a line here; nobody else enumerates them.
 */
import { canonicalize } from '../../canonicalize.ts';
import type { Hash, JsonObject, VerificationAlgorithm } from '../../format.ts';
import { canonicalizeJson } from '../../jcs.ts';

export type Cryptosuite = {
  readonly algorithm: VerificationAlgorithm;
  readonly canonicalize: (document: JsonObject, hash: Hash) => Uint8Array | Promise<Uint8Array>;
  /** JCS knows no contexts, so its proof carries a copy of the document's own. */
  readonly proofCarriesContext: boolean;
};

export const cryptosuites = {
  'eddsa-rdfc-2022': { algorithm: 'Ed25519', canonicalize, proofCarriesContext: false },
  'eddsa-jcs-2022': { algorithm: 'Ed25519', canonicalize: canonicalizeJson, proofCarriesContext: true },
} as const satisfies Record<string, Cryptosuite>;

export type CryptosuiteName = keyof typeof cryptosuites;

export function findCryptosuite(name: unknown): Cryptosuite | undefined {
  return typeof name === 'string' && Object.hasOwn(cryptosuites, name)
    ? cryptosuites[name as CryptosuiteName]
    : undefined;
}
