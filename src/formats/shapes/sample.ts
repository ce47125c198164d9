/**
 * A document that was canonicalised before, as something to hold another against: the credentials of one design
 * differ in a handful of texts, and walking two documents side by side finds them sooner than reading one. Pure.
 */
import type { Json, JsonObject } from '../format.ts';
import { isJsonObject } from '../json.ts';
import { isList, isSame } from '../json-value.ts';
import { isVerbatim, SENTINEL } from './read-shape.ts';

export type Sample = {
  readonly root: Node;
  /** The different texts, in the order of their first place, as `readShape` lists them. */
  readonly values: readonly string[];
  readonly slots: ReadonlyMap<string, number>;
};

export type Node =
  | { readonly kind: 'text'; readonly slot: number }
  /** Types, contexts, numbers, booleans, null: what decides how other members are read, or is no text. */
  | { readonly kind: 'verbatim'; readonly value: Json }
  | { readonly kind: 'list'; readonly items: readonly Node[] }
  | { readonly kind: 'object'; readonly names: readonly string[]; readonly members: readonly Node[] };

export function takeSample(document: JsonObject): Sample {
  const slots = new Map<string, number>();
  const take = (value: Json): Node => {
    if (typeof value === 'string') {
      const slot = slots.get(value) ?? slots.size;
      slots.set(value, slot);
      return { kind: 'text', slot };
    }
    if (isList(value)) return { kind: 'list', items: value.map(take) };
    if (!isJsonObject(value)) return { kind: 'verbatim', value };
    const names = Object.keys(value).filter((name) => value[name] !== undefined);
    const members = names.map((name): Node => {
      const member = value[name] ?? null;
      // A copy: the document is its owner's, who may write in it.
      return isVerbatim(name) ? { kind: 'verbatim', value: structuredClone(member) } : take(member);
    });
    return { kind: 'object', names, members };
  };
  const root = take(document);
  return { root, values: [...slots.keys()], slots };
}

export type Difference = {
  /** The texts of the document by slot. */
  readonly values: readonly string[];
  /** The slots whose text is another than the sample's. */
  readonly slots: readonly number[];
};

/**
 * Undefined for another shape, for more differences than `most`, and for a text that stands elsewhere in the sample:
 * which texts are equal to which is part of the shape.
 */
export function differenceFrom(sample: Sample, document: JsonObject, most: number): Difference | undefined {
  const found = new Array<string | undefined>(sample.values.length).fill(undefined);
  const walk: Walk = { sample, found, differing: [], most };
  if (!matches(walk, sample.root, document)) return undefined;
  const { differing } = walk;
  const texts = new Set<string>();
  for (const slot of differing) {
    const text = found[slot] ?? '';
    if (sample.slots.has(text) || text.includes(SENTINEL)) return undefined;
    texts.add(text);
  }
  if (texts.size !== differing.length) return undefined;
  return { values: found as readonly string[], slots: differing }; // every slot was met on the way
}

type Walk = {
  readonly sample: Sample;
  readonly found: (string | undefined)[];
  readonly differing: number[];
  readonly most: number;
};

function matches(walk: Walk, node: Node, value: Json | undefined): boolean {
  switch (node.kind) {
    case 'text':
      return typeof value === 'string' && matchesText(walk, node.slot, value);
    case 'object':
      return isJsonObject(value) && matchesObject(walk, node, value);
    case 'list':
      return isList(value) && matchesList(walk, node.items, value);
    case 'verbatim':
      return isSame(node.value, value);
  }
}

function matchesText({ sample, found, differing, most }: Walk, slot: number, text: string): boolean {
  const before = found[slot];
  if (before !== undefined) return before === text;
  found[slot] = text;
  if (sample.values[slot] === text) return true;
  differing.push(slot);
  return differing.length <= most;
}

function matchesObject(
  walk: Walk,
  { names, members }: Extract<Node, { kind: 'object' }>,
  value: JsonObject,
): boolean {
  let at = 0;
  for (const name in value) {
    const member = value[name];
    if (member === undefined) continue;
    const node = members[at];
    if (names[at] !== name || !node || !matches(walk, node, member)) return false;
    at += 1;
  }
  return at === names.length;
}

function matchesList(walk: Walk, nodes: readonly Node[], value: readonly Json[]): boolean {
  if (nodes.length !== value.length) return false;
  for (let i = 0; i < nodes.length; i += 1) {
    const node = nodes[i];
    if (!node || !matches(walk, node, value[i])) return false;
  }
  return true;
}
