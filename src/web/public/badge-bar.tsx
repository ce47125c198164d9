import { ReportBar, useReportWords } from '../features/verification/report-view.tsx';
import { formatDay } from '../lib/formatting.ts';
import type { Translate } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { StatusBar } from '../ui/status-bar.tsx';
import type { BadgeData } from './badge.tsx';

/**
 * The verdict, the full width of the page. What the issuer itself has ended is never shown as standing, whatever a
 * report of a moment ago says; and without a report nothing was checked.
 */
export function BadgeBar({ badge }: { readonly badge: BadgeData }) {
  const t = useT();
  return (
    <div className="badge-bar">
      {badge.state !== 'valid' && badge.report?.verdict !== 'failed' ? (
        <EndedBar badge={badge} />
      ) : badge.report ? (
        <CheckedBar report={badge.report} />
      ) : (
        <StatusBar
          state="not-checked"
          title={t('badge.unchecked.title')}
          note={t('badge.unchecked.text')}
          bleed
        />
      )}
    </div>
  );
}

function CheckedBar({ report }: { readonly report: NonNullable<BadgeData['report']> }) {
  const t = useT();
  const words = useReportWords(report);
  return (
    <ReportBar words={words} bleed action={<ButtonLink href="#checks">{t('badge.see-checks')}</ButtonLink>} />
  );
}

function EndedBar({ badge }: { readonly badge: BadgeData }) {
  const t = useT();
  const locale = useLocale();
  const on = badge.state === 'expired' ? badge.expiresOn : badge.revocation?.on;
  const date = on ? formatDay(locale, on) : '';
  return <StatusBar state="failed" title={sayEnd(t, badge.state, date)} bleed />;
}

function sayEnd(t: Translate, state: BadgeData['state'], date: string): string {
  if (state === 'expired') return t('verdict.failed.expired', { date });
  if (state === 'superseded') return t('badge.ended.superseded', { date });
  return date ? t('verdict.failed.revoked', { date }) : t('verdict.failed.revoked-undated');
}
