import type { ConsentLedger } from '../../features/backpack/consents.schema.ts';
import { chooseText } from './content-text.ts';
import type { Locale, Translate } from './i18n.ts';
import { nameOfTerms } from './terms-words.ts';

export function sayAgreement(
  t: Translate,
  locale: Locale,
  { kind, ownerName, version }: ConsentLedger['agreements'][number]['terms'],
): string {
  const owner = chooseText(ownerName, locale).text;
  return `${t(nameOfTerms(kind))} – ${t('terms.by', { owner, version })}`;
}

export function sayShown(t: Translate, line: ConsentLedger['publications'][number]): string {
  if (line.act === 'withdrawn') return '–';
  const shown = [
    line.showName && t('consents.shows.name'),
    line.showResult && t('consents.shows.result'),
    line.showEvidence && t('consents.shows.evidence'),
    line.olderPlatforms && t('consents.shows.older'),
  ].filter((word) => word !== false);
  return shown.length > 0 ? shown.join(', ') : t('consents.shows.nothing');
}
