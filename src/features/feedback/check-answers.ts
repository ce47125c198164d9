import { answersStray, nothingSaid } from './feedback.problems.ts';
import type { Answers, Kind } from './feedback.schema.ts';
import { findStrayAnswers, scalesOf } from './questions.ts';

/** @throws Problem 422 for answers to what was not asked, and for nothing at all */
export function checkAnswers(
  kind: Kind,
  outcomes: readonly { readonly id: string }[],
  given: { readonly answers: Answers; readonly text: string },
): void {
  const scales = scalesOf(
    kind,
    outcomes.map(({ id }) => id),
  );
  const stray = findStrayAnswers(given.answers, scales);
  if (stray.length > 0) throw answersStray(stray);
  if (Object.keys(given.answers).length === 0 && given.text === '') throw nothingSaid();
}
