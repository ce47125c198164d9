/** Open Badges 3.0, section "JSON Web Token Proof Format": the credential with its registered claims, signed. */
import type { JsonObject, SecureOptions } from '../../format.ts';
import { readInstant, toSeconds } from '../../instants.ts';
import { isJsonObject } from '../../json.ts';
import { FormatRefusal } from '../../refusal.ts';
import { joseNames } from './jose-names.ts';
import { signCompactJws } from './jws.ts';

/**
 * ES256 unless a reader asks for another: some know only RS256, and the public validator takes no EdDSA in a JWT.
 * `typ` may only be `JWT` (DECISIONS 15).
 */
export async function secureAsJwt(document: JsonObject, { signer }: SecureOptions): Promise<string> {
  const header = { alg: joseNames[signer.algorithm], kid: signer.keyUrl, typ: 'JWT' };
  return signCompactJws(header, { ...document, ...composeClaims(document) }, signer.sign);
}

function composeClaims(document: JsonObject): JsonObject {
  const { issuer, credentialSubject, validFrom, validUntil, id } = document;
  const iss = isJsonObject(issuer) ? issuer.id : issuer;
  const sub = isJsonObject(credentialSubject) ? credentialSubject.id : undefined;
  const nbf = typeof validFrom === 'string' ? readInstant(validFrom) : undefined;
  const exp = typeof validUntil === 'string' ? readInstant(validUntil) : undefined;
  if (typeof iss !== 'string' || typeof sub !== 'string' || typeof id !== 'string' || !nbf) {
    throw new FormatRefusal('facts-incomplete', 'a JWT badge needs issuer, subject, id and validFrom');
  }
  return { iss, jti: id, nbf: toSeconds(nbf), sub, ...(exp ? { exp: toSeconds(exp) } : {}) };
}
