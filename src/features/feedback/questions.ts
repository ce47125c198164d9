/** What is asked, by whom it is answered, and how far each answer goes. Pure. */
import type { Answers, Kind } from './feedback.schema.ts';

/** The highest answer; the lowest is 1. */
const LEARNER = { workload: 3, recommend: 3 } as const;
/** Of each learning outcome: "I can do this now", "I use it at work". */
const OUTCOME = { can: 4, use: 3 } as const;
const EMPLOYER = { useful: 3, recognisable: 3, again: 3 } as const;
/** A rubric: below the mark, nearly, sound, an example to others. */
const PEER = { outcomes: 4, assessment: 4, level: 4, load: 4 } as const;

/** In the order in which they are asked. */
export function scalesOf(kind: Kind, outcomes: readonly string[]): ReadonlyMap<string, number> {
  if (kind === 'employer') return new Map(Object.entries(EMPLOYER));
  if (kind === 'peer') return new Map(Object.entries(PEER));
  const perOutcome = outcomes.flatMap((id) =>
    Object.entries(OUTCOME).map(([aspect, top]) => [`${aspect}.${id}`, top] as const),
  );
  return new Map([...perOutcome, ...Object.entries(LEARNER)]);
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
