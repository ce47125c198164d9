/** Public keys as Multikey text and as JWK (Controlled Identifiers 1.0, section 2.2.2; RFC 7517, 8037). */
import { joinBytes } from './bytes.ts';
import type { PublicJwk } from './format.ts';
import { decodeBase64url, decodeMultibase, encodeBase64url, encodeMultibase } from './multibase.ts';
import { isOnP256, liftP256 } from './p256-point.ts';
import { FormatRefusal } from './refusal.ts';

/** Multicodec prefixes as varints: 0xed and 0x1200. */
const ED25519_PREFIX = Uint8Array.of(0xed, 0x01);
const P256_PREFIX = Uint8Array.of(0x80, 0x24);

export function encodeMultikey(jwk: PublicJwk): string {
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519' && jwk.x !== undefined) {
    const key = decodeBase64url(jwk.x);
    if (key.length !== 32) throw new FormatRefusal('multikey-malformed', 'Ed25519 keys have 32 bytes');
    return encodeMultibase('base58btc', joinBytes(ED25519_PREFIX, key));
  }
  if (jwk.kty === 'EC' && jwk.crv === 'P-256' && jwk.x !== undefined && jwk.y !== undefined) {
    const x = decodeBase64url(jwk.x);
    const y = decodeBase64url(jwk.y);
    if (!isOnP256(x, y)) throw new FormatRefusal('multikey-malformed', 'not a point of P-256');
    const parity = Uint8Array.of(((y[31] ?? 0) & 1) === 0 ? 2 : 3);
    return encodeMultibase('base58btc', joinBytes(P256_PREFIX, parity, x));
  }
  throw new FormatRefusal('multikey-malformed', `no Multikey for ${jwk.kty} ${jwk.crv ?? ''}`.trim());
}

export function decodeMultikey(text: string): PublicJwk {
  if (!text.startsWith('z')) throw new FormatRefusal('multikey-malformed', 'a Multikey is base58btc');
  const bytes = decodeMultibase(text);
  const key = bytes.subarray(2);
  if (startsWith(bytes, ED25519_PREFIX) && key.length === 32) {
    return { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(key) };
  }
  if (startsWith(bytes, P256_PREFIX) && key.length === 33) {
    const point = liftP256(key);
    if (point) return { kty: 'EC', crv: 'P-256', x: encodeBase64url(point.x), y: encodeBase64url(point.y) };
  }
  throw new FormatRefusal('multikey-malformed', 'unknown kind of key');
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
