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

/** Three letters at a time: what they count up to, times a byte, is still a small integer. */
const BASE58_STEP = 58 ** 3;

export function encodeBase58(bytes: Uint8Array): string {
  const steps: number[] = [];
  for (const byte of bytes) {
    let carry = byte;
    for (let at = 0; at < steps.length; at += 1) {
      carry += (steps[at] ?? 0) * 256;
      const rest = (carry / BASE58_STEP) | 0;
      steps[at] = carry - rest * BASE58_STEP;
      carry = rest;
    }
    if (carry > 0) steps.push(carry);
  }
  let text = '';
  for (const step of steps.reverse())
    text +=
      BASE58.charAt((step / 3364) | 0) + BASE58.charAt(((step / 58) | 0) % 58) + BASE58.charAt(step % 58);
  // The number itself has no zeros before it; every byte of zero before it is one.
  const zeros = bytes.findIndex((byte) => byte !== 0);
  const leading = BASE58.charAt(0).repeat(zeros === -1 ? bytes.length : zeros);
  return leading + text.replace(/^1+/, '');
}

export function decodeBase58(text: string): Uint8Array {
  if (text.length > MAX_BASE58_LENGTH) throw new FormatRefusal('multibase-malformed', 'base58btc too long');
  // Three bytes at a time, for the same reason.
  const steps: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    let carry = base58Values[text.charCodeAt(index)] ?? -1;
    if (carry === -1) throw new FormatRefusal('multibase-malformed', 'not base58btc');
    for (let at = 0; at < steps.length; at += 1) {
      carry += (steps[at] ?? 0) * 58;
      steps[at] = carry & 0xffffff;
      carry >>>= 24;
    }
    if (carry > 0) steps.push(carry);
  }
  let zeros = 0;
  while (text.charAt(zeros) === BASE58.charAt(0)) zeros += 1;
  const number = steps.reverse().flatMap((step) => [step >>> 16, (step >>> 8) & 0xff, step & 0xff]);
  const first = number.findIndex((byte) => byte !== 0);
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...(first === -1 ? [] : number.slice(first))]);
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
