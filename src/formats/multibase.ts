/**
 * The two alphabets of signed documents (Controlled Identifiers 1.0, section 2.4): `z` base58btc and `u`
 * base64url without padding. One value has one spelling; any other is refused, so that nobody can change
 * the bytes of a signed file without breaking it.
 */
import { FormatRefusal } from './refusal.ts';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Base58 takes time that grows with the square of the length; keys and signatures stay far below this. */
const MAX_BASE58_LENGTH = 2_000;

const base58Values = valuesOf(BASE58);
const base64Values = valuesOf(BASE64URL);
const BASE64URL_PAIRS = [...BASE64URL].flatMap((one) => [...BASE64URL].map((other) => one + other));

/** Four letters and three bytes at a time: what they count up to together is still a whole number. */
const BASE58_STEP = 58 ** 4;
const BYTES_STEP = 256 ** 3;
const BASE58_PAIRS = [...BASE58].flatMap((one) => [...BASE58].map((other) => one + other));

export function encodeBase58(bytes: Uint8Array): string {
  const steps: number[] = [];
  for (let index = 0; index < bytes.length; ) {
    // The first may be shorter, so that the others are whole.
    const length = (bytes.length - index) % 3 || 3;
    let carry = 0;
    for (let i = 0; i < length; i += 1) carry = carry * 256 + (bytes[index + i] ?? 0);
    index += length;
    for (let at = 0; at < steps.length; at += 1) {
      carry += (steps[at] ?? 0) * BYTES_STEP;
      const rest = Math.floor(carry / BASE58_STEP);
      steps[at] = carry - rest * BASE58_STEP;
      carry = rest;
    }
    for (; carry > 0; carry = Math.floor(carry / BASE58_STEP)) steps.push(carry % BASE58_STEP);
  }
  let text = '';
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const step = steps[at] ?? 0;
    text += (BASE58_PAIRS[(step / 3364) | 0] ?? '') + (BASE58_PAIRS[step % 3364] ?? '');
  }
  // The number itself has no zeros before it; every byte of zero before it is one.
  const zeros = bytes.findIndex((byte) => byte !== 0);
  const leading = BASE58.charAt(0).repeat(zeros === -1 ? bytes.length : zeros);
  return leading + text.replace(/^1+/, '');
}

export function decodeBase58(text: string): Uint8Array {
  if (text.length > MAX_BASE58_LENGTH) throw new FormatRefusal('multibase-malformed', 'base58btc too long');
  const steps: number[] = [];
  for (let index = 0; index < text.length; ) {
    const length = (text.length - index) % 4 || 4;
    let carry = 0;
    for (let i = 0; i < length; i += 1) {
      const value = base58Values[text.charCodeAt(index + i)] ?? -1;
      if (value === -1) throw new FormatRefusal('multibase-malformed', 'not base58btc');
      carry = carry * 58 + value;
    }
    index += length;
    for (let at = 0; at < steps.length; at += 1) {
      carry += (steps[at] ?? 0) * BASE58_STEP;
      const rest = Math.floor(carry / BYTES_STEP);
      steps[at] = carry - rest * BYTES_STEP;
      carry = rest;
    }
    if (carry > 0) steps.push(carry);
  }
  let zeros = 0;
  while (text.charAt(zeros) === BASE58.charAt(0)) zeros += 1;
  const number = new Uint8Array(steps.length * 3);
  for (const [at, step] of steps.entries()) {
    const end = number.length - at * 3;
    number[end - 1] = step & 0xff;
    number[end - 2] = (step >>> 8) & 0xff;
    number[end - 3] = step >>> 16;
  }
  const first = number.findIndex((byte) => byte !== 0);
  const rest = first === -1 ? new Uint8Array() : number.subarray(first);
  const bytes = new Uint8Array(zeros + rest.length);
  bytes.set(rest, zeros);
  return bytes;
}

export function encodeBase64url(bytes: Uint8Array): string {
  let text = '';
  let at = 0;
  for (; at + 2 < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += (BASE64URL_PAIRS[three >> 12] ?? '') + (BASE64URL_PAIRS[three & 0xfff] ?? '');
  }
  const [first, second] = [bytes[at], bytes[at + 1]];
  if (first === undefined) return text;
  text += BASE64URL_PAIRS[(first << 4) | ((second ?? 0) >> 4)] ?? '';
  return second === undefined ? text : text + BASE64URL.charAt((second & 15) << 2);
}

/** Canonical only: no padding, no white space, and the unused bits of the last letter are zero (RFC 4648, 3.5). */
export function decodeBase64url(text: string): Uint8Array {
  if (text.length % 4 === 1) throw new FormatRefusal('multibase-malformed', 'not base64url');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = base64Values[text.charCodeAt(index)] ?? -1;
    if (value === -1) throw new FormatRefusal('multibase-malformed', 'not base64url');
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 0xff;
    at += 1;
  }
  if ((held & ((1 << bits) - 1)) !== 0)
    throw new FormatRefusal('multibase-malformed', 'not canonical base64url');
  return bytes;
}

export function encodeMultibase(base: 'base58btc' | 'base64url', bytes: Uint8Array): string {
  return base === 'base58btc' ? `z${encodeBase58(bytes)}` : `u${encodeBase64url(bytes)}`;
}

export function decodeMultibase(text: string): Uint8Array {
  if (text.startsWith('z')) return decodeBase58(text.slice(1));
  if (text.startsWith('u')) return decodeBase64url(text.slice(1));
  throw new FormatRefusal('multibase-malformed', 'neither base58btc nor base64url');
}

/** By the code of the letter; -1 for everything that is none. */
function valuesOf(alphabet: string): Int8Array {
  const values = new Int8Array(128).fill(-1);
  for (const [value, letter] of [...alphabet].entries()) values[letter.charCodeAt(0)] = value;
  return values;
}
