/**
 * The holder's part (Data Integrity ECDSA 1.0, section 3.6.6): a document with what is always shown and what they
 * chose, and a proof of just that. It needs no key of anybody's. Two of them are known to be of one badge: they share
 * the issuer's signature (DECISIONS 7).
 */
import { canonicalizeDataset, readDataset } from '../../canonicalize.ts';
import type { Crypto, JsonObject } from '../../format.ts';
import { readObjects } from '../../read-members.ts';
import { FormatRefusal } from '../../refusal.ts';
import { groupLines } from './group-lines.ts';
import { selectByPointers } from './pointers.ts';
import { decodeBaseValue, encodeDerivedValue } from './proof-value.ts';
import { writeLines } from './write-lines.ts';

export async function deriveDisclosure(
  crypto: Pick<Crypto, 'selectiveDisclosure'>,
  document: JsonObject,
  pointers: readonly string[],
): Promise<JsonObject> {
  const { proof: _, ...unsecured } = document;
  const { proof, proofValue } = findBaseProof(document);
  const base = decodeBaseValue(proofValue);
  const { lines, labels, readPart } = await groupLines(crypto, base.hmacKey, unsecured);
  const always = new Set((await readPart(base.mandatoryPointers)).indexes);
  if (base.signatures.length !== lines.length - always.size)
    throw new FormatRefusal('proof-value-malformed', 'signatures');

  const chosen = [...base.mandatoryPointers, ...pointers];
  const { dataset, indexes } = await readPart(chosen);
  const revealed = selectByPointers(unsecured, chosen);
  if (!revealed) throw new FormatRefusal('pointer-malformed', 'nothing is chosen');
  const signed = lines.map((_, index) => index).filter((index) => !always.has(index));
  const signatures = base.signatures.filter((_, place) => indexes.includes(signed[place] ?? -1));
  const canonical = new Map<string, string>();
  await canonicalizeDataset(dataset, { labels: canonical });
  const shownLabels = new Map(
    [...canonical].map(([node, label]) => [label, labels.get(node) ?? ''] as const),
  );
  await expectSameLines(
    revealed,
    shownLabels,
    indexes.map((index) => lines[index] ?? ''),
  );
  const derived = encodeDerivedValue({
    baseSignature: base.baseSignature,
    publicKey: base.publicKey,
    signatures,
    labels: shownLabels,
    mandatoryIndexes: indexes.flatMap((index, place) => (always.has(index) ? [place] : [])),
  });
  return { ...revealed, proof: [{ ...proof, proofValue: derived }] };
}

/** One, or it would not be clear which of them the holder means. */
function findBaseProof({ proof }: JsonObject): {
  readonly proof: JsonObject;
  readonly proofValue: string;
} {
  const found = readObjects(proof).filter(({ cryptosuite }) => cryptosuite === 'ecdsa-sd-2023');
  const [only] = found;
  if (found.length !== 1 || typeof only?.proofValue !== 'string')
    throw new FormatRefusal('proof-value-malformed', 'no base proof');
  return { proof: only, proofValue: only.proofValue };
}

/** What the holder hands on must be what a verifier will read in it. */
async function expectSameLines(
  revealed: JsonObject,
  shownLabels: ReadonlyMap<string, string>,
  expected: readonly string[],
): Promise<void> {
  const dataset = await readDataset(revealed);
  const canonical = new Map<string, string>();
  await canonicalizeDataset(dataset, { labels: canonical });
  const labels = new Map(
    [...canonical].map(([node, label]) => [node, shownLabels.get(label) ?? ''] as const),
  );
  if (writeLines(dataset, labels).join('') !== expected.join(''))
    throw new FormatRefusal('json-ld-unsafe', 'a part that says something else than the whole');
}
