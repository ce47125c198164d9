/** An outcome can be shown by someone who learned it elsewhere: it leans on no course, week, teacher or attendance. */
import type { Check, Fault } from '../finding.ts';
import { listJudgeable, primaryOf, tables } from './words/index.ts';

export const checkOutcomePath: Check = ({ content }, { check }) =>
  content.outcomes.flatMap(({ id, text }, at) =>
    listJudgeable(text, tables).flatMap(([language, words, { path }]): Fault[] => {
      const pointer = `/content/outcomes/${at}/text/${language}`;
      const found =
        path.map((pattern) => pattern.exec(words)?.[0]).find((hit) => hit !== undefined) ??
        check?.words?.[primaryOf(language)]?.find((word) => words.toLowerCase().includes(word.toLowerCase()));
      if (found !== undefined)
        return [{ pointer, reason: 'outcome-names-path', values: { outcome: id, words: found.trim() } }];
      const title = content.title[language];
      return title && namesTitle(words, title)
        ? [{ pointer, reason: 'outcome-names-title', values: { outcome: id, title } }]
        : [];
    }),
  );

/** A short title may be the subject itself; a long one, letter by letter, is the name of the course. */
function namesTitle(words: string, title: string): boolean {
  return title.trim().split(/\s+/).length >= 3 && words.includes(title.trim());
}
