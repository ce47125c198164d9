/** Refusals about who may do what here. */
import { Problem } from '../../platform/problem.ts';

export function roleUnknown(role: string): Problem {
  return new Problem({
    status: 422,
    code: 'institutions/role-unknown',
    title: 'Your institution has no such role.',
    detail: `"${role.slice(0, 60)}" is neither a role of the house nor one of your own.`,
    errors: [{ pointer: '/role', detail: 'is no role here' }],
  });
}

export function roleNotAtLevel(): Problem {
  return new Problem({
    status: 422,
    code: 'institutions/role-not-at-level',
    title: 'This role cannot be held there.',
    detail: 'Choose another role, or another part of the institution.',
    errors: [{ pointer: '/role', detail: 'cannot be held there' }],
  });
}

export function placeUnknown(pointer: '/unit' | '/design'): Problem {
  return new Problem({
    status: 422,
    code: 'institutions/place-unknown',
    title: 'Your institution has no such unit or design.',
    errors: [{ pointer, detail: 'is unknown' }],
  });
}

/** D3: nobody gives what they do not have. */
export function moreThanOwn(): Problem {
  return new Problem({
    status: 403,
    code: 'institutions/more-than-own',
    title: 'This role may do more than you may there.',
    detail: 'Ask someone who has these rights to give it.',
  });
}

export function ownMembership(): Problem {
  return new Problem({
    status: 403,
    code: 'institutions/own-membership',
    title: 'Nobody changes their own role.',
    detail: 'Ask a colleague. Leaving is possible, unless you are the last administrator.',
  });
}

export function lastAdministrator(): Problem {
  return new Problem({
    status: 409,
    code: 'institutions/last-administrator',
    title: 'This is the last administrator of the institution.',
    detail: 'Make someone else administrator first; they must have signed in once.',
  });
}

export function alreadyHolds(): Problem {
  return new Problem({
    status: 409,
    code: 'institutions/already-holds',
    title: 'They have this role there already.',
  });
}

export function alreadyInvited(): Problem {
  return new Problem({
    status: 409,
    code: 'institutions/already-invited',
    title: 'They were invited to this already.',
    detail: 'Send the letter again, or withdraw the invitation first.',
  });
}

export function invitationAddressMalformed(): Problem {
  return new Problem({
    status: 422,
    code: 'institutions/address-malformed',
    title: 'This is not an e-mail address.',
    errors: [{ pointer: '/address', detail: 'is not an e-mail address' }],
  });
}

export function endInThePast(): Problem {
  return new Problem({
    status: 422,
    code: 'institutions/end-in-the-past',
    title: 'A role ends in the future, or not at all.',
    errors: [{ pointer: '/until', detail: 'lies in the past' }],
  });
}

export function invitationOver(): Problem {
  return new Problem({
    status: 410,
    code: 'institutions/invitation-over',
    title: 'This invitation is over.',
    detail: 'It was answered, withdrawn, or is older than fourteen days. Ask for another.',
  });
}

/** Whoever holds the letter is not yet whom it was written to. */
export function addressNotProven(): Problem {
  return new Problem({
    status: 403,
    code: 'institutions/address-not-proven',
    title: 'This invitation was written to another address.',
    detail: 'Show that the address is yours first: we send it a code.',
  });
}

export function tooManyInvitations(): Problem {
  return new Problem({
    status: 429,
    code: 'institutions/too-many-invitations',
    title: 'Too many invitations in one day.',
    detail: 'An institution sends at most 2,000 a day.',
    headers: { 'retry-after': '86400' },
  });
}

export function roleNameTaken(): Problem {
  return new Problem({
    status: 409,
    code: 'institutions/role-name-taken',
    title: 'There is a role of that name.',
    errors: [{ pointer: '/name', detail: 'is taken' }],
  });
}

export function roleInUse(): Problem {
  return new Problem({
    status: 409,
    code: 'institutions/role-in-use',
    title: 'Someone holds this role, or is invited to it.',
    detail: 'End those first.',
  });
}

export function viewedUnknown(): Problem {
  return new Problem({
    status: 422,
    code: 'institutions/viewed-unknown',
    title: 'Nobody has proven exactly this address, or there is no such institution.',
    errors: [{ pointer: '/address', detail: 'is nobody' }],
  });
}

export function ownFactor(): Problem {
  return new Problem({
    status: 403,
    code: 'institutions/own-factor',
    title: 'Nobody allows themselves a new passkey.',
    detail: 'Ask a colleague who has all of your rights, or the operator.',
  });
}

export function neverSignedIn(): Problem {
  return new Problem({
    status: 409,
    code: 'institutions/never-signed-in',
    title: 'They have not signed in yet, so they have no passkey to lose.',
  });
}

export function factorNotAsked(): Problem {
  return new Problem({
    status: 409,
    code: 'institutions/factor-not-asked',
    title: 'Your institution asks for no second factor.',
    detail: 'They sign in through your own provider.',
  });
}

export function resetAllowedAlready(): Problem {
  return new Problem({
    status: 409,
    code: 'institutions/reset-allowed-already',
    title: 'A new passkey is allowed already.',
    detail: 'It can be made within 24 hours after it was allowed.',
  });
}
