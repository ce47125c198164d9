/** The credential inside a JWT: the payload without its registered claims, or VCDM 1.1's `vc` claim. */
import type { JsonObject } from '../../format.ts';
import { isJsonObject } from '../../json.ts';
import { parseCompactJws } from './jws.ts';

export function openJwt(jwt: string): JsonObject {
  return documentOf(parseCompactJws(jwt).payload);
}

export function documentOf(payload: JsonObject): JsonObject {
  if (isJsonObject(payload.vc)) return payload.vc;
  const {
    iss: _iss,
    jti: _jti,
    nbf: _nbf,
    sub: _sub,
    exp: _exp,
    iat: _iat,
    cnf: _cnf,
    ...document
  } = payload;
  return document;
}
