import type { TextKey, Translate } from '../lib/i18n.ts';
import type { Problem } from '../lib/problem.ts';

/** The server's schema speaks to programs; the same faults in words for people. */
const words: readonly (readonly [RegExp, TextKey])[] = [
  [/expected number/i, 'studio.fault.number'],
  [/url/i, 'studio.fault.url'],
  [/too big|too long|at most|<=/i, 'studio.fault.too-much'],
  [/too small|at least|>=?/i, 'studio.fault.too-little'],
  [/multiple of/i, 'studio.fault.decimals'],
  [/no level of this rubric/, 'studio.fault.required-level'],
  [/expected string|is not in the list/i, 'studio.fault.choose'],
];

/** A refusal without faulty fields is said as it is. */
export function sayFaults(t: Translate, problem: Problem | undefined): Problem | undefined {
  if (!problem || problem.errors.length === 0) return problem;
  const { detail: _, ...rest } = problem;
  return {
    ...rest,
    errors: problem.errors.map(({ pointer, detail }) => {
      const key = words.find(([pattern]) => pattern.test(detail))?.[1];
      return { pointer, detail: key ? t(key) : detail };
    }),
  };
}
