/** What every cryptosuite gives the verifier. */
import type { Crypto, JsonObject, PublicJwk, VerificationAlgorithm } from '../../format.ts';
import type { Refused } from '../verdict.ts';

export type Evidence = {
  readonly crypto: Crypto;
  readonly algorithm: VerificationAlgorithm;
  readonly publicJwk: PublicJwk;
  /** The proof's own members without its value, with the context they are meant in. */
  readonly proofConfig: JsonObject;
  /** The document as it was signed: without this proof, in a chain with those before it. */
  readonly document: JsonObject;
};

/** A proof value that was read, ready to be held against its evidence. */
export type ProofCheck = (evidence: Evidence) => Promise<Refused | undefined>;

export type ProofSuite = {
  /** Of the keys it takes. */
  readonly algorithms: readonly VerificationAlgorithm[];
  readonly proofCarriesContext: boolean;
  /** Before any key is asked for, so that what is malformed costs nothing. */
  readonly readProofValue: (proofValue: string) => ProofCheck | Refused;
};
