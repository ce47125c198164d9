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

const base58Values = new Map([...BASE58].map((letter, value) => [letter, value]));
const base64Values = new Map([...BASE64URL].map((letter, value) => [letter, value]));

export function encodeBase58(bytes: Uint8Array): string {
  const digits: number[] = [];
  for (const byte of bytes) {
    let carry = byte;
    for (let at = 0; at < digits.length; at += 1) {
      carry += (digits[at] ?? 0) * 256;
      digits[at] = carry % 58;
      carry = Math.floor(carry / 58);
    }
    while (carry > 0) {
      digits.push(carry % 58);
      carry = Math.floor(carry / 58);
    }
  }
  const zeros = bytes.findIndex((byte) => byte !== 0);
  const leading = BASE58.charAt(0).repeat(zeros === -1 ? bytes.length : zeros);
  return leading + digits.reverse().reduce((text, digit) => text + BASE58.charAt(digit), '');
}

export function decodeBase58(text: string): Uint8Array {
  if (text.length > MAX_BASE58_LENGTH) throw new FormatRefusal('multibase-malformed', 'base58btc too long');
  const bytes: number[] = [];
  for (const letter of text) {
    let carry = base58Values.get(letter);
    if (carry === undefined) throw new FormatRefusal('multibase-malformed', 'not base58btc');
    for (let at = 0; at < bytes.length; at += 1) {
      carry += (bytes[at] ?? 0) * 58;
      bytes[at] = carry % 256;
      carry = Math.floor(carry / 256);
    }
    while (carry > 0) {
      bytes.push(carry % 256);
      carry = Math.floor(carry / 256);
    }
  }
  let zeros = 0;
  while (text.charAt(zeros) === BASE58.charAt(0)) zeros += 1;
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...bytes.reverse()]);
}

export function encodeBase64url(bytes: Uint8Array): string {
  const letters: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    letters.push(BASE64URL.charAt(first >> 2));
    letters.push(BASE64URL.charAt(((first & 3) << 4) | ((second ?? 0) >> 4)));
    if (second !== undefined) letters.push(BASE64URL.charAt(((second & 15) << 2) | ((third ?? 0) >> 6)));
    if (third !== undefined) letters.push(BASE64URL.charAt(third & 63));
  }
  return letters.join('');
}

/** Canonical only: no padding, no white space, and the unused bits of the last letter are zero (RFC 4648, 3.5). */
export function decodeBase64url(text: string): Uint8Array {
  if (text.length % 4 === 1) throw new FormatRefusal('multibase-malformed', 'not base64url');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = base64Values.get(text.charAt(index));
    if (value === undefined) throw new FormatRefusal('multibase-malformed', 'not base64url');
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
