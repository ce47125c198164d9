/**
 * What may be said of answers: nothing of fewer than five, and nothing by which two readings differ in fewer than five.
 * Answers count in the order in which they were given, in whole fives; the groups that are shown never overlap, and no
 * total of them is. `feedback.store.ts` reads no others, and the table of figures takes no others. Pure.
 */
import type { Answers, Figure } from './feedback.schema.ts';

export const FEWEST = 5;

/** The first five, ten, fifteen …; what comes after waits until its five are whole. */
export function takeWholeFives<T>(inOrder: readonly T[]): T[] {
  return inOrder.slice(0, inOrder.length - (inOrder.length % FEWEST));
}

/**
 * @param inOrder of one version and kind, as they were given
 * @returns undefined where there are too few; a question that too few answered is left out
 */
export function countAnswers(
  inOrder: readonly Answers[],
  scales: ReadonlyMap<string, number>,
): { readonly n: number; readonly figures: readonly Figure[] } | undefined {
  const shown = takeWholeFives(inOrder);
  if (shown.length === 0) return undefined;
  const figures = [...scales].flatMap(([question, top]): Figure[] => {
    const values = takeWholeFives(shown.flatMap((answers) => answers[question] ?? []));
    if (values.length === 0) return [];
    const counts = Array.from({ length: top }, (_, at) => values.filter((value) => value === at + 1).length);
    return [{ question, n: values.length, counts }];
  });
  return { n: shown.length, figures };
}
