import { Problem } from '../../platform/problem.ts';

export function addressMissing(): Problem {
  return new Problem({
    status: 409,
    code: 'credentials/address-missing',
    title: 'Open Badges 2.0 names its holder by an e-mail address, and this award has none.',
    detail: 'Take one of the other formats; they need no address.',
  });
}

export function certificatesUnavailable(): Problem {
  return new Problem({
    status: 501,
    code: 'credentials/certificates-unavailable',
    title: 'This installation cannot make certificates for paper.',
    detail:
      'They are typeset by Typst, which is here for Linux on x64 with glibc. All other files can be had.',
  });
}

export function certificatesBusy(): Problem {
  return new Problem({
    status: 503,
    code: 'credentials/certificates-busy',
    title: 'Too many certificates are being made at this moment. Try again shortly.',
    headers: { 'retry-after': '2' },
  });
}
