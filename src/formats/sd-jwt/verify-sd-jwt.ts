/**
 * Verifies an SD-JWT with its disclosures and its holder's key, when that was shown (RFC 9901, section 7). Two kinds
 * of payload: SD-JWT VC (draft-ietf-oauth-sd-jwt-vc: `vct`), and a credential of the VC Data Model (VC-JOSE-COSE,
 * section 3.2).
 */
import type { JsonObject, MethodRequest, ProofVerdict, VerifyDeps, VerifyOptions } from '../format.ts';
import { checkKeyLife, checkMethod } from '../proofs/check-method.ts';
import { checkSecuredClaims, checkSecuredTimes } from '../proofs/vc-jwt/check-claims.ts';
import { checkPlainHeader } from '../proofs/vc-jwt/check-header.ts';
import { verifiable } from '../proofs/vc-jwt/jose-names.ts';
import { notChecked, type Refused, refuse } from '../proofs/verdict.ts';
import { readId } from '../read-members.ts';
import { FormatRefusal } from '../refusal.ts';
import { disclose } from './disclose.ts';
import { checkKeyBinding, type VerifySdJwtOptions } from './key-binding.ts';
import { parseSdJwt, type SdJwt } from './parse.ts';

export type SdJwtVerdict = ProofVerdict & {
  /** What it tells, as soon as the issuer's signature and the disclosures hold. */
  readonly claims?: JsonObject;
  /** Whether its holder showed the key that the issuer names; absent when the issuer names none. */
  readonly holder?: 'shown' | 'not-shown';
};

const TYPES: ReadonlySet<unknown> = new Set(['dc+sd-jwt', 'vc+sd-jwt']);
const TIMES = ['iat', 'nbf', 'exp'] as const;
const CLOCK_SKEW_SECONDS = 5 * 60;

export async function verifySdJwt(
  deps: VerifyDeps,
  text: string,
  options: VerifySdJwtOptions,
): Promise<SdJwtVerdict> {
  try {
    return await verifyParsed(deps, parseSdJwt(text), options);
  } catch (error) {
    if (error instanceof FormatRefusal) return refuse('malformed-jwt', error.detail ?? error.reason);
    throw error;
  }
}

async function verifyParsed(
  deps: VerifyDeps,
  sdJwt: SdJwt,
  options: VerifySdJwtOptions,
): Promise<SdJwtVerdict> {
  const { header, payload } = sdJwt.jws;
  const refused = checkHeader(header) ?? checkClaims(payload, options);
  if (refused) return refused;
  const key = await findKey(deps, header, payload);
  if ('outcome' in key) return key;
  const { signingInput, signature } = sdJwt.jws;
  if (!(await deps.crypto.verify(key.algorithm, key.method.publicJwk, signingInput, signature)))
    return refuse('wrong-signature');
  if (payload._sd_alg !== undefined && payload._sd_alg !== 'sha-256')
    return notChecked('unsupported-proof', `_sd_alg ${String(payload._sd_alg)}`);
  const claims = await disclose(deps.crypto.sha256, payload, sdJwt.disclosures);
  const signedAt = typeof payload.iat === 'number' ? new Date(payload.iat * 1000) : options.at;
  const ended = checkKeyLife(key.method, { signedAt, at: options.at });
  if (ended) return ended;
  const holder = await checkKeyBinding(deps.crypto, sdJwt, claims, options);
  if (typeof holder === 'object') return { ...holder, claims };
  return {
    outcome: 'passed',
    proofs: [{ method: key.method }],
    claims,
    ...(holder === undefined ? {} : { holder }),
  };
}

/** SD-JWT VC, section 3.2.1: `dc+sd-jwt`, and the name that it had before. */
function checkHeader(header: JsonObject): Refused | undefined {
  if (!TYPES.has(header.typ)) return refuse('forbidden-header', 'typ');
  return checkPlainHeader(header);
}

/** The times of an SD-JWT VC are the credential's own, which the caller judges; those of a VC are its signature's. */
function checkClaims(payload: JsonObject, options: VerifyOptions): Refused | undefined {
  if (payload.vct === undefined) return checkSecuredClaims(payload) ?? checkSecuredTimes(payload, options);
  if (typeof payload.vct !== 'string' || payload.vct === '') return refuse('malformed-jwt', 'vct');
  const broken = TIMES.find((claim) => payload[claim] !== undefined && !Number.isFinite(payload[claim]));
  if (broken) return refuse('malformed-jwt', broken);
  const now = (options.now ?? options.at).getTime() / 1000;
  return Number(payload.iat ?? 0) > now + CLOCK_SKEW_SECONDS ? refuse('proof-from-the-future') : undefined;
}

/** By who issued it. A certificate in the header is a chain that this software knows no root of. */
async function findKey(deps: VerifyDeps, header: JsonObject, payload: JsonObject) {
  const issuer = payload.vct === undefined ? readId(payload.issuer) : payload.iss;
  if (typeof issuer !== 'string')
    return header.x5c === undefined ? refuse('claim-missing', 'iss') : notChecked('unsupported-proof', 'x5c');
  if (header.kid !== undefined && typeof header.kid !== 'string') return refuse('forbidden-header', 'kid');
  const request: MethodRequest = {
    purpose: 'assertionMethod',
    issuer,
    ...(header.kid === undefined ? {} : { id: header.kid }),
  };
  const resolved = await deps.resolveMethod(request);
  if (!resolved.found && header.x5c !== undefined) return notChecked('unsupported-proof', 'x5c');
  const algorithm = verifiable.get(header.alg);
  return checkMethod(resolved, algorithm ? [algorithm] : []);
}
