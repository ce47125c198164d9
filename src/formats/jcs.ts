/** RFC 8785, the JSON Canonicalization Scheme. */
import { encodeUtf8 } from './bytes.ts';
import type { Json } from './format.ts';
import { isList } from './json-value.ts';
import { FormatRefusal } from './refusal.ts';

/** What is escaped, and what may be half of a pair: any other text is written as it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 section 7 has exactly these escaped.
const UNUSUAL = /["\\\u0000-\u001f\ud800-\udfff]/;

export function canonicalizeJson(value: Json): Uint8Array {
  return encodeUtf8(write(value));
}

function write(value: Json): string {
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value !== 'object' || value === null) return String(value);
  let text = '';
  if (isList(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${write(item)}`;
    return `[${text}]`;
  }
  // Section 3.2.3 sorts by UTF-16 code units, which is how JavaScript compares strings.
  for (const key of Object.keys(value).sort())
    text += `${text === '' ? '' : ','}${writeString(key)}:${write(value[key] ?? null)}`;
  return `{${text}}`;
}

/** ECMAScript's own serialisation of numbers and strings is the canonical one (sections 3.2.2.2 and 3.2.2.3). */
function writeNumber(number: number): string {
  if (!Number.isFinite(number)) throw new FormatRefusal('json-number-out-of-range');
  return JSON.stringify(number);
}

function writeString(text: string): string {
  if (!UNUSUAL.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw new FormatRefusal('json-lone-surrogate');
  return JSON.stringify(text);
}
