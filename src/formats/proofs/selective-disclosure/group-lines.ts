/**
 * A document as lines whose labels say nothing of how many nodes there are beside those that are shown: the HMAC of
 * the canonical label, under a key that only the base proof holds (Data Integrity ECDSA 1.0, sections 3.4.4, 3.4.14).
 */
import { encodeUtf8 } from '../../bytes.ts';
import { canonicalizeDataset, readDataset } from '../../canonicalize.ts';
import type { Crypto, JsonObject } from '../../format.ts';
import { encodeMultibase } from '../../multibase.ts';
import { FormatRefusal } from '../../refusal.ts';
import type { Quad } from '../../shapes/template.ts';
import { createPartReader, nameNodes } from './name-nodes.ts';
import { selectByPointers } from './pointers.ts';
import { writeLines } from './write-lines.ts';

export type GroupedDocument = {
  readonly lines: readonly string[];
  /** Of every node as `readPart` calls it. */
  readonly labels: ReadonlyMap<string, string>;
  /** The statements of a part, and which lines they are. */
  readonly readPart: (
    pointers: readonly string[],
  ) => Promise<{ readonly dataset: readonly Quad[]; readonly indexes: readonly number[] }>;
};

export async function groupLines(
  { selectiveDisclosure: { hmacSha256 } }: Pick<Crypto, 'selectiveDisclosure'>,
  hmacKey: Uint8Array,
  document: JsonObject,
): Promise<GroupedDocument> {
  const named = nameNodes(document);
  const readNamed = createPartReader();
  const dataset = await readNamed(named);
  const canonical = new Map<string, string>();
  const written = await canonicalizeDataset(dataset, { labels: canonical });
  // Naming nodes must not change what the document says: it would, inside of a JSON literal.
  if (written !== (await canonicalizeDataset(await readDataset(document))))
    throw new FormatRefusal('json-ld-unsafe', 'nodes that cannot be named');
  const labels = new Map<string, string>();
  for (const [node, label] of canonical)
    labels.set(node, encodeMultibase('base64url', await hmacSha256(hmacKey, encodeUtf8(label))));
  const lines = writeLines(dataset, labels);
  const indexOf = new Map(lines.map((line, index) => [line, index] as const));

  return {
    lines,
    labels,
    readPart: async (pointers) => {
      const part = selectByPointers(named, pointers);
      if (!part) return { dataset: [], indexes: [] };
      const statements = await readNamed(part);
      const indexes = writeLines(statements, labels).map((line) => indexOf.get(line));
      // A part of an ordered list is another list, of which nobody signed a word.
      if (!indexes.every((index) => index !== undefined))
        throw new FormatRefusal('pointer-unknown', 'inside of an ordered list');
      return { dataset: statements, indexes: indexes.sort((one, other) => one - other) };
    },
  };
}
