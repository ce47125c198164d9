/** RFC 8785, the JSON Canonicalization Scheme. */
import { encodeUtf8 } from './bytes.ts';
import type { Json } from './format.ts';
import { FormatRefusal } from './refusal.ts';

export function canonicalizeJson(value: Json): Uint8Array {
  return encodeUtf8(write(value));
}

function write(value: Json): string {
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isArray(value)) return `[${value.map(write).join(',')}]`;
  // Section 3.2.3 sorts by UTF-16 code units, which is how JavaScript compares strings.
  const members = Object.keys(value)
    .sort()
    .map((key) => `${writeString(key)}:${write(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** ECMAScript's own serialisation of numbers and strings is the canonical one (sections 3.2.2.2 and 3.2.2.3). */
function writeNumber(number: number): string {
  if (!Number.isFinite(number)) throw new FormatRefusal('json-number-out-of-range');
  return JSON.stringify(number);
}

function writeString(text: string): string {
  if (!text.isWellFormed()) throw new FormatRefusal('json-lone-surrogate');
  return JSON.stringify(text);
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
