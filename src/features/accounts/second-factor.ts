/**
 * Whether a provider says that a second factor was given. Read from the signed ID token only, and strictly: a value
 * that may mean one factor counts as one. Pure.
 */

/** REFEDS MFA Profile 1.2: the factors are of different kinds and the person was present. */
export const REFEDS_MFA = 'https://refeds.org/profile/mfa';

/**
 * Authentication Method Reference Values of RFC 8176 §2 by what they show. Left out on purpose: `sms`, `tel` and `kba`,
 * which prove too little (RFC 8176 §4), `wia`, `geo` and `rba`, which are no factor of the person, and `mca`, `user`,
 * `pop`, which do not say which factor.
 */
const KINDS: Readonly<Record<string, 'knows' | 'has' | 'is'>> = {
  pwd: 'knows',
  pin: 'knows',
  otp: 'has',
  hwk: 'has',
  swk: 'has',
  sc: 'has',
  fpt: 'is',
  face: 'is',
  iris: 'is',
  retina: 'is',
  vbm: 'is',
};

/** @param accepted values of `acr` that this provider uses for it */
export function assertsSecondFactor(
  idToken: Readonly<Record<string, unknown>>,
  accepted: readonly string[] = [REFEDS_MFA],
): boolean {
  if (typeof idToken.acr === 'string' && accepted.includes(idToken.acr)) return true;
  const { amr } = idToken;
  if (!Array.isArray(amr) || !amr.every((value) => typeof value === 'string')) return false;
  // "mfa: Multiple-factor authentication" (RFC 8176 §2).
  if (amr.includes('mfa')) return true;
  const kinds = amr.map((value) => (Object.hasOwn(KINDS, value) ? KINDS[value] : undefined));
  return new Set(kinds.filter((kind) => kind !== undefined)).size >= 2;
}
