import { Problem } from '../../platform/problem.ts';

export function providerUnknown(): Problem {
  return new Problem({
    status: 404,
    code: 'accounts/provider-unknown',
    title: 'Nobody can sign in through this provider.',
  });
}

export function providerUnreachable(): Problem {
  return new Problem({
    status: 503,
    code: 'accounts/provider-unreachable',
    title: 'The provider does not answer. Try again shortly.',
  });
}

export function signInDenied(): Problem {
  return new Problem({
    status: 403,
    code: 'accounts/denied',
    title: 'The provider did not sign you in.',
    detail: 'You turned back, or it would not let you in.',
  });
}

export function signInInvalid(): Problem {
  return new Problem({
    status: 400,
    code: 'accounts/invalid',
    title: "The provider's answer does not fit what was asked.",
    detail: 'Start signing in again.',
  });
}

/** Also a callback that another browser was made to open, and one that was opened before. */
export function signInExpired(): Problem {
  return new Problem({
    status: 400,
    code: 'accounts/expired',
    title: 'This sign-in was not started in this browser, or too long ago.',
    detail: 'Start signing in again.',
  });
}

export function identityTaken(): Problem {
  return new Problem({
    status: 409,
    code: 'accounts/identity-taken',
    title: 'This identity belongs to another account.',
    detail: 'Nothing was changed. Sign out and sign in with it to use that account.',
  });
}

/** What was proven is someone else's, or belongs to nobody: it shows nothing about who is signed in. */
export function notThisAccount(): Problem {
  return new Problem({
    status: 403,
    code: 'accounts/not-this-account',
    title: 'This is no way into the account that is signed in.',
    detail: 'Nothing was changed.',
  });
}

export function proveAgain(): Problem {
  return new Problem({
    status: 403,
    code: 'accounts/prove-again',
    title: 'Prove once more who you are.',
    detail: 'This asks for a proof of at most ten minutes ago.',
  });
}

export function lastWayIn(): Problem {
  return new Problem({
    status: 409,
    code: 'accounts/last-way-in',
    title: 'This is the last way into your account.',
    detail: 'Add another first.',
  });
}

export function signInFirst(): Problem {
  return new Problem({
    status: 401,
    code: 'accounts/sign-in-first',
    title: 'Sign in first; then you can link another identity.',
  });
}

export function addressMalformed(): Problem {
  const detail = 'is not an e-mail address';
  return new Problem({
    status: 400,
    code: 'accounts/address-malformed',
    title: 'This is not an e-mail address.',
    detail: 'Write it as name@example.org.',
    errors: [{ pointer: '/address', detail }],
  });
}

export function tooManyCodes(): Problem {
  return new Problem({
    status: 429,
    code: 'accounts/too-many-codes',
    title: 'Too many codes were asked for. Wait an hour and try again.',
    headers: { 'retry-after': '3600' },
  });
}

/** One refusal for a wrong code, a used one and none at all: which of them it is helps a guesser only. */
export function codeRefused(): Problem {
  return new Problem({
    status: 422,
    code: 'accounts/code-refused',
    title: 'This code does not fit.',
    detail: 'Type the six digits of the newest letter. After five tries or fifteen minutes, ask for another.',
    errors: [{ pointer: '/code', detail: 'does not fit' }],
  });
}

export function nameEmpty(): Problem {
  return new Problem({
    status: 400,
    code: 'accounts/name-empty',
    title: 'A name has at least one character that can be seen.',
    errors: [{ pointer: '/name', detail: 'is empty' }],
  });
}

export function notAMember(): Problem {
  return new Problem({
    status: 403,
    code: 'accounts/not-a-member',
    title: 'You have no role at this institution.',
  });
}

export function ownProviderNeeded(): Problem {
  return new Problem({
    status: 403,
    code: 'accounts/own-provider-needed',
    title: "Sign in through the institution's own provider to act for it.",
  });
}

export function passkeysImpossible(): Problem {
  return new Problem({
    status: 409,
    code: 'accounts/passkeys-impossible',
    title: 'Passkeys do not work here.',
    detail: 'They are bound to the name of a host, and the address of this installation has none.',
  });
}

/** One refusal for an unknown passkey, a wrong signature, a wrong origin and an answer that came before. */
export function passkeyRefused(): Problem {
  return new Problem({
    status: 422,
    code: 'accounts/passkey-refused',
    title: 'This passkey does not fit.',
    detail: 'Try again, or choose another way.',
  });
}

/** Whoever knows a password of a member of staff must not make a second factor of their own out of it. */
export function secondFactorFirst(): Problem {
  return new Problem({
    status: 403,
    code: 'accounts/second-factor-first',
    title: 'Use a passkey that you already have first.',
    detail: 'Your institution asks for a second factor, so only who has it may change it.',
  });
}

/** Used, over, of another browser or session, and never made: one answer. */
export function mergeOfferGone(): Problem {
  return new Problem({
    status: 409,
    code: 'accounts/merge-offer-gone',
    title: 'There are no two accounts to make one of.',
    detail: 'Prove your other account again. The offer lasts ten minutes, in this browser.',
  });
}

export function roleHangsOnIt(): Problem {
  return new Problem({
    status: 409,
    code: 'accounts/role-hangs-on-it',
    title: 'You have a role at this institution, and this is how you come to it.',
    detail: 'Leave the role first.',
  });
}
