/** The registered claims against the document they repeat. */
import type { Json, JsonObject, VerifyOptions } from '../../format.ts';
import { readInstant, toSeconds } from '../../instants.ts';
import { readId, readObject, readTexts } from '../../read-members.ts';
import { type Refused, refuse } from '../verdict.ts';

/** Clocks of issuers and verifiers differ by a little. */
const CLOCK_SKEW_SECONDS = 5 * 60;

/**
 * "Verify Proof Format": iss, sub, nbf and jti must be there and equal; exp must equal when either is there. For a
 * credential of VCDM 1.1 that is no badge, jti and sub are there when it has what they repeat (section 6.3.1).
 */
export function checkOpenBadgesClaims(payload: JsonObject, document: JsonObject): Refused | undefined {
  // Two credentials in one token: each reader would show another one.
  if (payload.vc !== undefined && payload['@context'] !== undefined) return refuse('malformed-jwt', 'vc');
  const expected: readonly (readonly [claim: string, value: Json | undefined])[] = [
    ['iss', readId(document.issuer)],
    ['jti', readId(document.id)],
    ['sub', readId(readObject(document.credentialSubject).id)],
    ['nbf', secondsOf(document.validFrom ?? document.issuanceDate)],
  ];
  for (const [claim, value] of expected) {
    if (payload[claim] === undefined && value === undefined && isOptional(claim, payload, document)) continue;
    if (payload[claim] === undefined) return refuse('claim-missing', claim);
    if (value === undefined || payload[claim] !== value) return refuse('claim-mismatch', claim);
  }
  const until = document.validUntil ?? document.expirationDate;
  if (until === undefined && payload.exp === undefined) return undefined;
  return payload.exp === secondsOf(until) ? undefined : refuse('claim-mismatch', 'exp');
}

function isOptional(claim: string, { vc }: JsonObject, { type }: JsonObject): boolean {
  return (
    vc !== undefined &&
    (claim === 'jti' || claim === 'sub') &&
    !readTexts(type).some((one) => BADGES.has(one))
  );
}

const BADGES: ReadonlySet<string> = new Set([
  'OpenBadgeCredential',
  'AchievementCredential',
  'EndorsementCredential',
]);

/** VC-JOSE-COSE, section 3.1.3: the payload is the credential; what repeats it must agree. */
export function checkSecuredClaims(payload: JsonObject): Refused | undefined {
  if (payload.vc !== undefined || payload.vp !== undefined)
    return refuse('forbidden-header', 'vc or vp claim');
  const repeated: readonly (readonly [claim: string, value: Json | undefined])[] = [
    ['iss', readId(payload.issuer)],
    ['jti', readId(payload.id)],
    ['sub', readId(readObject(payload.credentialSubject).id)],
  ];
  const wrong = repeated.find(([claim, value]) => payload[claim] !== undefined && payload[claim] !== value);
  return wrong ? refuse('claim-mismatch', wrong[0]) : undefined;
}

/** RFC 7519, sections 4.1.4 to 4.1.6: of the signature, as validFrom and validUntil are of the credential. */
export function checkSecuredTimes(payload: JsonObject, { at, now = at }: VerifyOptions): Refused | undefined {
  const times = ['exp', 'nbf', 'iat'] as const;
  const broken = times.find((claim) => payload[claim] !== undefined && typeof payload[claim] !== 'number');
  if (broken) return refuse('malformed-jwt', broken);
  if (typeof payload.exp === 'number' && payload.exp <= at.getTime() / 1000) return refuse('proof-expired');
  const latest = now.getTime() / 1000 + CLOCK_SKEW_SECONDS;
  const early = (['nbf', 'iat'] as const).some((claim) => Number(payload[claim] ?? 0) > latest);
  return early ? refuse('proof-from-the-future') : undefined;
}

function secondsOf(value: Json | undefined): number | undefined {
  const instant = typeof value === 'string' ? readInstant(value) : undefined;
  return instant && toSeconds(instant);
}
