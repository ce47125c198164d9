/** Whether a key that was found may have made this proof. */
import type { ResolvedMethod, VerificationAlgorithm, VerificationMethod } from '../format.ts';
import { readInstant } from '../instants.ts';
import { algorithmOf } from '../public-jwk.ts';
import { notChecked, type Refused, refuse } from './verdict.ts';

export function checkMethod(
  resolved: ResolvedMethod,
  expected: readonly VerificationAlgorithm[],
): { readonly method: VerificationMethod; readonly algorithm: VerificationAlgorithm } | Refused {
  if (!resolved.found) {
    if (resolved.because === 'unavailable') return notChecked('key-unavailable');
    return refuse(
      resolved.because === 'not-authorized' ? 'key-not-authorized' : 'key-not-found',
      resolved.because,
    );
  }
  const { method } = resolved;
  const algorithm = algorithmOf(method.publicJwk);
  if (!algorithm || !expected.includes(algorithm)) return refuse('wrong-key-type');
  return { method, algorithm };
}

/**
 * After the signature held. An expired key may have signed before it expired. With a revoked one no date
 * helps, because whoever stole it writes `created`: only what was seen before the theft counts, which is for
 * the caller to know, so the proof is neither good nor bad (DECISIONS 23).
 */
export function checkKeyLife(
  method: VerificationMethod,
  { signedAt, at }: { readonly signedAt: Date; readonly at: Date },
): Refused | undefined {
  if (isPast(method.revoked, at)) return notChecked('key-revoked');
  return isPast(method.expires, signedAt) ? refuse('key-expired') : undefined;
}

/** An instant that cannot be read counts as past: the key's owner meant to end it. */
function isPast(instant: string | undefined, at: Date): boolean {
  if (instant === undefined) return false;
  const end = readInstant(instant);
  return end === undefined || end <= at;
}
