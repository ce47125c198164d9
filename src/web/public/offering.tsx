import { type ContentText, chooseText } from '../lib/content-text.ts';
import { useLocale, useT } from '../lib/language.tsx';

type OfferingProps = {
  readonly institution: ContentText;
  /** The issuing unit first, then its partners. */
  readonly units: readonly ContentText[];
};

/** "University of Groningen, Faculty of Philosophy with Faculty of Religion, Culture and Society". */
export function Offering({ institution, units }: OfferingProps) {
  const t = useT();
  const locale = useLocale();
  const [issuing, ...partners] = units.map((unit) => chooseText(unit, locale).text);
  const names = [chooseText(institution, locale).text, ...(issuing ? [issuing] : [])].join(', ');
  return partners.length === 0
    ? names
    : t('offering.with', {
        names,
        partners: new Intl.ListFormat(locale, { type: 'conjunction' }).format(partners),
      });
}
