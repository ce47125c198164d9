/** What somebody typed to find a skill, in parts that the database can be asked for. Pure. */

export type Term = {
  /** One word that may be the beginning of a longer one, or several in this order. */
  readonly words: readonly string[];
  readonly without: boolean;
};

const MAX_TERMS = 8;

/** As search engines read: `"in this order"`, `-without`. What is neither letter nor digit parts words. */
export function readTerms(text: string): Term[] {
  const parts = text.matchAll(/(-?)(?:"([^"]*)"|(\S+))/gu);
  return [...parts]
    .flatMap(([, minus, phrase, word]) => {
      const words = (phrase ?? word ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.length === 0) return [];
      if (phrase !== undefined) return [{ words, without: minus === '-' }];
      return words.map((one) => ({ words: [one], without: minus === '-' }));
    })
    .slice(0, MAX_TERMS);
}
