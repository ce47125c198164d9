/** The holder's own signature over what they present (RFC 9901, sections 4.3 and 7.3). */
import { encodeUtf8 } from '../bytes.ts';
import type { Crypto, JsonObject, VerifyOptions } from '../format.ts';
import { isJsonObject } from '../json.ts';
import { encodeBase64url } from '../multibase.ts';
import { checkSecuredTimes } from '../proofs/vc-jwt/check-claims.ts';
import { checkPlainHeader } from '../proofs/vc-jwt/check-header.ts';
import { verifiable } from '../proofs/vc-jwt/jose-names.ts';
import { parseCompactJws } from '../proofs/vc-jwt/jws.ts';
import { notChecked, type Refused, refuse } from '../proofs/verdict.ts';
import { algorithmOf, parsePublicJwk } from '../public-jwk.ts';
import type { SdJwt } from './parse.ts';

export type VerifySdJwtOptions = VerifyOptions & {
  /** What the one who asks gave the holder to sign; either one asks for a key binding. */
  readonly challenge?: string;
  readonly domain?: string;
};

export async function checkKeyBinding(
  crypto: Crypto,
  { keyBinding, presented }: SdJwt,
  { cnf }: JsonObject,
  options: VerifySdJwtOptions,
): Promise<'shown' | 'not-shown' | undefined | Refused> {
  const isAsked = options.challenge !== undefined || options.domain !== undefined;
  if (keyBinding === undefined) {
    if (isAsked) return refuse('wrong-challenge', 'no key binding');
    return cnf === undefined ? undefined : 'not-shown';
  }
  if (!isJsonObject(cnf)) return refuse('malformed-jwt', 'cnf');
  if (cnf.jwk === undefined) return notChecked('unsupported-proof', 'cnf');
  const publicJwk = parsePublicJwk(cnf.jwk);
  if (!publicJwk) return refuse('wrong-key-type', 'cnf');

  const { header, payload, signingInput, signature } = parseCompactJws(keyBinding);
  if (header.typ !== 'kb+jwt') return refuse('forbidden-header', 'typ');
  const refused = checkPlainHeader(header) ?? checkBindingClaims(payload, options);
  if (refused) return refused;
  const algorithm = algorithmOf(publicJwk);
  if (algorithm === undefined || verifiable.get(header.alg) !== algorithm)
    return refuse('wrong-key-type', 'cnf');
  const digest = encodeBase64url(await crypto.sha256(encodeUtf8(presented)));
  if (payload.sd_hash !== digest) return refuse('claim-mismatch', 'sd_hash');
  const isSigned = await crypto.verify(algorithm, publicJwk, signingInput, signature);
  return isSigned ? 'shown' : refuse('wrong-signature', 'key binding');
}

/** All four are required; whom it was for and when counts only for who asked. */
function checkBindingClaims(payload: JsonObject, options: VerifySdJwtOptions): Refused | undefined {
  const { iat, aud, nonce, sd_hash } = payload;
  if (typeof iat !== 'number' || typeof aud !== 'string' || typeof nonce !== 'string')
    return refuse('claim-missing', 'iat, aud or nonce');
  if (typeof sd_hash !== 'string') return refuse('claim-missing', 'sd_hash');
  if (options.domain !== undefined && aud !== options.domain) return refuse('wrong-domain');
  if (options.challenge !== undefined && nonce !== options.challenge) return refuse('wrong-challenge');
  return checkSecuredTimes(payload, options);
}
