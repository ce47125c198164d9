import { Problem } from '../../platform/problem.ts';

export function versionUnknown(): Problem {
  return new Problem({
    status: 422,
    code: 'awards/version-unknown',
    title: 'This design has no such published version.',
    detail: 'Publish it first, or name another version.',
  });
}

export function designRetired(): Problem {
  return new Problem({
    status: 409,
    code: 'awards/design-retired',
    title: 'This design is retired and is awarded no longer.',
  });
}

export function rowRefused(code: string, detail: string): Problem {
  return new Problem({ status: 422, code, title: 'This award cannot be granted.', detail });
}

export function duplicate(): Problem {
  return new Problem({
    status: 409,
    code: 'awards/duplicate',
    title: 'This person already has this version.',
    detail: 'Revoke the standing award first if it is to be replaced.',
  });
}

export function undoMalformed(): Problem {
  return new Problem({
    status: 400,
    code: 'awards/undo-malformed',
    title: 'The undo window is not a duration.',
    detail: 'Use an ISO 8601 duration of at most a week, such as PT30M.',
  });
}

export function idempotencyKeyReused(): Problem {
  return new Problem({
    status: 422,
    code: 'awards/idempotency-key-reused',
    title: 'This Idempotency-Key was used for another request.',
  });
}

export function notStanding(): Problem {
  return new Problem({
    status: 409,
    code: 'awards/not-standing',
    title: 'This award does not stand any more.',
    detail: 'It was revoked or declined before.',
  });
}

export function stillPending(): Problem {
  return new Problem({
    status: 409,
    code: 'awards/pending',
    title: 'This award is still in its undo window.',
    detail: 'Undo it instead of revoking it: nothing of it has left the house.',
  });
}

export function windowOver(): Problem {
  return new Problem({
    status: 409,
    code: 'awards/window-over',
    title: 'The undo window is over.',
    detail: 'Revoke with the reason "issued in error".',
  });
}

export function claimedByAnother(): Problem {
  return new Problem({ status: 409, code: 'awards/claimed', title: 'This has been collected already.' });
}

export function addressNotProven(): Problem {
  return new Problem({
    status: 403,
    code: 'awards/address-not-proven',
    title: 'This was awarded to another address than those of your account.',
    detail: 'Prove that the address is yours with a code by e-mail; then you can collect it.',
  });
}

export function offerGone(): Problem {
  return new Problem({ status: 409, code: 'awards/offer-gone', title: 'This offer is not open any more.' });
}

export function termsNotAgreed(): Problem {
  return new Problem({
    status: 409,
    code: 'awards/terms-not-agreed',
    title: 'The institution asks you to agree to its terms first.',
    detail: 'GET /api/v1/awards/{id}/terms names them; agree with POST /api/v1/agreements.',
  });
}
