/** What a version of the Guide says that the one before did not. Pure. */
import type { Text } from '../../formats/index.ts';
import type { GuideDifference, GuideSection } from './guide.schema.ts';

export function compareGuides(
  before: readonly GuideSection[],
  after: readonly GuideSection[],
): GuideDifference {
  const find = (sections: readonly GuideSection[], code: string) => sections.find((one) => one.code === code);
  const present = ({ code, title }: GuideSection) => ({ code, title: { ...title } });
  return {
    added: after.filter(({ code }) => !find(before, code)).map(present),
    removed: before.filter(({ code }) => !find(after, code)).map(present),
    rewritten: after
      .filter((now) => {
        const was = find(before, now.code);
        return was && !(isEqual(was.title, now.title) && isEqual(was.text, now.text));
      })
      .map(present),
  };
}

/** The order of sections counts too, although it is nobody's news. */
export function isSameGuide(before: readonly GuideSection[], after: readonly GuideSection[]): boolean {
  const { added, removed, rewritten } = compareGuides(before, after);
  const isInOrder = after.every(({ code }, at) => before[at]?.code === code);
  return added.length + removed.length + rewritten.length === 0 && isInOrder;
}

function isEqual(one: Text, other: Text): boolean {
  const languages = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...languages].every((language) => one[language] === other[language]);
}
