import type { ShownApproval } from '../../features/quality/quality.schema.ts';
import { formatDay, formatInstantDay } from '../lib/formatting.ts';
import type { Locale, Translate } from '../lib/i18n.ts';
import { Content } from '../ui/content-text.tsx';
import type { Fact } from '../ui/facts.tsx';

/** By whom, when and under which rules exactly this version was approved; or that it never was, in so many words. */
export function sayApproval(
  { t, locale }: { readonly t: Translate; readonly locale: Locale },
  { approval, unjudged, reviewDue }: ShownApproval,
): readonly Fact[] {
  if (!approval) return unjudged ? [{ label: t('approval.label'), value: t('approval.unjudged') }] : [];
  return [
    {
      label: t('approval.label'),
      value: (
        <>
          {t(`approval.by.${approval.body}`, { date: formatInstantDay(locale, approval.at) })}
          {' · '}
          <a href={approval.url}>{t('approval.signed')}</a>
        </>
      ),
    },
    {
      label: t('approval.rules'),
      value: (
        <>
          <Content text={approval.pack.name} /> ({approval.pack.ref})
        </>
      ),
    },
    ...(reviewDue ? [{ label: t('approval.review'), value: formatDay(locale, reviewDue) }] : []),
  ];
}
