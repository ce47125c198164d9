/** What a language must tell before its texts can be judged. A language without a table is not judged. */
import type { Text } from '../../../../formats/index.ts';

export type VerbFault =
  | { readonly reason: 'outcome-verb-unobservable'; readonly verb: string }
  | { readonly reason: 'outcome-without-verb' };

export type WordTable = {
  /** The verb of a learning outcome: what is wrong with it, if anything. `more`: verbs that a pack forbids too. */
  readonly judgeVerb: (text: string, more: readonly string[]) => VerbFault | undefined;
  /** Where a text leans on a course, its weeks, its people or being there. */
  readonly path: readonly RegExp[];
  /** Words that promise more in a title than there is; not where `unless` fits as well. */
  readonly titles: readonly { readonly word: RegExp; readonly unless?: RegExp }[];
  /** How the average participant is called. */
  readonly average: RegExp;
  readonly complaint: RegExp;
  readonly appeal: RegExp;
};

/** `nl-be` is judged as `nl`. */
export function primaryOf(language: string): string {
  return language.split('-', 1)[0] ?? language;
}

/** The texts that can be judged, with the table of their language. */
export function listJudgeable<T>(
  text: Text | undefined,
  tables: Readonly<Record<string, T>>,
): readonly (readonly [language: string, words: string, table: T])[] {
  return Object.entries(text ?? {}).flatMap(([language, words]) => {
    const table = tables[primaryOf(language)];
    return table === undefined ? [] : [[language, words, table] as const];
  });
}
