/** What is inside a JWT: the payload without its registered claims, or VCDM 1.1's `vc` or `vp` claim. */
import type { Json, JsonObject } from '../../format.ts';
import { isJsonObject } from '../../json.ts';
import { parseCompactJws } from './jws.ts';

export function openJwt(jwt: string): JsonObject {
  return documentOf(parseCompactJws(jwt).payload);
}

export function documentOf(payload: JsonObject): JsonObject {
  if (isJsonObject(payload.vc)) return completeCredential(payload.vc, payload);
  if (isJsonObject(payload.vp)) return completePresentation(payload.vp, payload);
  const {
    iss: _iss,
    jti: _jti,
    nbf: _nbf,
    sub: _sub,
    exp: _exp,
    iat: _iat,
    cnf: _cnf,
    aud: _aud,
    nonce: _nonce,
    ...document
  } = payload;
  return document;
}

/**
 * VC Data Model 1.1, section 6.3.1 ("JWT Decoding"): what a claim says need not be said again in the credential. What
 * is said twice stays as it is, to be compared.
 */
function completeCredential(vc: JsonObject, { iss, jti, sub, nbf, exp }: JsonObject): JsonObject {
  const { issuer, credentialSubject } = vc;
  const hasStart = vc.issuanceDate !== undefined || vc.validFrom !== undefined;
  const hasEnd = vc.expirationDate !== undefined || vc.validUntil !== undefined;
  const subject =
    isJsonObject(credentialSubject) && credentialSubject.id === undefined && typeof sub === 'string'
      ? { ...credentialSubject, id: sub }
      : credentialSubject;
  return {
    ...vc,
    ...(vc.id === undefined && typeof jti === 'string' ? { id: jti } : {}),
    ...(subject === undefined ? {} : { credentialSubject: subject }),
    ...(issuer === undefined && typeof iss === 'string' ? { issuer: iss } : {}),
    ...(isJsonObject(issuer) && issuer.id === undefined && typeof iss === 'string'
      ? { issuer: { ...issuer, id: iss } }
      : {}),
    ...(hasStart ? {} : instantOf('issuanceDate', nbf)),
    ...(hasEnd ? {} : instantOf('expirationDate', exp)),
  };
}

function completePresentation(vp: JsonObject, { iss, jti }: JsonObject): JsonObject {
  return {
    ...vp,
    ...(vp.id === undefined && typeof jti === 'string' ? { id: jti } : {}),
    ...(vp.holder === undefined && typeof iss === 'string' ? { holder: iss } : {}),
  };
}

/** The last second that a date can name. */
const LATEST = 253_402_300_799;

function instantOf(name: string, seconds: Json | undefined): JsonObject {
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 0 || seconds > LATEST) return {};
  return { [name]: new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') };
}
