/**
 * Verifies a credential as JWT. Two readers, told apart by `typ`: Open Badges 3.0 (its claims repeat the
 * document and must equal it) and VC-JOSE-COSE (`vc+jwt`: `vc` and `vp` are forbidden, `iss` optional).
 * The key decides the algorithm, and a `jwk` in the header is a question to the issuer, never an answer.
 */
import type {
  JsonObject,
  MethodRequest,
  ProofVerdict,
  VerificationAlgorithm,
  VerifyDeps,
  VerifyOptions,
} from '../../format.ts';
import { readInstant } from '../../instants.ts';
import { isJsonObject } from '../../json.ts';
import { parsePublicJwk } from '../../public-jwk.ts';
import { FormatRefusal } from '../../refusal.ts';
import { checkKeyLife, checkMethod } from '../check-method.ts';
import { notChecked, type Refused, refuse } from '../verdict.ts';
import { checkOpenBadgesClaims, checkSecuredClaims } from './check-claims.ts';
import { type CompactJws, parseCompactJws } from './jws.ts';
import { documentOf } from './open-jwt.ts';

/** As the header names them; `none` and every shared-secret algorithm are not here. */
const algorithms: ReadonlyMap<unknown, VerificationAlgorithm> = new Map([
  ['ES256', 'ES256'],
  ['EdDSA', 'Ed25519'],
  ['Ed25519', 'Ed25519'],
  ['RS256', 'RS256'],
]);

/** Sound, and not ours to check: they must not be called forged. */
const unsupportedAlgorithms: ReadonlySet<unknown> = new Set([
  'ES384',
  'ES512',
  'ES256K',
  'PS256',
  'PS384',
  'PS512',
  'RS384',
  'RS512',
]);

const openBadgesHeader: ReadonlySet<string> = new Set(['alg', 'kid', 'jwk', 'typ']);
const securedHeader: ReadonlySet<string> = new Set(['alg', 'kid', 'typ', 'cty', 'iss']);

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
  const secured = header.typ === 'vc+jwt';
  const document = documentOf(payload);
  const refused =
    checkHeader(header, secured) ??
    (secured ? checkSecuredClaims(payload) : checkOpenBadgesClaims(payload, document));
  if (refused) return refused;

  const request = askForKey(header, document);
  if (!request) return refuse('forbidden-header', 'neither kid nor a usable jwk');
  const algorithm = algorithms.get(header.alg);
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

function checkHeader(header: JsonObject, secured: boolean): Refused | undefined {
  const allowed = secured ? securedHeader : openBadgesHeader;
  const stray = Object.keys(header).find((name) => !allowed.has(name));
  // `crit` is among the strays: what it calls critical we would have to understand (RFC 7515, 4.1.11).
  if (stray !== undefined) return refuse('forbidden-header', stray);
  if (!secured && header.typ !== undefined && header.typ !== 'JWT') return refuse('forbidden-header', 'typ');
  if (unsupportedAlgorithms.has(header.alg)) return notChecked('unsupported-proof', String(header.alg));
  return algorithms.has(header.alg) ? undefined : refuse('forbidden-algorithm', String(header.alg));
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
