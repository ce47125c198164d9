/**
 * JSON from strangers. `JSON.parse` keeps the last of two equal keys, so that two readers of one signed file
 * can see two different credentials; this parser refuses what is ambiguous and stops at its limits.
 */
import type { Json, JsonObject } from './format.ts';
import { isJsonObject } from './json-value.ts';
import { readPlainJson } from './plain-json.ts';
import { FormatRefusal } from './refusal.ts';

export { isJsonObject };

export type JsonLimits = {
  readonly maxDepth: number;
  readonly maxNodes: number;
  readonly maxLength: number;
};

export const JSON_LIMITS: JsonLimits = { maxDepth: 32, maxNodes: 10_000, maxLength: 2_000_000 };

/** These reach an object's prototype when careless code copies them; no standard has a term of that name. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 section 7 forbids exactly these unescaped.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const LITERALS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['t', true],
  ['f', false],
  ['n', null],
]);

type Cursor = { readonly text: string; readonly limits: JsonLimits; at: number; nodes: number };

export function parseJson(text: string, limits: JsonLimits = JSON_LIMITS): Json {
  if (text.length > limits.maxLength) throw new FormatRefusal('json-too-large');
  const plain = readPlainJson(text, limits, FORBIDDEN_KEYS);
  if (plain !== undefined) return plain;
  const cursor: Cursor = { text, limits, at: 0, nodes: 0 };
  const value = readValue(cursor, 1);
  skipSpace(cursor);
  if (cursor.at !== text.length) throw malformed(cursor);
  return value;
}

export function parseJsonObject(text: string, limits: JsonLimits = JSON_LIMITS): JsonObject {
  const value = parseJson(text, limits);
  if (!isJsonObject(value)) throw new FormatRefusal('not-an-object');
  return value;
}

/** All members but one. By hand: the copying of a rest pattern showed in the profile of every signature. */
export function omitMember(object: JsonObject, omitted: string): JsonObject {
  const rest: Record<string, Json> = {};
  for (const name in object) {
    const member = object[name];
    if (name !== omitted && member !== undefined) rest[name] = member;
  }
  return rest;
}

function readValue(cursor: Cursor, depth: number): Json {
  skipSpace(cursor);
  cursor.nodes += 1;
  if (cursor.nodes > cursor.limits.maxNodes) throw new FormatRefusal('json-too-many-nodes');
  if (depth > cursor.limits.maxDepth) throw new FormatRefusal('json-too-deep');
  const first = cursor.text.charAt(cursor.at);
  if (first === '{') return readObject(cursor, depth);
  if (first === '[') return readArray(cursor, depth);
  if (first === '"') return readString(cursor);
  return LITERALS.has(first) ? readLiteral(cursor, first) : readNumber(cursor);
}

function readObject(cursor: Cursor, depth: number): JsonObject {
  const members: Record<string, Json> = {};
  cursor.at += 1;
  if (take(cursor, '}')) return members;
  do {
    skipSpace(cursor);
    const key = readString(cursor);
    if (FORBIDDEN_KEYS.has(key)) throw new FormatRefusal('json-forbidden-key', key);
    if (Object.hasOwn(members, key)) throw new FormatRefusal('json-duplicate-key', key);
    if (!take(cursor, ':')) throw malformed(cursor);
    members[key] = readValue(cursor, depth + 1);
  } while (take(cursor, ','));
  if (!take(cursor, '}')) throw malformed(cursor);
  return members;
}

function readArray(cursor: Cursor, depth: number): Json {
  const items: Json[] = [];
  cursor.at += 1;
  if (take(cursor, ']')) return items;
  do items.push(readValue(cursor, depth + 1));
  while (take(cursor, ','));
  if (!take(cursor, ']')) throw malformed(cursor);
  return items;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Nearly every string is as it stands; one with escapes is read again by the grammar. */
function readString(cursor: Cursor): string {
  const { text } = cursor;
  const start = cursor.at + 1;
  if (text.charCodeAt(cursor.at) !== QUOTE) throw malformed(cursor);
  let at = start;
  let code = text.charCodeAt(at);
  while (code !== QUOTE && code !== BACKSLASH && code >= 0x20) {
    at += 1;
    code = text.charCodeAt(at);
  }
  if (code !== QUOTE) return readEscaped(cursor);
  cursor.at = at + 1;
  return wellFormed(text.slice(start, at));
}

function wellFormed(text: string): string {
  if (!text.isWellFormed()) throw new FormatRefusal('json-lone-surrogate');
  return text;
}

function readEscaped(cursor: Cursor): string {
  const quoted = match(cursor, STRING);
  const text: unknown = JSON.parse(quoted);
  if (typeof text !== 'string') throw malformed(cursor);
  return wellFormed(text);
}

function readNumber(cursor: Cursor): number {
  const number = Number(match(cursor, NUMBER));
  if (!Number.isFinite(number)) throw new FormatRefusal('json-number-out-of-range');
  return number;
}

function readLiteral(cursor: Cursor, first: string): Json {
  const value = LITERALS.get(first);
  if (value === undefined || !cursor.text.startsWith(String(value), cursor.at)) throw malformed(cursor);
  cursor.at += String(value).length;
  return value;
}

function take(cursor: Cursor, sign: string): boolean {
  skipSpace(cursor);
  if (cursor.text.charAt(cursor.at) !== sign) return false;
  cursor.at += 1;
  return true;
}

function skipSpace(cursor: Cursor): void {
  const { text } = cursor;
  let code = text.charCodeAt(cursor.at);
  while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
    cursor.at += 1;
    code = text.charCodeAt(cursor.at);
  }
}

function match(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  if (found === undefined) throw malformed(cursor);
  cursor.at += found.length;
  return found;
}

function malformed(cursor: Cursor): FormatRefusal {
  return new FormatRefusal('json-malformed', `at character ${cursor.at}`);
}
