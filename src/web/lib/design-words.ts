/** What is stored as numbers and codes, in words for the reader. */
import type { DesignContent } from '../../formats/facts.ts';
import { labelOf, type VocabularyName } from '../../formats/vocabularies.ts';
import type { Locale, TextKey, Translate } from './i18n.ts';

type Words = { readonly t: Translate; readonly locale: Locale };

export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** "English" */
export function nameLanguage(locale: Locale, language: string): string {
  try {
    return capitalise(new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language);
  } catch {
    return language; // what somebody typed that is no language: the server refuses it, and the form shows it again
  }
}

/** "Netherlands" */
export function nameCountry(locale: Locale, country: string): string {
  return new Intl.DisplayNames([locale], { type: 'region' }).of(country.toUpperCase()) ?? country;
}

export function nameConcept(locale: Locale, vocabulary: VocabularyName, code: string): string {
  return capitalise(labelOf(vocabulary, code, locale));
}

/** The European list speaks of "presential" and "workbased"; people do not. */
const forms: Readonly<Record<string, TextKey>> = {
  '9191af2ed9': 'form.on-site',
  '920fbb3cbe': 'form.online',
  e92d221e4d: 'form.blended',
  '729f3bed4b': 'form.workplace',
  '7813801c77': 'form.project',
  ed4c557045: 'form.laboratory',
};

export function nameForm({ t, locale }: Words, code: string): string {
  const key = forms[code];
  return key ? t(key) : nameConcept(locale, 'participation', code);
}

/** "On site, work-based" */
export function nameForms(words: Words, codes: readonly string[]): string {
  const [first = '', ...rest] = codes.map((code) => nameForm(words, code));
  return [first, ...rest.map((name) => name.toLocaleLowerCase())].join(', ');
}

export function nameLanguages(locale: Locale, languages: readonly string[]): string {
  return languages.map((language) => nameLanguage(locale, language)).join(', ');
}

/** "EQF 7 · NLQF 7", or undefined where no level is claimed. */
export function sayLevel({ t }: Words, { eqf, nlqf }: DesignContent['level']): string | undefined {
  const national = nlqf ? /(\d\+?)$/.exec(labelOf('nlqf', nlqf, 'en'))?.[1] : undefined;
  if (eqf === undefined) return national ? `NLQF ${national}` : undefined;
  return national ? t('level.both', { eqf, nlqf: national }) : t('level.eqf', { level: eqf });
}

/** "5 EC · 140 hours" */
export function sayLoad({ t }: Words, { ects, hours, other }: DesignContent['workload']): string | undefined {
  if (ects !== undefined && hours !== undefined) return t('load.both', { ects, hours });
  if (ects !== undefined) return t('load.ects', { amount: ects });
  if (hours !== undefined) return t('load.hours', { count: hours });
  return other ? `${other.amount} ${other.unit}` : undefined;
}

/** "Written examination, portfolio" */
export function nameAssessmentTypes(locale: Locale, codes: readonly string[]): string {
  return capitalise([...new Set(codes)].map((code) => labelOf('assessment', code, locale)).join(', '));
}

export function nameSupervision(
  { locale }: Words,
  content: Pick<DesignContent, 'assessments'>,
): string | undefined {
  const forms = new Set(
    content.assessments.flatMap(({ supervision }) =>
      supervision ? [labelOf('supervision', supervision, locale)] : [],
    ),
  );
  return forms.size > 0 ? capitalise([...forms].join('; ')) : undefined;
}
