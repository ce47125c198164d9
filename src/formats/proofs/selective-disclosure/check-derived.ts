/** Verifies a derived proof of ecdsa-sd-2023 (Data Integrity ECDSA 1.0, section 3.6.7); a base proof never passes. */
import { encodeUtf8 } from '../../bytes.ts';
import { canonicalizeDataset, readDataset } from '../../canonicalize.ts';
import type { JsonObject, VerificationAlgorithm } from '../../format.ts';
import { decodeMultikeyBytes } from '../../multikey.ts';
import type { ProofCheck, ProofSuite } from '../data-integrity/proof-suite.ts';
import { notChecked, type Refused, refuse } from '../verdict.ts';
import { composeBaseData } from './hash-base.ts';
import { type DerivedValue, decodeDerivedValue, tellValue } from './proof-value.ts';
import { writeLines } from './write-lines.ts';

const algorithms = ['ES256'] as const satisfies readonly VerificationAlgorithm[];

export const selectiveDisclosureSuite: ProofSuite = {
  algorithms,
  proofCarriesContext: false,
  readProofValue: readDerivedProof,
};

/** A base proof shows that somebody handed on what was meant for the holder's eyes, and proves nothing of it. */
function readDerivedProof(proofValue: string): ProofCheck | Refused {
  try {
    if (tellValue(proofValue) === 'base') return notChecked('base-proof');
    return checkDerived(decodeDerivedValue(proofValue));
  } catch {
    return refuse('malformed-proof', 'proofValue');
  }
}

function checkDerived(value: DerivedValue): ProofCheck {
  return async ({ crypto, algorithm, publicJwk, proofConfig, document }) => {
    const lines = await relabel(document, value);
    if (!lines || value.mandatoryIndexes.some((index) => index >= lines.length))
      return refuse('malformed-proof', 'proofValue');
    const always = new Set(value.mandatoryIndexes);
    const mandatory = lines.filter((_, index) => always.has(index));
    const chosen = lines.filter((_, index) => !always.has(index));
    if (chosen.length !== value.signatures.length) return refuse('malformed-proof', 'proofValue');

    // The issuer's first: without it the key of the statements is anybody's, and so are its signatures.
    const { publicKey, baseSignature, signatures } = value;
    const data = await composeBaseData(crypto, { proofConfig, publicKey, mandatory });
    if (!(await crypto.verify(algorithm, publicJwk, data, baseSignature))) return refuse('wrong-signature');
    const key = decodeMultikeyBytes(publicKey);
    for (const [place, line] of chosen.entries()) {
      const signature = signatures[place] ?? new Uint8Array();
      if (!(await crypto.verify('ES256', key, encodeUtf8(line), signature))) return refuse('wrong-signature');
    }
    return undefined;
  };
}

/** Undefined when the labels are not those of just the nodes that are there. */
async function relabel(
  document: JsonObject,
  { labels }: DerivedValue,
): Promise<readonly string[] | undefined> {
  const dataset = await readDataset(document);
  const canonical = new Map<string, string>();
  await canonicalizeDataset(dataset, { labels: canonical });
  const signed = new Map<string, string>();
  for (const [node, label] of canonical) {
    const other = labels.get(label);
    if (other === undefined) return undefined;
    signed.set(node, other);
  }
  return signed.size === labels.size ? writeLines(dataset, signed) : undefined;
}
