/**
 * A base proof of ecdsa-sd-2023 (Data Integrity ECDSA 1.0, section 3.6.1). It is made for the holder alone: it holds
 * the key that undoes the hiding of labels, so nobody else may see it, and nobody who verifies takes it.
 */
import { encodeUtf8 } from '../../bytes.ts';
import type { JsonObject } from '../../format.ts';
import { encodeMultikeyBytes } from '../../multikey.ts';
import { composeProofMembers, type ProofOptions } from '../data-integrity/create-proof.ts';
import { groupLines } from './group-lines.ts';
import { composeBaseData } from './hash-base.ts';
import { encodeBaseValue } from './proof-value.ts';

export type BaseProofOptions = Omit<ProofOptions, 'cryptosuite'> & {
  /** What every derived document will show. */
  readonly mandatoryPointers: readonly string[];
};

const HMAC_KEY_LENGTH = 32;

export async function secureWithBaseProof(
  document: JsonObject,
  options: BaseProofOptions,
): Promise<JsonObject> {
  const { signer, crypto, mandatoryPointers } = options;
  if (signer.algorithm !== 'ES256') throw new TypeError('ecdsa-sd-2023 wants a key for ES256');
  const { proof: _, ...unsecured } = document;
  const members = composeProofMembers(options, 'ecdsa-sd-2023');
  const context = unsecured['@context'] === undefined ? {} : { '@context': unsecured['@context'] };
  const hmacKey = crypto.selectiveDisclosure.randomBytes(HMAC_KEY_LENGTH);
  const { lines, readPart } = await groupLines(crypto, hmacKey, unsecured);
  const shown = new Set((await readPart(mandatoryPointers)).indexes);

  const ephemeral = await crypto.selectiveDisclosure.makeKey();
  const publicKey = encodeMultikeyBytes(ephemeral.publicJwk);
  const signatures: Uint8Array[] = [];
  for (const [index, line] of lines.entries())
    if (!shown.has(index)) signatures.push(await ephemeral.sign(encodeUtf8(line)));
  const proofConfig = { ...context, ...members };
  const mandatory = lines.filter((_, index) => shown.has(index));
  const baseSignature = await signer.sign(
    await composeBaseData(crypto, { proofConfig, publicKey, mandatory }),
  );
  const proofValue = encodeBaseValue({ baseSignature, publicKey, hmacKey, signatures, mandatoryPointers });
  return { ...unsecured, proof: [{ ...members, proofValue }] };
}
