/** What this room asks of WebAuthn (Level 3), read at the border. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { passkeyRefused, passkeysImpossible } from './accounts.problems.ts';

/** EdDSA, ES256 and RS256 as COSE names them (RFC 9053, RFC 8812): what authenticators have today. */
export const ALGORITHMS = [-8, -7, -257];

export const CHALLENGE_LIFE_MS = 5 * 60 * 1000;

/**
 * The party is named by the host, and an IP address is no such name (WebAuthn 5.1.3, step 8 of creating).
 *
 * @throws Problem 409 where passkeys cannot work
 */
export function requirePartyId(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  if (!isPartyId(hostname)) throw passkeysImpossible();
  return hostname;
}

export function isPartyId(hostname: string): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, '')) === 0;
}

const clientDataSchema = z.object({ challenge: z.string().max(200) });

/**
 * The challenge that the browser signed for. Only a pointer to the one that we kept: the signature is checked against
 * that.
 */
export function readChallenge(clientDataJSON: string): string {
  try {
    const text = Buffer.from(clientDataJSON, 'base64url').toString('utf8');
    return clientDataSchema.parse(JSON.parse(text)).challenge;
  } catch {
    throw passkeyRefused();
  }
}
