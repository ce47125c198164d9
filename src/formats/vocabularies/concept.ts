/** A value of a controlled list: what is stored is `code`, what is signed is `uri`, what is read is `labels`. */
import type { Text } from '../facts.ts';

export type Concept = {
  readonly code: string;
  readonly uri: string;
  readonly labels: Text & { readonly en: string; readonly nl: string };
};

export type Vocabulary = {
  readonly id: string;
  /** URI of the concept scheme; absent where the list has none. */
  readonly scheme?: string;
  /** What `targetFramework` says in a badge. */
  readonly names: Text & { readonly en: string; readonly nl: string };
  readonly concepts: readonly Concept[];
};

const SNB = 'http://data.europa.eu/snb';

/** A list of the European Learning Model: all share one base and one name for their scheme. */
export function defineEuropeanList(
  id: string,
  names: { readonly en: string; readonly nl: string },
  rows: readonly (readonly [code: string, en: string, nl: string])[],
): Vocabulary {
  return {
    id,
    scheme: `${SNB}/${id}/25831c2`,
    names,
    concepts: rows.map(([code, en, nl]) => ({ code, uri: `${SNB}/${id}/${code}`, labels: { en, nl } })),
  };
}
