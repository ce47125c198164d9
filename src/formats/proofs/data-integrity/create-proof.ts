/** Adds a Data Integrity proof to a document that has none. */
import type { JsonObject, SecureOptions } from '../../format.ts';
import { encodeMultibase } from '../../multibase.ts';
import { type Cryptosuite, type CryptosuiteName, cryptosuites } from './cryptosuites.ts';
import { hashProofAndDocument } from './hash-data.ts';

export type ProofOptions = SecureOptions & {
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
  const { signer, crypto, created, cryptosuite = 'eddsa-rdfc-2022' } = options;
  const suite: Cryptosuite = cryptosuites[cryptosuite];
  if (signer.algorithm !== suite.algorithm)
    throw new TypeError(`${cryptosuite} wants a key for ${suite.algorithm}`);
  const { proof: _, ...unsecured } = document;
  const context = unsecured['@context'] === undefined ? {} : { '@context': unsecured['@context'] };
  const members = {
    type: 'DataIntegrityProof',
    cryptosuite,
    created,
    verificationMethod: signer.verificationMethod,
    proofPurpose: options.proofPurpose ?? 'assertionMethod',
    ...(options.domain === undefined ? {} : { domain: options.domain }),
    ...(options.challenge === undefined ? {} : { challenge: options.challenge }),
  };
  const data = await hashProofAndDocument(crypto, suite, { ...context, ...members }, unsecured);
  const proofValue = encodeMultibase('base58btc', await signer.sign(data));
  return { ...unsecured, proof: [{ ...(suite.proofCarriesContext ? context : {}), ...members, proofValue }] };
}
