/** The questions as the pages ask them. Pure. */
import { SCALES } from '../../../features/feedback/feedback.schema.ts';
import type { TextKey, Translate } from '../../lib/i18n.ts';

type Scales = typeof SCALES;
type Aspect = { [Group in keyof Scales]: keyof Scales[Group] & string }[keyof Scales];
export type Question = { readonly name: string; readonly label: string; readonly answers: readonly string[] };

/** What is asked of each outcome, or all in all. */
export function listQuestions(t: Translate, group: keyof Scales, outcome?: string): readonly Question[] {
  return (Object.keys(SCALES[group]) as Aspect[]).map((aspect) => ({
    name: outcome === undefined ? aspect : `${aspect}.${outcome}`,
    label: t(`feedback.q.${aspect}`),
    answers: sayAnswers(t, aspect),
  }));
}

/** A question as figures name it. */
export function sayQuestion(t: Translate, question: string): string {
  return t(`feedback.q.${question as Aspect}`); // figures are of these questions alone
}

export function sayAnswersTo(t: Translate, question: string): readonly string[] {
  const [aspect = ''] = question.split('.', 1);
  return sayAnswers(t, aspect as Aspect); // as above
}

function sayAnswers(t: Translate, aspect: Aspect): readonly string[] {
  const of: Readonly<Record<string, number>> = Object.assign({}, ...Object.values(SCALES));
  const words = aspect in SCALES.peer ? 'rubric' : aspect;
  return Array.from({ length: of[aspect] ?? 0 }, (_, at) => t(`feedback.a.${words}.${at + 1}` as TextKey));
}

const PREFIX = 'answer.';

export function fieldOf(question: string): string {
  return PREFIX + question;
}

/** What a form says: questions that were passed over are not in it. */
export function readAnswers(form: FormData): Record<string, number> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith(PREFIX) && /^[1-9]$/.test(String(value))
        ? [[name.slice(PREFIX.length), Number(value)]]
        : [],
    ),
  );
}
