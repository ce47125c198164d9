/** The suites that sign one hash: the value is the signature alone. */
import { decodeMultibase } from '../../multibase.ts';
import { type Refused, refuse } from '../verdict.ts';
import { type HashingSuite, hashProofAndDocument } from './hash-data.ts';
import type { ProofCheck } from './proof-suite.ts';

/** r and s, or EdDSA's R and S: twice the length of the curve's numbers. */
const SIGNATURE_LENGTHS: Readonly<Record<string, number>> = { Ed25519: 64, ES256: 64, ES384: 96 };

export function readHashedProof(suite: HashingSuite, proofValue: string): ProofCheck | Refused {
  const signature = readSignature(suite, proofValue);
  if (!signature) return refuse('malformed-proof', 'proofValue');
  return async ({ crypto, algorithm, publicJwk, proofConfig, document }) => {
    const bytes = await hashProofAndDocument(crypto, { suite, algorithm, proofConfig, document });
    return (await crypto.verify(algorithm, publicJwk, bytes, signature))
      ? undefined
      : refuse('wrong-signature');
  };
}

/** These suites write base58btc; another spelling of the same bytes would be a second proof of one signature. */
function readSignature({ algorithms }: HashingSuite, proofValue: string): Uint8Array | undefined {
  if (!proofValue.startsWith('z')) return undefined;
  try {
    const signature = decodeMultibase(proofValue);
    const fits = algorithms.some((algorithm) => SIGNATURE_LENGTHS[algorithm] === signature.length);
    return fits ? signature : undefined;
  } catch {
    return undefined;
  }
}
