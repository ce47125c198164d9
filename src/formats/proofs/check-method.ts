/** Whether a key that was found may have made this proof. */
import type { ResolvedMethod, VerificationAlgorithm, VerificationMethod } from '../format.ts';
import { readInstant } from '../instants.ts';
import { algorithmOf } from '../public-jwk.ts';
import { notChecked, type Refused, refuse } from './verdict.ts';

export function checkMethod(
  resolved: ResolvedMethod,
  expected: { readonly algorithm?: VerificationAlgorithm; readonly at: Date },
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
  if (!algorithm || (expected.algorithm && expected.algorithm !== algorithm)) return refuse('wrong-key-type');
  if (isPast(method.revoked, expected.at)) return refuse('key-revoked');
  if (isPast(method.expires, expected.at)) return refuse('key-expired');
  return { method, algorithm };
}

/** An instant that cannot be read counts as past: the key's owner meant to end it. */
function isPast(instant: string | undefined, at: Date): boolean {
  if (instant === undefined) return false;
  const end = readInstant(instant);
  return end === undefined || end <= at;
}
