/** A title promises no degree, no diploma and no state. */
import type { Check, Fault } from '../finding.ts';
import { listJudgeable, primaryOf, tables } from './words/index.ts';

export const checkTitleWords: Check = ({ content }, { check }) =>
  listJudgeable(content.title, tables).flatMap(([language, title, { titles }]): Fault[] => {
    const found =
      titles
        .filter(({ unless }) => !unless?.test(title))
        .map(({ word }) => word.exec(title)?.[0])
        .find((hit) => hit !== undefined) ??
      check?.words?.[primaryOf(language)]?.find((word) => hasWord(title, word));
    return found === undefined
      ? []
      : [
          {
            pointer: `/content/title/${language}`,
            reason: 'title-misleads',
            values: { word: found.replace(/^[^\p{L}]+/u, '') },
          },
        ];
  });

function hasWord(title: string, word: string): boolean {
  return title
    .toLowerCase()
    .split(/[^\p{L}\p{N}'-]+/u)
    .includes(word.toLowerCase());
}
