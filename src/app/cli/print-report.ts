/** A report for a prompt, in the words of the pages. */
import type { VerificationReport } from '../../features/verification/index.ts';
import { formatInstantDay } from '../../web/lib/formatting.ts';
import { makeTranslate } from '../../web/lib/i18n.ts';
import { type ReportState, sayReport } from '../../web/lib/report-words.ts';
import { en } from '../../web/locales/en.ts';

const SIGNS = { passed: '✓', warning: '!', failed: '✗', 'not-checked': '–' } as const satisfies Record<
  ReportState,
  string
>;

export function printReport(report: VerificationReport): string {
  const language = { t: makeTranslate('en', en), locale: 'en' } as const;
  const words = sayReport(language, report);
  const width = Math.max(...words.rows.map((row) => row.name.length));
  const lines = words.rows.flatMap(({ outcome, name, finding, note }) => [
    `  ${SIGNS[outcome]} ${name.padEnd(width)}  ${finding}`,
    ...(note ? [`    ${' '.repeat(width)}  ${note}`] : []),
  ]);
  const { credential } = report;
  const about = credential
    ? [
        credential.title,
        credential.recipient ? `Holder: ${credential.recipient}` : '',
        `Issuer: ${credential.issuer}`,
        credential.awardedDate ? `Awarded: ${formatInstantDay('en', credential.awardedDate)}` : '',
        `Format: ${words.format}`,
      ].filter(Boolean)
    : [];
  return `${[
    `${SIGNS[words.state]} ${words.title}`,
    `  ${words.counts} · ${words.checkedAt}${report.at ? ` · ${language.t('verify.as-of', { date: formatInstantDay('en', report.at) })}` : ''}`,
    '',
    ...about.map((line) => `  ${withoutControls(line)}`),
    ...(about.length > 0 ? [''] : []),
    ...lines.map(withoutControls),
    ...(report.credentials ?? []).map((one) => `\n${printReport(one).trimEnd()}`),
  ].join('\n')}\n`;
}

/** A credential's title must not move a terminal's cursor. */
function withoutControls(line: string): string {
  return line.replace(/\p{Cc}/gu, ' ');
}
