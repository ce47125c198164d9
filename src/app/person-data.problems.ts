import { Problem } from '../platform/problem.ts';

export function leadsAnInstitution(names: readonly string[]): Problem {
  return new Problem({
    status: 409,
    code: 'account/last-administrator',
    title: 'You are the last administrator of an institution.',
    detail: `Make someone else administrator of ${names.join(', ')} first.`,
  });
}
