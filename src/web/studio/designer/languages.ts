/** The languages of a design and its texts. Pure. */
import type { DesignContent, Language, Text } from '../../../formats/facts.ts';

/** The default language first. A language is there when the title has words in it. */
export function languagesOf(content: DesignContent): readonly Language[] {
  const others = Object.keys(content.title).filter((language) => language !== content.defaultLanguage);
  return [content.defaultLanguage, ...others.sort()];
}

/** Every text of the content put through `change`. */
export function mapTexts(content: DesignContent, change: (text: Text) => Text): DesignContent {
  const optional = <Name extends string>(name: Name, text: Text | undefined) => {
    const changed = text && change(text);
    return (changed && Object.keys(changed).length > 0 ? { [name]: changed } : {}) as {
      [key in Name]?: Text;
    }; // the key is `name`
  };
  const { passRule, prerequisites, audience, furtherInformation, stackability, qualityAssurance, ...rest } =
    content;
  return {
    ...rest,
    title: change(content.title),
    description: change(content.description),
    outcomes: content.outcomes.map((outcome) => ({ ...outcome, text: change(outcome.text) })),
    assessments: content.assessments.map(({ description, identityCheck, grading, ...assessment }) => ({
      ...assessment,
      title: change(assessment.title),
      ...optional('description', description),
      ...optional('identityCheck', identityCheck),
      ...optional('grading', grading),
    })),
    ...(qualityAssurance
      ? {
          qualityAssurance: {
            type: qualityAssurance.type,
            ...(qualityAssurance.url ? { url: qualityAssurance.url } : {}),
            ...optional('framework', qualityAssurance.framework),
            statement: change(qualityAssurance.statement),
          },
        }
      : {}),
    ...(stackability
      ? { stackability: { kind: stackability.kind, ...optional('statement', stackability.statement) } }
      : {}),
    ...optional('passRule', passRule),
    ...optional('prerequisites', prerequisites),
    ...optional('audience', audience),
    ...optional('furtherInformation', furtherInformation),
  };
}

export function withoutLanguage(content: DesignContent, language: Language): DesignContent {
  return mapTexts(content, ({ [language]: _, ...others }) => others);
}

/** How many of the texts that there are have words in each language. */
export function countTexts(
  content: DesignContent,
  language: Language,
): { readonly done: number; readonly all: number } {
  let done = 0;
  let all = 0;
  mapTexts(content, (text) => {
    if (Object.keys(text).length > 0) all += 1;
    if (text[language]) done += 1;
    return text;
  });
  return { done, all };
}
