import { createPublicKey } from 'node:crypto';
import type { PublicJwk } from './node-crypto.ts';

const PUBLIC_PEM = /^\s*-----BEGIN (?:RSA )?PUBLIC KEY-----[\s\w+/=]+-----END (?:RSA )?PUBLIC KEY-----\s*$/;
const MAX_LENGTH = 10_000;

/** Undefined for anything but one public key in PEM (RFC 7468); a private key in someone's document is refused too. */
export function readPublicKeyPem(text: string): PublicJwk | undefined {
  if (text.length > MAX_LENGTH || !PUBLIC_PEM.test(text)) return undefined;
  try {
    const { kty, crv, x, y, n, e } = createPublicKey(text).export({ format: 'jwk' });
    if (!kty) return undefined;
    const members = Object.entries({ crv, x, y, n, e }).filter(([, value]) => value !== undefined);
    return { kty, ...Object.fromEntries(members) };
  } catch {
    return undefined;
  }
}
