import { Problem } from '../../platform/problem.ts';

export function unitUnknown(): Problem {
  return new Problem({
    status: 422,
    code: 'accreditations/unit-unknown',
    title: 'There is no such unit in your institution.',
    errors: [{ pointer: '/unit', detail: 'names no unit of yours' }],
  });
}

export function renewalUnfit(): Problem {
  return new Problem({
    status: 422,
    code: 'accreditations/renewal-unfit',
    title: 'That decision is not there, is this one itself, or has a successor already.',
    errors: [{ pointer: '/renews', detail: 'cannot be followed by this one' }],
  });
}

export function alreadyWithdrawn(): Problem {
  return new Problem({
    status: 409,
    code: 'accreditations/already-withdrawn',
    title: 'This decision was withdrawn; record the one that came after it.',
  });
}
