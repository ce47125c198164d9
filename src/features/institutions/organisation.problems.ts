import { Problem } from '../../platform/problem.ts';
import type { Fault } from './identifiers.ts';

export function profileFaulty(errors: readonly Fault[]): Problem {
  return new Problem({
    status: 422,
    code: 'institutions/faulty',
    title: 'Some of it is not as it must be.',
    errors,
  });
}

export function identifiersLocked(schemes: readonly string[]): Problem {
  return new Problem({
    status: 409,
    code: 'institutions/identifiers-locked',
    title: 'This identifier is locked.',
    detail: 'The operator of this installation can change it.',
    errors: schemes.map((scheme) => ({ pointer: `/identifiers/${scheme}`, detail: 'is locked' })),
  });
}

export function homeTaken(home: string): Problem {
  return new Problem({
    status: 409,
    code: 'institutions/home-taken',
    title: 'Another institution has this home organisation.',
    errors: [{ pointer: '/identifiers/schacHomeOrganization', detail: `"${home}" is taken.` }],
  });
}

export function slugTaken(slug: string): Problem {
  return new Problem({
    status: 409,
    code: 'institutions/slug-taken',
    title: 'There is an institution with this short name.',
    errors: [{ pointer: '/slug', detail: `"${slug}" is taken.` }],
  });
}

export function logoRefused(reason: string): Problem {
  return new Problem({
    status: 422,
    code: 'institutions/logo-refused',
    title: 'This logo cannot be used.',
    detail: reason,
  });
}

/** GDPR, article 6: processing needs a ground. */
export function noLegalBasis(kind: string): Problem {
  return new Problem({
    status: 409,
    code: 'institutions/no-legal-basis',
    title: 'Your institution has chosen no legal basis for this kind of award.',
    detail: `Nothing of the kind "${kind}" can be made or awarded until it has.`,
  });
}

export function switchedOff(feature: string): Problem {
  return new Problem({
    status: 409,
    code: 'institutions/switched-off',
    title: 'This is switched off for your institution.',
    detail: `The operator of this installation can switch "${feature}" on.`,
  });
}

export function institutionArchived(): Problem {
  return new Problem({
    status: 409,
    code: 'institutions/archived',
    title: 'This institution is archived.',
    detail: 'Restore it first.',
  });
}

export function unitArchived(): Problem {
  return new Problem({
    status: 409,
    code: 'units/archived',
    title: 'This unit is archived.',
    detail: 'It takes no new designs and awards nothing. Restore it first.',
  });
}

export function unitInUse(reason: 'children' | 'designs' | 'issuer' | 'other'): Problem {
  const words = {
    children: 'There are units below it that are not archived.',
    designs: 'It still offers designs. Retire them first.',
    issuer: 'It is an issuer, and whoever holds a credential of it must find it. Archive it instead.',
    other: 'Designs, roles or invitations hang on it. Archive it instead.',
  };
  return new Problem({
    status: 409,
    code: `units/in-use-${reason}`,
    title: 'This unit is in use.',
    detail: words[reason],
  });
}

export function unitMisplaced(reason: 'cycle' | 'too-deep' | 'parent-archived'): Problem {
  const words = {
    cycle: 'A unit cannot stand below itself.',
    'too-deep': 'Units stand at most six levels deep.',
    'parent-archived': 'The unit above it is archived.',
  };
  return new Problem({
    status: 409,
    code: `units/misplaced-${reason}`,
    title: 'The unit cannot stand there.',
    errors: [{ pointer: '/parent', detail: words[reason] }],
  });
}

export function unitNameTaken(member: 'name' | 'slug'): Problem {
  return new Problem({
    status: 409,
    code: `units/${member}-taken`,
    title:
      member === 'name'
        ? 'A unit beside it has this name.'
        : 'A unit of this institution has this short name.',
    errors: [{ pointer: `/${member}`, detail: 'is taken' }],
  });
}

export function sortNeeded(): Problem {
  return new Problem({
    status: 422,
    code: 'units/sort-needed',
    title: 'In an institution that is both, a unit is HBO or MBO.',
    errors: [{ pointer: '/sort', detail: 'is needed' }],
  });
}

export function requestDecided(): Problem {
  return new Problem({
    status: 409,
    code: 'institutions/request-decided',
    title: 'This request was answered before.',
  });
}

export function clientWithdrawn(): Problem {
  return new Problem({
    status: 409,
    code: 'clients/withdrawn',
    title: 'This program was withdrawn.',
    detail: 'Make a new one.',
  });
}

export function tooManyRequests(seconds: number, limit: number): Problem {
  return new Problem({
    status: 429,
    code: 'clients/too-many-requests',
    title: 'This program asks too often.',
    detail: `It may make ${limit} requests a minute. Wait ${seconds} seconds.`,
    headers: { 'retry-after': String(seconds) },
  });
}

export function onBehalfFixed(): Problem {
  return new Problem({
    status: 409,
    code: 'units/on-behalf-fixed',
    title: 'For whom it issues stands in the name that it signs with.',
    detail: 'That name was written when the unit became an issuer. Make another unit.',
    errors: [{ pointer: '/onBehalfOf', detail: 'is fixed' }],
  });
}

export function tooManyRequestsToJoin(): Problem {
  return new Problem({
    status: 429,
    code: 'institutions/too-many-requests',
    title: 'There were many requests today.',
    detail: 'Send it again tomorrow.',
    headers: { 'retry-after': '86400' },
  });
}

export function providerSilent(pointer: '/issuer' | '/clientSecret', detail: string): Problem {
  return new Problem({
    status: 422,
    code: 'institutions/provider-silent',
    title: 'Nobody could sign in through this provider. Nothing was changed.',
    errors: [{ pointer, detail }],
  });
}
