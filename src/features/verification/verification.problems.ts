import { badRequest, Problem } from '../../platform/problem.ts';

export function tooLarge(): Problem {
  return new Problem({
    status: 413,
    code: 'verification/too-large',
    title: 'This is too large to be a credential.',
    detail: 'At most 2 MiB can be checked.',
  });
}

export function tooBusy(): Problem {
  return new Problem({
    status: 503,
    code: 'verification/too-busy',
    title: 'Too many credentials are being checked at this moment. Try again shortly.',
    headers: { 'retry-after': '2' },
  });
}

export function nothingToVerify(): Problem {
  return badRequest('Send a credential as the body, a form with a "file", or {"url": "https://…"}.');
}

export function unreadableForm(): Problem {
  return badRequest('The form cannot be read. It needs one part named "file".');
}

export function unknownDate(): Problem {
  return badRequest('"at" must be a day such as 2026-03-01 or an instant with a time zone.', [
    { pointer: '/at', detail: 'is no date' },
  ]);
}

export function unknownRecipient(): Problem {
  return badRequest('"as" must be email:… or id:…', [{ pointer: '/as', detail: 'names no recipient' }]);
}
