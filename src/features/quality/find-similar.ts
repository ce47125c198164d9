import type { Tx } from '../../database/index.ts';
import type { DesignContent, Text } from '../../formats/index.ts';
import { contentOf, listNewestVersions } from '../designs/index.ts';

export type Similar = {
  readonly title: string;
  /** 0: nothing in common, 1: the same words. */
  readonly likeness: number;
  readonly url: string;
};

/** Below this two designs only share their trade. */
const ALIKE = 0.35;
const SHOWN = 5;

/** Words that say nothing about the subject. */
const COMMON = new Set(
  'a an and are as at by for from in into is of on or that the their to with een de het en van voor met in op te tot uit die dat aan door hun bij of'.split(
    ' ',
  ),
);

/** The nearest published designs, whoever offers them: by the words of title and outcomes (Sørensen–Dice). */
export async function findSimilar(tx: Tx, designId: string, content: DesignContent): Promise<Similar[]> {
  const own = wordsOf(content);
  const versions = await listNewestVersions(tx);
  return versions
    .filter((version) => version.designId !== designId)
    .map((version) => {
      const other = contentOf(version);
      return { title: titleOf(other.title), likeness: compareWords(own, wordsOf(other)), url: version.url };
    })
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, SHOWN);
}

function titleOf(title: Text): string {
  return title.en ?? Object.values(title)[0] ?? '';
}

function wordsOf({ title, outcomes }: DesignContent): ReadonlySet<string> {
  const texts = [title, ...outcomes.map(({ text }) => text)].flatMap((text) => Object.values(text));
  const words = texts.flatMap((text) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? []);
  return new Set(words.filter((word) => !COMMON.has(word)));
}

export function compareWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}
