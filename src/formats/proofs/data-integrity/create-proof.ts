/** Adds a Data Integrity proof to a document that has none. */
import type { JsonObject, SecureOptions, Signer, VerificationAlgorithm } from '../../format.ts';
import { encodeMultibase } from '../../multibase.ts';
import { type CryptosuiteName, cryptosuites } from './cryptosuites.ts';
import { type HashingSuite, hashProofAndDocument } from './hash-data.ts';

/** P-384 signs in tests and in conformance harnesses; no key of ours is of that size. */
export type ProofSigner = Pick<Signer, 'verificationMethod' | 'sign'> & {
  readonly algorithm: VerificationAlgorithm;
};

export type ProofOptions = Omit<SecureOptions, 'signer'> & {
  readonly signer: ProofSigner;
  readonly cryptosuite?: CryptosuiteName;
  readonly proofPurpose?: 'assertionMethod' | 'authentication';
  readonly domain?: string;
  readonly challenge?: string;
};

/** The proof stands in a list of one: Open Badges' plain schema wants arrays (section "Serialization"). */
export async function secureWithDataIntegrity(
  document: JsonObject,
  options: ProofOptions,
): Promise<JsonObject> {
  const { signer, crypto, cryptosuite = 'eddsa-rdfc-2022' } = options;
  const suite: HashingSuite = cryptosuites[cryptosuite];
  const { algorithm } = signer;
  if (!suite.algorithms.includes(algorithm))
    throw new TypeError(`${cryptosuite} wants a key for ${suite.algorithms.join(' or ')}`);
  const { proof: _, ...unsecured } = document;
  const context = unsecured['@context'] === undefined ? {} : { '@context': unsecured['@context'] };
  const members = composeProofMembers(options, cryptosuite);
  const proofConfig = { ...context, ...members };
  const data = await hashProofAndDocument(crypto, { suite, algorithm, proofConfig, document: unsecured });
  const proofValue = encodeMultibase('base58btc', await signer.sign(data));
  return { ...unsecured, proof: [{ ...(suite.proofCarriesContext ? context : {}), ...members, proofValue }] };
}

/** The proof without its value. */
export function composeProofMembers(
  { signer, created, proofPurpose, domain, challenge }: Omit<ProofOptions, 'cryptosuite'>,
  cryptosuite: string,
): JsonObject {
  return {
    type: 'DataIntegrityProof',
    cryptosuite,
    created,
    verificationMethod: signer.verificationMethod,
    proofPurpose: proofPurpose ?? 'assertionMethod',
    ...(domain === undefined ? {} : { domain }),
    ...(challenge === undefined ? {} : { challenge }),
  };
}
