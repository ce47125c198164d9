/**
 * Most of what strangers send is plain, and the engine reads that in half the time of a reader of our own. It forgets
 * what it dropped, though. So the shortest text of the value is measured: when the text at hand is no longer, nothing
 * stands in it that the value lacks. Wherever there is doubt the answer is undefined, and the reader of our own says
 * what is wrong. Pure.
 */
import type { Json } from './format.ts';
import { isList } from './json-value.ts';

export type PlainLimits = { readonly maxDepth: number; readonly maxNodes: number };

/** A longer text could hold the engine for long before anything is counted. */
const MAX_LENGTH = 100_000;

/** Undefined for whatever is not JSON, over a limit, or not written as short as can be. */
export function readPlainJson(
  text: string,
  { maxDepth, maxNodes }: PlainLimits,
  forbidden: ReadonlySet<string>,
): Json | undefined {
  if (text.length > MAX_LENGTH || !text.isWellFormed()) return undefined;
  const value = parse(text);
  if (value === undefined) return undefined;
  const escapes = countEscapes(text);
  const measuring: Measuring = { nodes: 0, maxDepth, maxNodes, forbidden, hasEscapes: escapes > 0 };
  return measure(measuring, value, 1) + escapes === text.length ? value : undefined;
}

function parse(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

type Measuring = PlainLimits & {
  nodes: number;
  readonly forbidden: ReadonlySet<string>;
  readonly hasEscapes: boolean;
};

/** The length of the shortest text of a value, each letter counted once; NaN for what is over a limit or forbidden. */
function measure(measuring: Measuring, value: Json, depth: number): number {
  measuring.nodes += 1;
  if (measuring.nodes > measuring.maxNodes || depth > measuring.maxDepth) return Number.NaN;
  if (typeof value === 'string') return value.length + 2;
  if (typeof value === 'number') return measureNumber(value);
  if (typeof value !== 'object' || value === null) return String(value).length;
  // Two brackets, and a comma between each two; in an object also quotes and a colon for each name.
  let length = 1;
  if (isList(value)) for (const item of value) length += measure(measuring, item, depth + 1) + 1;
  else
    for (const name in value) {
      if (measuring.forbidden.has(name) || isMisread(measuring, name)) return Number.NaN;
      length += name.length + 3 + measure(measuring, value[name] ?? null, depth + 1) + 1;
    }
  return length === 1 ? 2 : length;
}

/**
 * V8 13.6 (Node 24.21) may read a short name with an escape as its raw letters, `"\n"` as a backslash, when objects
 * that begin alike came before. Such a name keeps its backslash; so does an innocent one, which costs only time.
 */
function isMisread({ hasEscapes }: Measuring, name: string): boolean {
  return hasEscapes && name.includes('\\');
}

/** NaN where another spelling, such as 1e9, may be shorter than ours and make room for something else. */
function measureNumber(value: number): number {
  const size = Math.abs(value);
  const isShortest = value === 0 || (size >= 0.01 && size < 1e15 && value % 1_000 !== 0);
  return isShortest ? String(value).length : Number.NaN;
}

/** Each is a letter written as two; one written as six, as `\u0061` is, makes the text too long to be plain. */
function countEscapes(text: string): number {
  let escapes = 0;
  for (let at = text.indexOf('\\'); at !== -1; at = text.indexOf('\\', at + 2)) escapes += 1;
  return escapes;
}
