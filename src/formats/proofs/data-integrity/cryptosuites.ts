/**
 * How the proof of each kind is read and held against its document. Another cryptosuite is a line here; nobody
 * else enumerates them.
 */
import { canonicalizeWithSha384, hashCanonical } from '../../canonicalize.ts';
import type { JsonObject, VerificationAlgorithm } from '../../format.ts';
import { canonicalizeJson } from '../../jcs.ts';
import { selectiveDisclosureSuite } from '../selective-disclosure/check-derived.ts';
import { readHashedProof } from './check-hashed.ts';
import type { HashingSuite } from './hash-data.ts';
import type { ProofSuite } from './proof-suite.ts';

const eddsa = ['Ed25519'] as const satisfies readonly VerificationAlgorithm[];
/** The key decides the hash: SHA-256 with P-256, SHA-384 with P-384. */
const ecdsa = ['ES256', 'ES384'] as const satisfies readonly VerificationAlgorithm[];

const rdfc: HashingSuite['hashDocument'] = (document, { name, hash }) =>
  name === 'SHA-384' ? canonicalizeWithSha384(document).then(hash) : hashCanonical(document, hash);

const jcs: HashingSuite['hashDocument'] = (document, { hash }) => hash(canonicalizeJson(document));

/**
 * Data Integrity EdDSA 1.0, sections 3.2 and 3.3; Data Integrity ECDSA 1.0, sections 3.2 and 3.3. JCS knows no
 * contexts, so its proof carries a copy of the document's own.
 */
export const cryptosuites = {
  'eddsa-rdfc-2022': { algorithms: eddsa, hashDocument: rdfc, proofCarriesContext: false },
  'eddsa-jcs-2022': { algorithms: eddsa, hashDocument: jcs, proofCarriesContext: true },
  'ecdsa-rdfc-2019': { algorithms: ecdsa, hashDocument: rdfc, proofCarriesContext: false },
  'ecdsa-jcs-2019': { algorithms: ecdsa, hashDocument: jcs, proofCarriesContext: true },
} as const satisfies Record<string, HashingSuite>;

export type CryptosuiteName = keyof typeof cryptosuites;

const suites: ReadonlyMap<string, ProofSuite> = new Map([
  ...Object.entries(cryptosuites).map(([name, suite]) => [name, hashing(suite)] as const),
  ['ecdsa-sd-2023', selectiveDisclosureSuite],
]);

/**
 * Proofs from before there was one type for all of them; read and never made. The bytes under the signature are
 * put together as eddsa-rdfc-2022 has it ("Ed25519 Signature 2020", section 3.2).
 */
const olderTypes: ReadonlyMap<string, ProofSuite> = new Map([
  ['Ed25519Signature2020', hashing(cryptosuites['eddsa-rdfc-2022'])],
]);

export function findSuite({ type, cryptosuite }: JsonObject): ProofSuite | undefined {
  if (typeof type === 'string' && cryptosuite === undefined && olderTypes.has(type))
    return olderTypes.get(type);
  if (type !== 'DataIntegrityProof' || typeof cryptosuite !== 'string') return undefined;
  return suites.get(cryptosuite);
}

function hashing(suite: HashingSuite): ProofSuite {
  return { ...suite, readProofValue: (proofValue) => readHashedProof(suite, proofValue) };
}
