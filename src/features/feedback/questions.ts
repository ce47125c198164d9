/** What is asked, by whom it is answered, and how far each answer goes. Pure. */
import { type Answers, type Kind, SCALES } from './feedback.schema.ts';

/** In the order in which they are asked. */
export function scalesOf(kind: Kind, outcomes: readonly string[]): ReadonlyMap<string, number> {
  if (kind === 'employer') return new Map(Object.entries(SCALES.employer));
  if (kind === 'peer') return new Map(Object.entries(SCALES.peer));
  const perOutcome = outcomes.flatMap((id) =>
    Object.entries(SCALES.outcome).map(([aspect, top]) => [`${aspect}.${id}`, top] as const),
  );
  return new Map([...perOutcome, ...Object.entries(SCALES.learner)]);
}

/** Names of answers to questions that nobody asks, or beyond their scale. */
export function findStrayAnswers(answers: Answers, scales: ReadonlyMap<string, number>): string[] {
  return Object.entries(answers).flatMap(([question, value]) =>
    value <= (scales.get(question) ?? 0) ? [] : [question],
  );
}

/** The answers that say that something is wrong: the lower half of a scale. */
export function isLow(question: string, answer: number): boolean {
  const [aspect = ''] = question.split('.', 1);
  if (aspect === 'workload') return false; // more or less work than was said is no verdict
  return answer <= (aspect === 'can' ? 2 : 1);
}
