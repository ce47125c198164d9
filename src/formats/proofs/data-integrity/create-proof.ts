/** Makes a Data Integrity proof of a document. */
import type { JsonObject, SecureOptions, Signer, VerificationAlgorithm } from '../../format.ts';
import { omitMember } from '../../json.ts';
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
  const unsecured = withoutProof(document);
  return { ...unsecured, proof: [await createProof(unsecured, options)] };
}

/** The document itself when it has none: a copy for nothing showed in the profile of signing. */
export function withoutProof(document: JsonObject): JsonObject {
  return document.proof === undefined ? document : omitMember(document, 'proof');
}

/** For a document that has none. */
export async function createProof(unsecured: JsonObject, options: ProofOptions): Promise<JsonObject> {
  const { signer, crypto, cryptosuite = 'eddsa-rdfc-2022' } = options;
  const suite: HashingSuite = cryptosuites[cryptosuite];
  const { algorithm } = signer;
  if (!suite.algorithms.includes(algorithm))
    throw new TypeError(`${cryptosuite} wants a key for ${suite.algorithms.join(' or ')}`);
  const context = unsecured['@context'];
  const members = composeProofMembers(options, cryptosuite);
  const proofConfig = context === undefined ? members : { '@context': context, ...members };
  const data = await hashProofAndDocument(crypto, { suite, algorithm, proofConfig, document: unsecured });
  const proofValue = encodeMultibase('base58btc', await signer.sign(data));
  return { ...(suite.proofCarriesContext ? proofConfig : members), proofValue };
}

/** The proof without its value. */
export function composeProofMembers(
  { signer, created, proofPurpose, domain, challenge }: Omit<ProofOptions, 'cryptosuite'>,
  cryptosuite: string,
): JsonObject {
  const members = {
    type: 'DataIntegrityProof',
    cryptosuite,
    created,
    verificationMethod: signer.verificationMethod,
    proofPurpose: proofPurpose ?? 'assertionMethod',
  };
  if (domain === undefined && challenge === undefined) return members;
  return {
    ...members,
    ...(domain === undefined ? {} : { domain }),
    ...(challenge === undefined ? {} : { challenge }),
  };
}
