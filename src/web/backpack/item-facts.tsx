import type { BackpackDetail } from '../../features/backpack/backpack.schema.ts';
import type { DesignContent } from '../../formats/facts.ts';
import { sayGrade } from '../../formats/grades.ts';
import { capitalise, nameForms, nameLanguage, sayLevel, sayLoad } from '../lib/design-words.ts';
import { formatDay, formatInstant } from '../lib/formatting.ts';
import type { TextKey } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { FactList } from '../ui/facts.tsx';

const assurances = {
  institution: 'name.verified',
  issuer: 'name.stated',
  holder: 'name.confirmed',
} as const satisfies Record<string, TextKey>;

type ItemFactsProps = {
  readonly item: Omit<BackpackDetail, 'content'> & { readonly content: DesignContent };
};

/** Everything the holder may know of this award. */
export function ItemFacts({ item }: ItemFactsProps) {
  const t = useT();
  const locale = useLocale();
  const words = { t, locale };
  const { content } = item;
  const rows = [
    [
      t('backpack.fact.name'),
      item.recipientName && `${item.recipientName} (${t(assurances[item.nameSource])})`,
    ],
    [
      t('backpack.fact.result'),
      item.result && capitalise(sayGrade(content.gradeScheme, item.result, locale)),
    ],
    [t('backpack.fact.awarded'), formatDay(locale, item.awardedOn)],
    [t('fact.validity'), item.expiresOn ? formatDay(locale, item.expiresOn) : t('fact.validity.none')],
    [t('fact.load'), sayLoad(words, content.workload)],
    [t('fact.level'), sayLevel(words, content.level)],
    [t('fact.form'), nameForms(words, content.participation)],
    [t('backpack.fact.language'), nameLanguage(locale, item.language)],
    [t('backpack.fact.claimed'), item.claimedAt && formatInstant(locale, item.claimedAt)],
    [t('backpack.fact.motivation'), item.narrative],
  ] as const;
  return (
    <>
      <FactList facts={rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))} />
      {item.evidence.length > 0 && (
        <>
          <h3 className="h3 mt-6">{t('backpack.fact.evidence')}</h3>
          <ul className="rows mt-2">
            {item.evidence.map((one) => (
              <li key={`${one.url} ${one.name}`} className="py-2">
                {one.url ? (
                  <a href={one.url} rel="noreferrer">
                    {one.name ?? one.url}
                  </a>
                ) : (
                  <b>{one.name}</b>
                )}
                {one.narrative && <p className="text-ink2">{one.narrative}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-4">
        <a href={`/designs/${item.design.id}/versions/${item.design.version}`}>{t('claim.about-design')}</a>
      </p>
    </>
  );
}
