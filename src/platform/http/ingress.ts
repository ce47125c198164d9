/**
 * The one check that every text from outside passes before a room sees it. PostgreSQL refuses NUL, and JSON
 * cannot carry half a surrogate pair unharmed; both would otherwise surface as a server fault.
 */
import { badRequest } from '../problem.ts';

const MAX_DEPTH = 32;
const MAX_NODES = 200_000;
const MAX_TEXT = 100_000;
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * @param value parsed JSON, query or parameters
 * @param maxText how long a text may be, in UTF-16 code units; a route that takes a whole file in JSON says its own
 * @throws Problem 400 that points at the first fault
 */
export function checkIngress(value: unknown, maxText = MAX_TEXT): void {
  const stack: { value: unknown; pointer: string; depth: number }[] = [{ value, pointer: '', depth: 0 }];
  let nodes = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    nodes += 1;
    if (nodes > MAX_NODES) throw refuse(next.pointer, 'has too many members');
    if (next.depth > MAX_DEPTH) throw refuse(next.pointer, 'is nested too deeply');
    if (typeof next.value === 'string') checkText(next.value, next.pointer, maxText);
    if (typeof next.value !== 'object' || next.value === null || Buffer.isBuffer(next.value)) continue;
    for (const [name, child] of Object.entries(next.value)) {
      if (FORBIDDEN_NAMES.has(name)) throw refuse(next.pointer, 'has a member with a forbidden name');
      checkText(name, next.pointer);
      stack.push({ value: child, pointer: `${next.pointer}/${escapePointer(name)}`, depth: next.depth + 1 });
    }
  }
}

function checkText(text: string, pointer: string, maxText = MAX_TEXT): void {
  if (text.length > maxText) throw refuse(pointer, `is longer than ${maxText} characters`);
  if (text.includes('\0')) throw refuse(pointer, 'contains a NUL character');
  if (!text.isWellFormed()) throw refuse(pointer, 'is not well-formed Unicode');
}

function refuse(pointer: string, detail: string) {
  return badRequest(`The value at "${pointer || '/'}" ${detail}.`, [{ pointer, detail }]);
}

/** RFC 6901 §3. */
function escapePointer(name: string): string {
  return name.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1');
}
