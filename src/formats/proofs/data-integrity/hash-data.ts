/** The bytes under a signature: hash of the proof's own members, then hash of the document (section 3.2.4). */
import { joinBytes } from '../../bytes.ts';
import type { Crypto, Hash, Json, JsonObject, VerificationAlgorithm } from '../../format.ts';
import { isList, isSame } from '../../json-value.ts';

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
type Kept = { readonly proofConfig: JsonObject; readonly hash: Uint8Array };
const keptOf = new WeakMap<HashingSuite, WeakMap<Hash, Kept[]>>();
const MAX_KEPT = 16;

async function hashProof(suite: HashingSuite, proofConfig: JsonObject, digest: Digest): Promise<Uint8Array> {
  const kept = findKept(suite, digest.hash);
  const known = kept.find((one) => isSame(one.proofConfig, proofConfig));
  if (known) return known.hash;
  // A copy: the document is its owner's, who may write in it.
  const copy = structuredClone(proofConfig);
  const hash = await suite.hashDocument(proofConfig, digest);
  if (isPlain(copy)) kept.unshift({ proofConfig: copy, hash });
  kept.length = Math.min(kept.length, MAX_KEPT);
  return hash;
}

function findKept(suite: HashingSuite, hash: Hash): Kept[] {
  const bySuite = keptOf.get(suite) ?? new WeakMap<Hash, Kept[]>();
  keptOf.set(suite, bySuite);
  const kept = bySuite.get(hash) ?? [];
  bySuite.set(hash, kept);
  return kept;
}

const MAX_TEXT = 500;

/** Texts and short lists of them: nothing else is worth keeping, and no stranger makes us keep much. */
function isPlain(proofConfig: JsonObject): boolean {
  const isText = (value: Json | undefined) => typeof value === 'string' && value.length <= MAX_TEXT;
  const values = Object.values(proofConfig);
  return (
    values.length < 12 &&
    values.every((value) => isText(value) || (isList(value) && value.length < 12 && value.every(isText)))
  );
}

/** The size of the key decides it, also inside of RDFC-1.0 (Data Integrity ECDSA 1.0, section 3.2). */
function digestFor(
  { sha256, sha384 }: Pick<Crypto, 'sha256' | 'sha384'>,
  algorithm: VerificationAlgorithm,
): Digest {
  return algorithm === 'ES384' ? { name: 'SHA-384', hash: sha384 } : { name: 'SHA-256', hash: sha256 };
}
