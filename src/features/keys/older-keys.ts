/** RSA keys of an issuer as Open Badges 2.0 reads them: as PEM, each with its owner ("CryptographicKey"). */
import { createPublicKey } from 'node:crypto';
import { composeCryptographicKey, type JsonObject } from '../../formats/index.ts';
import { formatInstant } from '../../platform/clock.ts';
import { PURPOSES, type PublicKey } from './signing-key.ts';

type IssuerAddress = { readonly url: string };

/** Undefined for a key of another kind: its readers know RSA alone. */
export function presentOlderKey(key: PublicKey, issuer: IssuerAddress): JsonObject | undefined {
  if (PURPOSES[key.purpose] !== 'RS256') return undefined;
  const { kty, n = '', e = '' } = key.publicJwk;
  const pem = createPublicKey({ key: { kty, n, e }, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const older = composeCryptographicKey(`${issuer.url}/keys/${key.kid}`, issuer.url, String(pem));
  // The word of the Security Vocabulary, from which Open Badges 2.0 has the rest of this document.
  return key.compromisedAt ? { ...older, revoked: formatInstant(key.compromisedAt) } : older;
}

/** What the older profile says of signed badges: the address of every key that ever signed one. */
export function listOlderKeys(
  keys: readonly PublicKey[],
  issuer: IssuerAddress,
): { readonly keyUrls: readonly string[] } {
  return {
    keyUrls: keys
      .filter(({ purpose }) => PURPOSES[purpose] === 'RS256')
      .map(({ kid }) => `${issuer.url}/keys/${kid}`),
  };
}
