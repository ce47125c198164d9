/** The bytes under a signature: hash of the proof's own members, then hash of the document (section 3.2.4). */
import { joinBytes } from '../../bytes.ts';
import type { Crypto, Hash, Json, JsonObject, VerificationAlgorithm } from '../../format.ts';

export type Digest = { readonly name: 'SHA-256' | 'SHA-384'; readonly hash: Hash };

export type HashingSuite = {
  readonly algorithms: readonly VerificationAlgorithm[];
  /** Of the canonical form. */
  readonly hashDocument: (document: JsonObject, digest: Digest) => Uint8Array | Promise<Uint8Array>;
  readonly proofCarriesContext: boolean;
};

export type HashInput = {
  readonly suite: HashingSuite;
  readonly algorithm: VerificationAlgorithm;
  readonly proofConfig: JsonObject;
  readonly document: JsonObject;
};

export async function hashProofAndDocument(
  crypto: Pick<Crypto, 'sha256' | 'sha384'>,
  { suite, algorithm, proofConfig, document }: HashInput,
): Promise<Uint8Array> {
  const digest = digestFor(crypto, algorithm);
  const proofHash = await hashProof(suite, proofConfig, digest);
  const documentHash = await suite.hashDocument(document, digest);
  return joinBytes(proofHash, documentHash);
}

/** Of one batch the options of all proofs are the same, so that their hash is that of the one before. */
const hashesOf = new WeakMap<HashingSuite, WeakMap<Hash, Map<string, Uint8Array>>>();
const MAX_HASHES = 64;
const MAX_KEPT_LENGTH = 2_000;

async function hashProof(suite: HashingSuite, proofConfig: JsonObject, digest: Digest): Promise<Uint8Array> {
  const hashes = hashesFor(suite, digest.hash);
  const name = nameProof(proofConfig);
  const known = name === undefined ? undefined : hashes.get(name);
  if (known) return known;
  const made = await suite.hashDocument(proofConfig, digest);
  if (name === undefined) return made;
  hashes.set(name, made);
  const [oldest] = hashes.keys();
  if (hashes.size > MAX_HASHES && oldest !== undefined) hashes.delete(oldest);
  return made;
}

function hashesFor(suite: HashingSuite, hash: Hash): Map<string, Uint8Array> {
  const bySuite = hashesOf.get(suite) ?? new WeakMap<Hash, Map<string, Uint8Array>>();
  hashesOf.set(suite, bySuite);
  const hashes = bySuite.get(hash) ?? new Map<string, Uint8Array>();
  bySuite.set(hash, hashes);
  return hashes;
}

/** Only of texts, which JSON writes in one way each. */
function nameProof(proofConfig: JsonObject): string | undefined {
  const isPlain = Object.values(proofConfig).every((value) =>
    isList(value) ? value.every((item) => typeof item === 'string') : typeof value === 'string',
  );
  const name = isPlain ? JSON.stringify(proofConfig) : undefined;
  return name !== undefined && name.length <= MAX_KEPT_LENGTH ? name : undefined;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The size of the key decides it, also inside of RDFC-1.0 (Data Integrity ECDSA 1.0, section 3.2). */
function digestFor(
  { sha256, sha384 }: Pick<Crypto, 'sha256' | 'sha384'>,
  algorithm: VerificationAlgorithm,
): Digest {
  return algorithm === 'ES384' ? { name: 'SHA-384', hash: sha384 } : { name: 'SHA-256', hash: sha256 };
}
