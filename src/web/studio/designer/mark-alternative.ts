/** DESIGN 10: "Badge: title, kind, level, load, provider", never a description of the pattern. */
import type { DesignContent } from '../../../formats/facts.ts';
import { type ContentText, chooseText } from '../../lib/content-text.ts';
import { sayLevel, sayLoad } from '../../lib/design-words.ts';
import type { Locale, Translate } from '../../lib/i18n.ts';

type Draft = { readonly content: DesignContent; readonly unit: ContentText | null };

export function composeMarkAlternative(
  words: { readonly t: Translate; readonly locale: Locale },
  { content, unit }: Draft,
  institution: ContentText,
): string {
  const { t, locale } = words;
  const parts = [
    chooseText(content.title, locale).text,
    t(`kind.${content.kind}`).toLocaleLowerCase(),
    sayLevel(words, content.level),
    sayLoad(words, content.workload),
    chooseText(unit ?? institution, locale).text,
  ];
  return t('studio.image.alternative.text', { facts: parts.filter(Boolean).join(', ') });
}
