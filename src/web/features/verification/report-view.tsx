/** A report on a page: the bar with the verdict, and the checks in the order in which they ran. */
import type { ReactNode } from 'react';
import type { VerificationReport } from '../../../features/verification/verification.schema.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { type ReportWords, sayReport } from '../../lib/report-words.ts';
import { CheckList } from '../../ui/check-list.tsx';
import { StatusBar } from '../../ui/status-bar.tsx';

export function useReportWords(report: VerificationReport): ReportWords {
  const t = useT();
  return sayReport({ t, locale: useLocale() }, report);
}

type ReportBarProps = {
  readonly words: ReportWords;
  /** What was checked, before the time: the name of a file, an address. */
  readonly subject?: string | undefined;
  readonly action?: ReactNode;
  readonly bleed?: boolean;
};

export function ReportBar({ words, subject, action, bleed }: ReportBarProps) {
  return (
    <StatusBar
      state={words.state}
      title={words.title}
      note={[words.counts, subject, words.checkedAt].filter(Boolean).join(' · ')}
      action={action}
      {...(bleed ? { bleed } : {})}
      announce="assertive"
    />
  );
}

export function CheckRows({ rows }: { readonly rows: ReportWords['rows'] }) {
  return (
    <CheckList
      checks={rows.map(({ id, name, outcome, finding, note, detail }) => ({
        id,
        name,
        state: outcome,
        finding,
        ...(note ? { note } : {}),
        ...(detail.length > 0 ? { details: <DetailList detail={detail} /> } : {}),
      }))}
    />
  );
}

function DetailList({ detail }: { readonly detail: ReportWords['rows'][number]['detail'] }) {
  return (
    <dl>
      {detail.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="mono">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
