/** Six digits. They are derived from the code's id and kept only as a keyed digest: a copy of the database holds none. */
import { timingSafeEqual } from 'node:crypto';

export type KeyedDigest = (purpose: string, text: string) => Buffer;

export const CODE_LIFE_MS = 15 * 60 * 1000;
export const CODE_TRIES = 5;
export const CODES_PER_ADDRESS = 5;
export const HOUR_MS = 60 * 60 * 1000;

export function deriveCode(keyedDigest: KeyedDigest, id: string): string {
  // 48 bits over a million: no digit is likelier than another by more than one in a hundred million.
  return String(keyedDigest('email-code', id).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

const LINK_PURPOSE = 'email-link';

/** What the letter's link carries: the code's id, and a proof that only the letter holds. */
export function deriveLink(keyedDigest: KeyedDigest, id: string): string {
  return `${id}.${keyedDigest(LINK_PURPOSE, id).toString('base64url')}`;
}

/** @returns the id of the code, when the proof is ours */
export function readLink(keyedDigest: KeyedDigest, link: string): string | undefined {
  const [, id = '', proof = ''] = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/.exec(link) ?? [];
  const expected = keyedDigest(LINK_PURPOSE, id);
  const given = Buffer.from(proof, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
}

export function digestCode(keyedDigest: KeyedDigest, id: string, code: string): Buffer {
  return keyedDigest('email-code-proof', `${id} ${code}`);
}

export function fitsCode(
  keyedDigest: KeyedDigest,
  kept: { readonly id: string; readonly codeHash: Buffer },
  code: string,
): boolean {
  const given = digestCode(keyedDigest, kept.id, code);
  return given.length === kept.codeHash.length && timingSafeEqual(given, kept.codeHash);
}
