import type { VerificationReport } from '../../features/verification/verification.schema.ts';
import { CheckRows, useReportWords } from '../features/verification/report-view.tsx';
import { toCsv } from '../lib/csv.ts';
import { formatDay } from '../lib/formatting.ts';
import type { Locale, Translate } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { sayReport } from '../lib/report-words.ts';
import { ButtonLink, ButtonRow } from '../ui/button.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { StateMark } from '../ui/state-mark.tsx';
import { Table } from '../ui/table.tsx';
import type { Result } from './verify-result.tsx';

/** Many credentials at once: a line for each, and under it all that one alone would show. */
export function VerifyMany({ results }: { readonly results: readonly Result[] }) {
  const t = useT();
  const locale = useLocale();
  const count = (verdict: VerificationReport['verdict']) =>
    results.filter(({ report }) => report.verdict === verdict).length;
  const summary = (['verified', 'failed', 'incomplete'] as const)
    .map((verdict) => ({ verdict, count: count(verdict) }))
    .filter((one) => one.count > 0)
    .map((one) => t(`verify.many.${one.verdict}`, { count: one.count }))
    .join(' · ');
  return (
    <Page title={t('verify.many.title', { count: results.length })}>
      <PageHead title={t('verify.many.title', { count: results.length })} look="h1" lead={summary} />
      <div className="mt-5">
        <ButtonRow fill>
          <ButtonLink href="/verify" variant="primary">
            {t('verify.another')}
          </ButtonLink>
          <ButtonLink href={csvAddress(t, locale, results)} download="verification.csv">
            {t('verify.many.csv')}
          </ButtonLink>
          <ButtonLink href={reportsAddress(results)} download="verification-reports.json">
            {t('verify.many.save')}
          </ButtonLink>
        </ButtonRow>
      </div>
      <div className="verify-many">
        <Table
          caption={t('verify.checks')}
          rows={results.map((result, index) => ({ ...result, key: String(index) }))}
          rowKey={({ key }) => key}
          finding={({ report }) => (report.verdict === 'failed' ? 'failed' : undefined)}
          columns={[
            { key: 'file', head: t('verify.many.file'), cell: (row) => <File result={row} /> },
            {
              key: 'answer',
              head: t('verify.many.answer'),
              cell: ({ report }) => <Answer report={report} />,
            },
            {
              key: 'holder',
              head: t('verify.holder'),
              cell: ({ report }) => report.credential?.recipient ?? t('verify.many.unnamed'),
            },
            {
              key: 'issuer',
              head: t('verify.issuer'),
              cell: ({ report }) => report.credential?.issuer || t('verify.many.unnamed'),
            },
          ]}
        />
      </div>
    </Page>
  );
}

function File({ result: { report, subject } }: { readonly result: Result }) {
  const t = useT();
  const locale = useLocale();
  const { title, awardedDate } = report.credential ?? {};
  return (
    <>
      <span className="block">{title || t('verify.no-title')}</span>
      <span className="s block text-ink2">
        {[subject, awardedDate && formatDay(locale, awardedDate)].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}

function Answer({ report }: { readonly report: VerificationReport }) {
  const t = useT();
  const words = useReportWords(report);
  return (
    <>
      <StateMark state={words.state} />
      <span className="s block text-ink2">{words.title}</span>
      <details className="check-details">
        <summary>{t('frame.details')}</summary>
        <CheckRows rows={words.rows} />
      </details>
    </>
  );
}

function csvAddress(t: Translate, locale: Locale, results: readonly Result[]): string {
  const head = ['file', 'answer', 'credential', 'holder', 'issuer', 'awarded', 'valid-until', 'why'] as const;
  const rows = results.map(({ report, subject }) => {
    const { credential } = report;
    const words = sayReport({ t, locale }, report);
    return [
      subject,
      t(`verify.many.cell.${report.verdict}`),
      credential?.title ?? '',
      credential?.recipient ?? '',
      credential?.issuer ?? '',
      credential?.awardedDate?.slice(0, 10) ?? '',
      credential?.validUntil?.slice(0, 10) ?? '',
      words.failure ?? words.title,
    ];
  });
  const text = toCsv([head.map((name) => t(`verify.many.head.${name}`)), ...rows]);
  return `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
}

/** Signed where there is a key to sign with; the reports as they are where there is none. */
function reportsAddress(results: readonly Result[]): string {
  const reports = results.map(({ report: { signed, ...report } }) => signed ?? report);
  return `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(reports, null, 2))}`;
}
