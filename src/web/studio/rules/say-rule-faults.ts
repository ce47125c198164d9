import type { TextKey, Translate } from '../../lib/i18n.ts';
import type { Problem } from '../../lib/problem.ts';

/** The server's sentences about rules and the Guide, in words for people. */
const words: readonly (readonly [RegExp, TextKey])[] = [
  [/^needs-words$/, 'rules.fault.needs-words'],
  [/^is-there-twice$/, 'rules.fault.is-there-twice'],
  [/^ends-before-it-begins$/, 'rules.fault.ends-before-it-begins'],
  [/^least-is-more-than-most$/, 'rules.fault.least-is-more-than-most'],
  [/^needs-a-bound$/, 'rules.fault.needs-a-bound'],
  [/^is-not-there$/, 'rules.fault.is-not-there'],
  [/^is-not-inherited$/, 'rules.fault.is-not-inherited'],
  [/^needs-a-check$/, 'rules.fault.needs-a-check'],
  [/^needs-no-check$/, 'rules.fault.needs-no-check'],
  [/^needs-an-element$/, 'rules.fault.needs-an-element'],
  [/^needs-statements$/, 'rules.fault.needs-statements'],
  [/^needs-qualifications$/, 'rules.fault.needs-qualifications'],
  [/^is-out-of-order$/, 'rules.fault.is-out-of-order'],
  [/^must-not-be-last$/, 'rules.fault.must-not-be-last'],
  [/^only-a-peer-is-optional$/, 'rules.fault.only-a-peer-is-optional'],
  [/^only-a-committee-votes$/, 'rules.fault.only-a-committee-votes'],
  [/^must-begin-later$/, 'rules.fault.must-begin-later'],
  [/^weighs-too-much$/, 'rules.fault.weighs-too-much'],
  [/must match pattern|invalid string/i, 'rules.fault.pattern'],
  [/expected number|invalid input: expected int/i, 'studio.fault.number'],
  [/date/i, 'rules.fault.date'],
  [/too big|too long|at most|<=/i, 'studio.fault.too-much'],
  [/too small|at least|>=?/i, 'studio.fault.too-little'],
  [/invalid (option|input)|expected/i, 'studio.fault.choose'],
];

/** Texts in languages: what is wrong with all of it is told at the reader's own language. */
const TEXTS = /\/(name|summary|text|help|title|body)$/;

export function sayRuleFaults(
  t: Translate,
  problem: Problem | undefined,
  language: string,
): Problem | undefined {
  if (!problem || problem.errors.length === 0) return problem;
  const { detail: _, ...rest } = problem;
  return {
    ...rest,
    errors: problem.errors.map(({ pointer, detail }) => {
      const key = words.find(([pattern]) => pattern.test(detail))?.[1];
      return {
        pointer: TEXTS.test(pointer) ? `${pointer}/${language}` : pointer,
        detail: key ? t(key) : detail,
      };
    }),
  };
}
