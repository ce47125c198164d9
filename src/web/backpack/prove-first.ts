import { redirect } from 'react-router';
import { addQuery } from '../lib/add-query.ts';
import type { Problem } from '../lib/problem.ts';

/** Leads whoever must prove once more who they are to the page where they do, and back. */
export function proveFirst(problem: Problem, returnTo: string): void {
  if (problem.type === 'urn:waarmerk:problem:accounts/prove-again')
    throw redirect(addQuery('/account/prove', '', { returnTo }));
}
