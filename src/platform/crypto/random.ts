/** Identifiers and secrets from the system's random source (DECISIONS 5). */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Crockford's base32 in lower case: no i, l, o, u, so that a code can be read aloud. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 128 bits as 26 characters: a capability, such as the id in `/c/{id}`. */
export function createCapabilityId(): string {
  return encodeCrockford(randomBytes(16));
}

/** 80 bits as 16 characters: issuers, designs, status lists. */
export function createPublicId(): string {
  return encodeCrockford(randomBytes(10));
}

/** 256 bits, base64url: tokens and session keys. Store only their hash. */
export function createSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function isCapabilityId(text: string): boolean {
  return /^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(text);
}

export function isPublicId(text: string): boolean {
  return /^[0-9a-hjkmnp-tv-z]{16}$/.test(text);
}

/** What the database keeps of a secret. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares digests, so that neither the content nor the length of a secret shows in the time taken. */
export function equalsInConstantTime(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/** Big-endian, padded with zero bits at the front to whole characters. */
export function encodeCrockford(bytes: Uint8Array): string {
  let value = BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
  let text = '';
  for (let i = Math.ceil((bytes.length * 8) / 5); i > 0; i--) {
    text = ALPHABET.charAt(Number(value & 31n)) + text;
    value >>= 5n;
  }
  return text;
}
