/** Public keys as Multikey text and as JWK (Controlled Identifiers 1.0, section 2.2.2; RFC 7517, 8037). */
import { joinBytes } from './bytes.ts';
import { type CurveName, compressPoint, isOnCurve, liftPoint } from './curve-point.ts';
import type { PublicJwk } from './format.ts';
import { decodeBase64url, decodeMultibase, encodeBase64url, encodeMultibase } from './multibase.ts';
import { FormatRefusal } from './refusal.ts';

/** Multicodec prefixes as varints: 0xed, 0x1200 and 0x1201. */
const ED25519_PREFIX = Uint8Array.of(0xed, 0x01);
const curvePrefixes: Readonly<Record<CurveName, Uint8Array>> = {
  'P-256': Uint8Array.of(0x80, 0x24),
  'P-384': Uint8Array.of(0x81, 0x24),
};

export function encodeMultikey(jwk: PublicJwk): string {
  return encodeMultibase('base58btc', encodeMultikeyBytes(jwk));
}

/** The key with its multicodec prefix, as ecdsa-sd-2023 carries it (Data Integrity ECDSA, section 3.5.3). */
export function encodeMultikeyBytes(jwk: PublicJwk): Uint8Array {
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519' && jwk.x !== undefined) {
    const key = decodeBase64url(jwk.x);
    if (key.length !== 32) throw new FormatRefusal('multikey-malformed', 'Ed25519 keys have 32 bytes');
    return joinBytes(ED25519_PREFIX, key);
  }
  if (jwk.kty === 'EC' && isCurveName(jwk.crv) && jwk.x !== undefined && jwk.y !== undefined) {
    const x = decodeBase64url(jwk.x);
    const y = decodeBase64url(jwk.y);
    if (!isOnCurve(jwk.crv, x, y)) throw new FormatRefusal('multikey-malformed', `not a point of ${jwk.crv}`);
    return joinBytes(curvePrefixes[jwk.crv], compressPoint(x, y));
  }
  throw new FormatRefusal('multikey-malformed', `no Multikey for ${jwk.kty} ${jwk.crv ?? ''}`.trim());
}

/** Many credentials are of few issuers, and a point of P-256 takes as long to lift as to verify with. */
const decoded = new Map<string, PublicJwk>();
const MAX_DECODED = 256;

export function decodeMultikey(text: string): PublicJwk {
  const known = decoded.get(text);
  if (known) return known;
  if (!text.startsWith('z')) throw new FormatRefusal('multikey-malformed', 'a Multikey is base58btc');
  const jwk = Object.freeze(decodeMultikeyBytes(decodeMultibase(text)));
  if (decoded.size >= MAX_DECODED) decoded.clear();
  decoded.set(text, jwk);
  return jwk;
}

export function decodeMultikeyBytes(bytes: Uint8Array): PublicJwk {
  const key = bytes.subarray(2);
  if (startsWith(bytes, ED25519_PREFIX) && key.length === 32) {
    return { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(key) };
  }
  for (const crv of ['P-256', 'P-384'] as const) {
    const point = startsWith(bytes, curvePrefixes[crv]) ? liftPoint(crv, key) : undefined;
    if (point) return { kty: 'EC', crv, x: encodeBase64url(point.x), y: encodeBase64url(point.y) };
  }
  throw new FormatRefusal('multikey-malformed', 'unknown kind of key');
}

function isCurveName(crv: string | undefined): crv is CurveName {
  return crv !== undefined && Object.hasOwn(curvePrefixes, crv);
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
