import type { TermsView } from '../../features/terms/terms.schema.ts';
import type { Locale, TextKey } from './i18n.ts';

const names = {
  'terms-of-service': 'terms.kind.terms-of-service',
  'staff-agreement': 'terms.kind.staff-agreement',
  'formal-award': 'terms.kind.formal-award',
  'informal-award': 'terms.kind.informal-award',
} as const satisfies Record<TermsView['kind'], TextKey>;

export function nameOfTerms(kind: TermsView['kind']): TextKey {
  return names[kind];
}

export function addressOfTerms({
  owner,
  kind,
  version,
}: Pick<TermsView, 'owner' | 'kind' | 'version'>): string {
  return `/terms/${owner}/${kind}?version=${version}`;
}

/** In the reader's language where it was written, else in the other one. */
export function partOf(
  texts: TermsView['texts'],
  locale: Locale,
): { readonly lang: Locale; readonly excerpt: string; readonly text: string } {
  const lang = texts[locale] ? locale : locale === 'nl' ? 'en' : 'nl';
  return { lang, ...(texts[lang] ?? { excerpt: '', text: '' }) };
}
