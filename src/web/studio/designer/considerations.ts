/** What a careful colleague would remark on a draft. None of it blocks. Pure. */
import type { DesignContent } from '../../../formats/facts.ts';
import { countTexts, languagesOf } from './languages.ts';
import type { SectionId } from './sections.ts';

export type Consideration = {
  readonly kind: 'unobservable' | 'proves-nothing' | 'unsupervised' | 'untranslated';
  readonly section: SectionId;
  readonly anchor?: string;
  /** What the sentence speaks of: a number, a verb, a language. */
  readonly values: Readonly<Record<string, string | number>>;
};

/** Verbs of the mind: nobody can see whether someone does it. */
const UNOBSERVABLE =
  /^(understands?|knows?|learns?|is aware|be aware|appreciates?|begrijpt?|begrijpen|kent|kennen|weet|weten|snapt?|leert|leren)\b/i;
const UNSUPERVISED = new Set(['df2880c5cb', 'c598449d64']);

export function considerDraft(content: DesignContent): readonly Consideration[] {
  return [
    ...content.outcomes.flatMap(({ id, text }, index): readonly Consideration[] => {
      const words = (text[content.defaultLanguage] ?? '').replace(/^(you can|u kunt|kan|can)\s+/i, '');
      const verb = UNOBSERVABLE.exec(words)?.[0];
      return verb
        ? [
            {
              kind: 'unobservable',
              section: 'outcomes',
              anchor: `row-${id}`,
              values: { number: index + 1, verb },
            },
          ]
        : [];
    }),
    ...content.assessments.flatMap(({ id, title }): readonly Consideration[] =>
      content.outcomes.length > 0 && !content.provenBy.some(({ assessment }) => assessment === id)
        ? [
            {
              kind: 'proves-nothing',
              section: 'alignment',
              values: { name: title[content.defaultLanguage] ?? id },
            },
          ]
        : [],
    ),
    ...considerSupervision(content),
    ...languagesOf(content).flatMap((language): readonly Consideration[] => {
      const { done, all } = countTexts(content, language);
      return done < all && language !== content.defaultLanguage
        ? [{ kind: 'untranslated', section: 'languages', values: { language, count: all - done } }]
        : [];
    }),
  ];
}

function considerSupervision({ assessments }: DesignContent): readonly Consideration[] {
  const weight = assessments
    .filter(({ supervision }) => supervision && UNSUPERVISED.has(supervision))
    .reduce((sum, one) => sum + (one.weight ?? 0), 0);
  return weight >= 50 ? [{ kind: 'unsupervised', section: 'assessments', values: { weight } }] : [];
}
