/**
 * Verifies a presentation as JWT: `vp+jwt`, whose payload is the presentation (VC-JOSE-COSE, section 3.1.2), or VCDM
 * 1.1's `vp` claim (section 6.3.1). Its key is one that the holder signs in with.
 */
import type { Json, JsonObject, MethodRequest, ProofVerdict, VerifyDeps } from '../../format.ts';
import { parsePublicJwk } from '../../public-jwk.ts';
import { readId, readList } from '../../read-members.ts';
import { FormatRefusal } from '../../refusal.ts';
import { checkKeyLife, checkMethod } from '../check-method.ts';
import type { VerifyProofsOptions } from '../data-integrity/verify-proofs.ts';
import { type Refused, refuse } from '../verdict.ts';
import { checkSecuredTimes } from './check-claims.ts';
import { checkPresentationHeader } from './check-header.ts';
import { verifiable } from './jose-names.ts';
import { type CompactJws, parseCompactJws } from './jws.ts';
import { documentOf } from './open-jwt.ts';

export async function verifyPresentationJwt(
  deps: VerifyDeps,
  jwt: string,
  options: Omit<VerifyProofsOptions, 'proofPurpose'>,
): Promise<ProofVerdict> {
  let jws: CompactJws;
  try {
    jws = parseCompactJws(jwt);
  } catch (cause) {
    if (cause instanceof FormatRefusal) return refuse('malformed-jwt', cause.reason);
    throw cause;
  }
  const { header, payload } = jws;
  const presentation = documentOf(payload);
  const refused =
    checkPresentationHeader(header) ??
    checkPresentationClaims(header, payload, presentation) ??
    checkSecuredTimes(payload, options) ??
    checkAudience(payload, options);
  if (refused) return refused;

  const request = askForKey(header, presentation);
  if (!request) return refuse('forbidden-header', 'neither kid nor a usable jwk');
  const algorithm = verifiable.get(header.alg);
  const checked = checkMethod(await deps.resolveMethod(request), algorithm ? [algorithm] : []);
  if ('outcome' in checked) return checked;
  const { method } = checked;
  const valid = await deps.crypto.verify(
    checked.algorithm,
    method.publicJwk,
    jws.signingInput,
    jws.signature,
  );
  if (!valid) return refuse('wrong-signature');
  const { iat } = payload;
  const signedAt = typeof iat === 'number' ? new Date(iat * 1000) : options.at;
  return checkKeyLife(method, { signedAt, at: options.at }) ?? { outcome: 'passed', proofs: [{ method }] };
}

/** One presentation in one token, and what a claim repeats is equal. */
function checkPresentationClaims(
  { typ }: JsonObject,
  payload: JsonObject,
  presentation: JsonObject,
): Refused | undefined {
  const isSecured = typ === 'vp+jwt';
  if (payload.vc !== undefined || isSecured === (payload.vp !== undefined))
    return refuse('malformed-jwt', 'vp');
  if (!isSecured && payload['@context'] !== undefined) return refuse('malformed-jwt', 'vp');
  const repeated: readonly (readonly [claim: string, value: Json | undefined])[] = [
    ['iss', readId(presentation.holder)],
    ['jti', readId(presentation.id)],
  ];
  const wrong = repeated.find(
    ([claim, value]) => payload[claim] !== undefined && value !== undefined && payload[claim] !== value,
  );
  return wrong ? refuse('claim-mismatch', wrong[0]) : undefined;
}

/** VCDM 1.1, section 6.3.1: `aud` is the domain, `nonce` the challenge. */
function checkAudience(
  { aud, nonce }: JsonObject,
  { domain, challenge }: Pick<VerifyProofsOptions, 'domain' | 'challenge'>,
): Refused | undefined {
  if (domain !== undefined && !readList(aud).includes(domain)) return refuse('wrong-domain');
  return challenge !== undefined && nonce !== challenge ? refuse('wrong-challenge') : undefined;
}

function askForKey(header: JsonObject, { holder }: JsonObject): MethodRequest | undefined {
  const issuer = readId(holder);
  const shared = { purpose: 'authentication' as const, ...(issuer === undefined ? {} : { issuer }) };
  if (typeof header.kid === 'string') return { ...shared, id: header.kid };
  const jwk = parsePublicJwk(header.jwk);
  return jwk && header.kid === undefined ? { ...shared, jwk } : undefined;
}
