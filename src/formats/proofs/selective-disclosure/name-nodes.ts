/**
 * Names for the unnamed nodes of a document, so that a node is known again in a part of it (Data Integrity ECDSA
 * 1.0, sections 3.4.6 to 3.4.9, "skolemize"). The names are taken off again before anything is hashed.
 */
import { readDataset } from '../../canonicalize.ts';
import type { Json, JsonObject } from '../../format.ts';
import { isJsonObject } from '../../json.ts';
import { isList } from '../../json-value.ts';
import { FormatRefusal } from '../../refusal.ts';
import type { Quad } from '../../shapes/template.ts';

type Term = Quad['subject'];

/** The prefix that the standard proposes; a document that holds it itself could pass one node off as another. */
const PREFIX = 'urn:bnid:';

/** The same document with an id on every node, arrays and all members as they were. */
export function nameNodes(document: JsonObject): JsonObject {
  if (JSON.stringify(document).includes(PREFIX)) throw new FormatRefusal('json-ld-unsafe', PREFIX);
  let count = 0;
  const name = (value: Json): Json => {
    if (isList(value)) return value.map(name);
    return isJsonObject(value) && !('@value' in value) ? nameObject(value) : value;
  };
  const nameObject = (value: JsonObject): JsonObject => {
    const members = Object.entries(value).map(([key, member]) =>
      key === '@context' ? ([key, member] as const) : ([key, name(member)] as const),
    );
    const id = value.id ?? `${PREFIX}${count++}`;
    return { ...Object.fromEntries(members), id };
  };
  return nameObject(document);
}

/** Reads parts of one named document; the same node has the same label in each of them. */
export function createPartReader(): (part: JsonObject) => Promise<readonly Quad[]> {
  const labels = new Map<string, string>();
  const labelOf = (key: string): string => {
    const label = labels.get(key) ?? `n${labels.size}`;
    labels.set(key, label);
    return label;
  };
  return async (part) => {
    const dataset = await readDataset(part);
    const keys = findCells(dataset);
    const rename = (term: Term): Term => {
      if (term.termType === 'NamedNode' && term.value.startsWith(PREFIX))
        return { termType: 'BlankNode', value: labelOf(term.value) };
      if (term.termType !== 'BlankNode') return term;
      const key = keys.get(term.value);
      if (key === undefined) throw new FormatRefusal('json-ld-unsafe', 'a node that cannot be known again');
      return { termType: 'BlankNode', value: labelOf(key) };
    };
    return dataset.map((quad) => ({
      ...quad,
      subject: rename(quad.subject),
      object: rename(quad.object),
      graph: rename(quad.graph),
    }));
  };
}

/**
 * The cells of RDF lists stand in no document, so they are known by the way that leads to them: from a node, over
 * a property, and on from cell to cell.
 */
function findCells(dataset: readonly Quad[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const keyOf = ({ termType, value }: Term) => (termType === 'BlankNode' ? keys.get(value) : value);
  let found = -1;
  while (found !== keys.size) {
    found = keys.size;
    for (const { subject, predicate, object } of dataset) {
      const from = keyOf(subject);
      if (object.termType === 'BlankNode' && from !== undefined && !keys.has(object.value))
        keys.set(object.value, `${from} ${predicate.value}`);
    }
  }
  return keys;
}
