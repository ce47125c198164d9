/**
 * Verifies a credential as JWT. Two readers, told apart by `typ`: Open Badges 3.0 (its claims repeat the
 * document and must equal it) and VC-JOSE-COSE (`vc+jwt`: `vc` and `vp` are forbidden, claims are optional).
 * The key decides the algorithm, and a `jwk` in the header is a question to the issuer, never an answer.
 */
import type { JsonObject, MethodRequest, ProofVerdict, VerifyDeps, VerifyOptions } from '../../format.ts';
import { readInstant } from '../../instants.ts';
import { isJsonObject } from '../../json.ts';
import { parsePublicJwk } from '../../public-jwk.ts';
import { FormatRefusal } from '../../refusal.ts';
import { checkKeyLife, checkMethod } from '../check-method.ts';
import { refuse } from '../verdict.ts';
import { checkOpenBadgesClaims, checkSecuredClaims, checkSecuredTimes } from './check-claims.ts';
import { checkOpenBadgesHeader, checkSecuredHeader, isSecuredProfile } from './check-header.ts';
import { verifiable } from './jose-names.ts';
import { type CompactJws, parseCompactJws } from './jws.ts';
import { documentOf } from './open-jwt.ts';

export async function verifyJwt(
  deps: VerifyDeps,
  jwt: string,
  options: VerifyOptions,
): Promise<ProofVerdict> {
  let jws: CompactJws;
  try {
    jws = parseCompactJws(jwt);
  } catch (cause) {
    if (cause instanceof FormatRefusal) return refuse('malformed-jwt', cause.reason);
    throw cause;
  }
  const { header, payload } = jws;
  const document = documentOf(payload);
  const refused = isSecuredProfile(header)
    ? (checkSecuredHeader(header, payload) ??
      checkSecuredClaims(payload) ??
      checkSecuredTimes(payload, options))
    : (checkOpenBadgesHeader(header) ?? checkOpenBadgesClaims(payload, document));
  if (refused) return refused;

  const request = askForKey(header, document);
  if (!request) return refuse('forbidden-header', 'neither kid nor a usable jwk');
  const algorithm = verifiable.get(header.alg);
  const checked = checkMethod(await deps.resolveMethod(request), algorithm ? [algorithm] : []);
  if ('outcome' in checked) return checked;
  const valid = await deps.crypto.verify(
    checked.algorithm,
    checked.method.publicJwk,
    jws.signingInput,
    jws.signature,
  );
  if (!valid) return refuse('wrong-signature');
  const ended = checkKeyLife(checked.method, { signedAt: signedAt(document) ?? options.at, at: options.at });
  return ended ?? { outcome: 'passed', proofs: [{ method: checked.method }] };
}

/** Open Badges' JWT names no moment of signing; the start of validity is the earliest it can have been. */
function signedAt(document: JsonObject): Date | undefined {
  const from = document.validFrom ?? document.issuanceDate;
  return typeof from === 'string' ? readInstant(from) : undefined;
}

function askForKey(header: JsonObject, document: JsonObject): MethodRequest | undefined {
  const { issuer } = document;
  const issuerId = isJsonObject(issuer) ? issuer.id : issuer;
  const shared = {
    purpose: 'assertionMethod' as const,
    ...(typeof issuerId === 'string' ? { issuer: issuerId } : {}),
  };
  if (typeof header.kid === 'string') return { ...shared, id: header.kid };
  const jwk = parsePublicJwk(header.jwk);
  return jwk && header.kid === undefined ? { ...shared, jwk } : undefined;
}
