/** A language in which something is told is one in which everything is told. */
import type { Text } from '../../../formats/index.ts';
import type { Check, Judged } from '../finding.ts';

export const checkLanguages: Check = ({ content }) => {
  const texts = listTexts(content);
  const languages = new Set([content.defaultLanguage, ...texts.flatMap(([, text]) => Object.keys(text))]);
  return texts.flatMap(([pointer, text]) =>
    [...languages]
      .filter((language) => !text[language]?.trim())
      .sort()
      .map((language) => ({ pointer, reason: 'language-incomplete', values: { language } }) as const),
  );
};

/** What is empty in every language is missing, which other criteria tell; but for the description, which none asks for. */
function listTexts(content: Judged['content']): (readonly [pointer: string, text: Text])[] {
  const told = [
    ['/content/title', content.title] as const,
    ...content.outcomes.map(({ text }, at) => [`/content/outcomes/${at}/text`, text] as const),
    ...content.assessments.flatMap(({ title, description }, at) => [
      [`/content/assessments/${at}/title`, title] as const,
      ...(description ? [[`/content/assessments/${at}/description`, description] as const] : []),
    ]),
  ].filter(([, text]) => Object.keys(text).length > 0);
  return [['/content/description', content.description], ...told];
}
