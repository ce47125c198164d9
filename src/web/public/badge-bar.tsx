import { ReportBar, useReportWords } from '../features/verification/report-view.tsx';
import { formatDay } from '../lib/formatting.ts';
import type { Locale, Translate } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { StatusBar } from '../ui/status-bar.tsx';
import type { BadgeData } from './load-badge.ts';

/**
 * The verdict, the full width of the page. What the issuer itself has ended is never shown as standing, whatever a
 * report of a moment ago says; and without a report nothing was checked.
 */
export function BadgeBar({ badge }: { readonly badge: BadgeData }) {
  return (
    <div className="badge-bar">
      {badge.report ? <CheckedBar badge={badge} report={badge.report} /> : <UncheckedBar badge={badge} />}
    </div>
  );
}

type CheckedBarProps = {
  readonly badge: BadgeData;
  readonly report: NonNullable<BadgeData['report']>;
};

function CheckedBar({ badge, report }: CheckedBarProps) {
  const t = useT();
  const locale = useLocale();
  const words = useReportWords(report);
  // Only we know that another took its place; and our own word that it ended outweighs a report that missed it.
  const ended = badge.state === 'superseded' || (badge.state !== 'valid' && report.verdict !== 'failed');
  return (
    <ReportBar
      words={ended ? { ...words, state: 'failed', title: sayEnd({ t, locale }, badge) } : words}
      bleed
      action={<ButtonLink href="#checks">{t('badge.see-checks')}</ButtonLink>}
    />
  );
}

function UncheckedBar({ badge }: { readonly badge: BadgeData }) {
  const t = useT();
  const locale = useLocale();
  if (badge.state !== 'valid') return <StatusBar state="failed" title={sayEnd({ t, locale }, badge)} bleed />;
  return (
    <StatusBar
      state="not-checked"
      title={t('badge.unchecked.title')}
      note={t('badge.unchecked.text')}
      bleed
    />
  );
}

function sayEnd(
  { t, locale }: { readonly t: Translate; readonly locale: Locale },
  { state, expiresOn, revocation }: BadgeData,
): string {
  const on = state === 'expired' ? expiresOn : revocation?.on;
  const date = on ? formatDay(locale, on) : '';
  if (state === 'expired') return t('verdict.failed.expired', { date });
  if (state === 'superseded') return t('badge.ended.superseded', { date });
  return date ? t('verdict.failed.revoked', { date }) : t('verdict.failed.revoked-undated');
}
