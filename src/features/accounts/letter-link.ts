import { timingSafeEqual } from 'node:crypto';
import type { KeyedDigest } from './email-code.ts';
import { normaliseAddress } from './identity.ts';

const DIGEST_BYTES = 24;
const SEAL_BYTES = 16;

/** By what a wish is kept. Without the master key it says of no address whether it is that one. */
export function digestOfAddress(keyedDigest: KeyedDigest, address: string): Buffer {
  return keyedDigest('letters', normaliseAddress(address)).subarray(0, DIGEST_BYTES);
}

/** The digest with a seal that only this installation makes, so that nothing is kept for a link that nobody sent. */
export function composeLetterToken(keyedDigest: KeyedDigest, address: string): string {
  const digest = digestOfAddress(keyedDigest, address);
  return Buffer.concat([digest, sealOf(keyedDigest, digest)]).toString('base64url');
}

/** @returns the digest of the address that the link was sent to */
export function readLetterToken(keyedDigest: KeyedDigest, token: string): Buffer | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== DIGEST_BYTES + SEAL_BYTES) return undefined;
  const digest = bytes.subarray(0, DIGEST_BYTES);
  const isOurs = timingSafeEqual(bytes.subarray(DIGEST_BYTES), sealOf(keyedDigest, digest));
  return isOurs ? digest : undefined;
}

function sealOf(keyedDigest: KeyedDigest, digest: Buffer): Buffer {
  return keyedDigest('letters-link', digest.toString('hex')).subarray(0, SEAL_BYTES);
}

/** Opens the page; the same address takes the one click of a mail program (RFC 8058). */
export function composeLetterLink(
  deps: { readonly keyedDigest: KeyedDigest; readonly publicUrl: string },
  letter: { readonly to: string; readonly institutionSlug: string },
): string {
  const token = composeLetterToken(deps.keyedDigest, letter.to);
  return `${deps.publicUrl}/letters/${token}?from=${encodeURIComponent(letter.institutionSlug)}`;
}
