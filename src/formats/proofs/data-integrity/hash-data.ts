/** The bytes under a signature: hash of the proof's own members, then hash of the document (section 3.2.4). */
import { joinBytes } from '../../bytes.ts';
import type { Crypto, Hash, JsonObject, VerificationAlgorithm } from '../../format.ts';

export type Digest = { readonly name: 'SHA-256' | 'SHA-384'; readonly hash: Hash };

export type HashingSuite = {
  readonly algorithms: readonly VerificationAlgorithm[];
  readonly canonicalize: (document: JsonObject, digest: Digest) => Uint8Array | Promise<Uint8Array>;
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
  const proofHash = await digest.hash(await suite.canonicalize(proofConfig, digest));
  const documentHash = await digest.hash(await suite.canonicalize(document, digest));
  return joinBytes(proofHash, documentHash);
}

/** The size of the key decides it, also inside of RDFC-1.0 (Data Integrity ECDSA 1.0, section 3.2). */
function digestFor(
  { sha256, sha384 }: Pick<Crypto, 'sha256' | 'sha384'>,
  algorithm: VerificationAlgorithm,
): Digest {
  return algorithm === 'ES384' ? { name: 'SHA-384', hash: sha384 } : { name: 'SHA-256', hash: sha256 };
}
