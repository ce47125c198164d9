/** Refusals about keys. */
import { Problem } from '../../platform/problem.ts';

export function keyCompromisedInFuture(): Problem {
  return new Problem({
    status: 422,
    code: 'keys/in-the-future',
    title: 'A key cannot have been compromised in the future.',
    errors: [{ pointer: '/at', detail: 'lies in the future' }],
  });
}

export function keyAlreadyCompromised(): Problem {
  return new Problem({
    status: 409,
    code: 'keys/already-compromised',
    title: 'This key is known to have been compromised then, or earlier.',
    detail: 'An earlier instant can still be told; a later one would make good what a thief signed.',
    errors: [{ pointer: '/at', detail: 'is not earlier than what was told before' }],
  });
}

export function confirmationDiffers(): Problem {
  return new Problem({
    status: 422,
    code: 'keys/confirmation-differs',
    title: 'Type the name of the key to confirm.',
    errors: [{ pointer: '/confirmation', detail: 'differs from the name of the key' }],
  });
}

export function compromiseTimeUnknown(): Problem {
  return new Problem({
    status: 422,
    code: 'keys/time-unknown',
    title: 'There was no such time.',
    errors: [{ pointer: '/at', detail: 'is no time that there was' }],
  });
}
