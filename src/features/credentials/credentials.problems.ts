import { Problem } from '../../platform/problem.ts';

export function addressMissing(): Problem {
  return new Problem({
    status: 409,
    code: 'credentials/address-missing',
    title: 'Open Badges 2.0 names its holder by an e-mail address, and this award has none.',
    detail: 'Take one of the other formats; they need no address.',
  });
}
