/** From verb, object and context to the sentence that a credential says. Pure. */
import type { Dossier } from '../../../features/quality/dossier.schema.ts';
import type { DesignContent, Language, Text } from '../../../formats/facts.ts';

type Parts = Dossier['outcomes'][string];

/** Languages in which the infinitive stands last: "de diepte van grondwater op een kaart uitleggen". */
const VERB_LAST: ReadonlySet<Language> = new Set(['nl', 'de', 'fy', 'af']);

/** Empty until there is a verb and an object. */
export function composeSentence(parts: Parts | undefined, language: Language): string {
  const [verb, object, context] = [parts?.verb, parts?.object, parts?.context].map(
    (text) => text?.[language]?.trim().replace(/\s+/g, ' ').replace(/\.$/, '') ?? '',
  );
  if (!verb || !object) return '';
  const order = VERB_LAST.has(language) ? [object, context, verb] : [verb, object, context];
  const sentence = order.filter(Boolean).join(' ');
  return `${sentence.charAt(0).toLocaleUpperCase(language)}${sentence.slice(1)}.`;
}

export function isVerbLast(language: Language): boolean {
  return VERB_LAST.has(language);
}

/** In each language in which it can be said. */
export function composeOutcome(parts: Parts | undefined, languages: readonly Language[]): Text {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const sentence = composeSentence(parts, language);
      return sentence ? [[language, sentence]] : [];
    }),
  );
}

/** The content with the composed sentence as the text of one outcome; other languages keep theirs. */
export function takeOver(
  content: DesignContent,
  dossier: Dossier,
  outcome: string,
  languages: readonly Language[],
): DesignContent {
  const sentence = composeOutcome(dossier.outcomes[outcome], languages);
  return {
    ...content,
    outcomes: content.outcomes.map((one) =>
      one.id === outcome ? { ...one, text: { ...one.text, ...sentence } } : one,
    ),
  };
}
