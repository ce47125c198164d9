/**
 * What two documents have in common when only their texts differ: members, order, types, contexts, numbers, and
 * which texts are equal to which. Equal texts are one slot, because equal ids are one node in the graph. Pure.
 */
import type { Json, JsonObject } from '../format.ts';
import { isJsonObject } from '../json.ts';
import { isList } from '../json-value.ts';

export type Shape = {
  /** Equal for documents of one shape. */
  readonly key: string;
  /** The different texts, in the order of their first place. */
  readonly values: readonly string[];
};

/** In place of a text while a shape is compiled; a document that holds one itself has no shape. */
export const SENTINEL = 'urn:s:';

export function sentinelOf(slot: number): string {
  return `${SENTINEL}${slot}:`;
}

export function readShape(document: JsonObject): Shape | undefined {
  const reading: Reading = { key: '', slots: new Map(), hasSentinel: false };
  read(reading, document);
  return reading.hasSentinel ? undefined : { key: reading.key, values: [...reading.slots.keys()] };
}

type Reading = { key: string; readonly slots: Map<string, number>; hasSentinel: boolean };

/** Every name and text with its length before it, so that no two shapes are written alike. */
function read(reading: Reading, value: Json): void {
  if (typeof value === 'string') {
    reading.key += `s${slotOf(reading, value)},`;
    return;
  }
  if (isList(value)) {
    reading.key += '[';
    for (const item of value) read(reading, item);
    reading.key += ']';
    return;
  }
  if (!isJsonObject(value)) {
    reading.key += `${String(value)},`;
    return;
  }
  reading.key += '{';
  for (const name in value) {
    const member = value[name];
    if (member === undefined) continue;
    reading.key += `${name.length}:${name}`;
    if (isVerbatim(name)) reading.key += writeVerbatim(member);
    else read(reading, member);
  }
  reading.key += '}';
}

function slotOf(reading: Reading, text: string): number {
  const known = reading.slots.get(text);
  if (known !== undefined) return known;
  if (text.includes(SENTINEL)) reading.hasSentinel = true;
  reading.slots.set(text, reading.slots.size);
  return reading.slots.size - 1;
}

function writeVerbatim(value: Json): string {
  if (typeof value === 'string') return `=${value.length}:${value}`;
  return isList(value) ? `=[${value.map(writeVerbatim).join('')}]` : `=${JSON.stringify(value)}`;
}

/** The document with other texts in its slots. */
export function fillShape(document: JsonObject, fill: (value: string) => string): JsonObject {
  const write = (value: Json): Json => {
    if (typeof value === 'string') return fill(value);
    if (isList(value)) return value.map(write);
    if (!isJsonObject(value)) return value;
    return writeObject(value);
  };
  const writeObject = (value: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, isVerbatim(name) ? member : write(member)]),
    );
  return writeObject(document);
}

/** These decide what other members mean, so they are part of the shape. */
export function isVerbatim(name: string): boolean {
  return name === 'type' || name.startsWith('@');
}
