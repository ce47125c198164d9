/**
 * Most of what strangers send is plain, and the engine reads that in a third of the time of a reader of our own. It
 * forgets what it dropped, though: so the names in the text are counted beside those in the value, and where there is
 * any doubt it answers undefined, and the reader of our own says what is wrong. Pure.
 */
import type { Json } from './format.ts';

export type PlainLimits = { readonly maxDepth: number; readonly maxNodes: number };

/** A longer text could hold the engine for long before anything is counted. */
const MAX_LENGTH = 100_000;

/** Undefined for whatever is not JSON, not plain, or over a limit. */
export function readPlainJson(
  text: string,
  { maxDepth, maxNodes }: PlainLimits,
  forbidden: ReadonlySet<string>,
): Json | undefined {
  // An escaped letter may be half of a pair, or a name in another spelling.
  if (text.length > MAX_LENGTH || text.includes('\\u') || !text.isWellFormed()) return undefined;
  const value = parse(text);
  if (value === undefined) return undefined;
  const weight: Weight = { names: 0, nodes: 0, maxDepth, maxNodes, forbidden };
  return weigh(weight, value, 1) && weight.names === countNames(text) ? value : undefined;
}

function parse(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

type Weight = PlainLimits & { names: number; nodes: number; readonly forbidden: ReadonlySet<string> };

/** False for what is over a limit, has a forbidden name, or holds a number that none stands for. */
function weigh(weight: Weight, value: Json, depth: number): boolean {
  weight.nodes += 1;
  if (weight.nodes > weight.maxNodes || depth > weight.maxDepth) return false;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (isList(value)) {
    for (const item of value) if (!weigh(weight, item, depth + 1)) return false;
    return true;
  }
  for (const name in value) {
    weight.names += 1;
    if (weight.forbidden.has(name) || !weigh(weight, value[name] ?? null, depth + 1)) return false;
  }
  return true;
}

const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** How many names stand in a text that is JSON: strings with a colon after them. */
function countNames(text: string): number {
  let names = 0;
  for (let open = text.indexOf('"'); open !== -1; ) {
    let close = text.indexOf('"', open + 1);
    while (isEscaped(text, close)) close = text.indexOf('"', close + 1);
    if (text.charCodeAt(skipSpace(text, close + 1)) === COLON) names += 1;
    open = text.indexOf('"', close + 1);
  }
  return names;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 0;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  let code = text.charCodeAt(at);
  while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
    at += 1;
    code = text.charCodeAt(at);
  }
  return at;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
