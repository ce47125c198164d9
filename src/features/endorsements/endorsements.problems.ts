import { Problem } from '../../platform/problem.ts';

export function subjectUnknown(): Problem {
  return new Problem({
    status: 422,
    code: 'endorsements/subject-unknown',
    title: 'There is no published design and no issuer of this installation at that address.',
    errors: [{ pointer: '/about', detail: 'names no design and no issuer' }],
  });
}

export function ownWork(): Problem {
  return new Problem({
    status: 422,
    code: 'endorsements/own-work',
    title: 'An institution does not vouch for itself.',
    errors: [{ pointer: '/about', detail: 'is your own' }],
  });
}

export function alreadyEndorsed(): Problem {
  return new Problem({
    status: 409,
    code: 'endorsements/already-endorsed',
    title: 'Your institution vouches for this already.',
    errors: [{ pointer: '/about', detail: 'has your endorsement' }],
  });
}

export function alreadyAnswered(): Problem {
  return new Problem({
    status: 409,
    code: 'endorsements/already-answered',
    title: 'This endorsement was answered or withdrawn already.',
  });
}
