import type { VerificationReport } from '../../features/verification/verification.schema.ts';
import { CheckRows, ReportBar, useReportWords } from '../features/verification/report-view.tsx';
import { formatDay, formatInstantDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { type Fact, FactList } from '../ui/facts.tsx';
import { TextField } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { BlindMark } from '../ui/waarmerk.tsx';

export type Result = {
  readonly report: VerificationReport;
  /** The name of the file, the address. */
  readonly subject: string;
};

type VerifyResultProps = {
  readonly result: Result;
  readonly publicUrl: string;
  /** Set when it was asked by its address, so that the question can be asked again for another day. */
  readonly url: string;
};

export function VerifyResult({ result: { report, subject }, publicUrl, url }: VerifyResultProps) {
  const t = useT();
  const locale = useLocale();
  const words = useReportWords(report);
  const asOf = report.at ? t('verify.as-of', { date: formatInstantDay(locale, report.at) }) : undefined;
  return (
    <Page title={words.title}>
      <p className="s pt-5">
        <a href="/verify" className="inline-block py-0.5 text-ink2">
          {t('verify.another')}
        </a>
      </p>
      <h1 className="sr-only">{t('verify.title')}</h1>
      <div className="verify-bar">
        <ReportBar
          words={words}
          subject={[subject, asOf].filter(Boolean).join(' · ')}
          bleed
          action={<SaveReport report={report} />}
        />
      </div>
      <div className="verify-result grid12">
        <Identity report={report} format={words.format} publicUrl={publicUrl} />
        <div className="verify-findings">
          {words.failure && (
            <section className="verify-why">
              <h2 className="h3">{t('verify.why')}</h2>
              <p className="measure mt-1">{words.failure}</p>
            </section>
          )}
          <h2 className="h3 verify-checks-title">{t('verify.checks')}</h2>
          <CheckRows rows={words.rows} />
          <Inside reports={report.credentials ?? []} publicUrl={publicUrl} />
          <div className="mt-5">
            <ButtonRow fill>
              <ButtonLink href="/verify" variant="primary">
                {t('verify.another')}
              </ButtonLink>
            </ButtonRow>
          </div>
          {url !== '' && <AskAgain url={url} />}
        </div>
      </div>
    </Page>
  );
}

/** The credentials of a presentation, one below another, each as it would be by itself. */
function Inside({
  reports,
  publicUrl,
}: {
  readonly reports: readonly VerificationReport[];
  readonly publicUrl: string;
}) {
  const t = useT();
  return reports.map((report, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a credential has no other name that is its own
    <section key={index} className="verify-inside">
      <h2 className="h3">{t('verify.inside', { number: String(index + 1), count: reports.length })}</h2>
      <InsideReport report={report} publicUrl={publicUrl} />
    </section>
  ));
}

function InsideReport({
  report,
  publicUrl,
}: {
  readonly report: VerificationReport;
  readonly publicUrl: string;
}) {
  const words = useReportWords(report);
  return (
    <>
      <ReportBar words={words} />
      <Identity report={report} format={words.format} publicUrl={publicUrl} />
      <CheckRows rows={words.rows} />
    </>
  );
}

/** The report itself, signed, out of this page: it is kept nowhere else. */
function SaveReport({ report: { signed, ...report } }: { readonly report: VerificationReport }) {
  const t = useT();
  const text = JSON.stringify(signed ?? report, null, 2);
  const file = `data:application/json;charset=utf-8,${encodeURIComponent(text)}`;
  return (
    <ButtonLink href={file} download="verification-report.json">
      {t('verify.save')}
    </ButtonLink>
  );
}

function AskAgain({ url }: { readonly url: string }) {
  const t = useT();
  return (
    <form method="get" action="/verify" className="verify-line verify-again">
      <input type="hidden" name="url" value={url} />
      <TextField name="at" type="date" required label={t('verify.at.label')} />
      <Button>{t('verify.check')}</Button>
    </form>
  );
}

function Identity({
  report,
  format,
  publicUrl,
}: {
  readonly report: VerificationReport;
  readonly format: string;
  readonly publicUrl: string;
}) {
  const t = useT();
  const locale = useLocale();
  const { credential } = report;
  if (!credential)
    return (
      <div className="verify-identity">
        <BlindMark className="verify-mark" />
      </div>
    );
  const facts: readonly (Fact | false | undefined)[] = [
    {
      label: t('verify.credential'),
      value: <span className="t3">{credential.title || t('verify.no-title')}</span>,
    },
    credential.recipient !== undefined && {
      label: t('verify.holder'),
      value: (
        <>
          {credential.recipient}
          <span className="block s text-ink2">{t('verify.holder.name-stated')}</span>
        </>
      ),
    },
    { label: t('verify.issuer'), value: credential.issuer },
    // The day as it is written, with the issuer's own zone.
    credential.awardedDate !== undefined && {
      label: t('verify.awarded'),
      value: formatDay(locale, credential.awardedDate),
    },
    credential.validUntil !== undefined && {
      label: t('verify.valid-until'),
      value: formatInstantDay(locale, credential.validUntil),
    },
    { label: t('verify.format'), value: format },
  ];
  const mark = ownImage(report, publicUrl);
  return (
    <div className="verify-identity">
      {mark ? <img src={mark} alt="" className="verify-mark" /> : <BlindMark className="verify-mark" />}
      <FactList facts={facts.filter((fact): fact is Fact => typeof fact === 'object')} />
    </div>
  );
}

/** Only a picture of ours in a document that is untouched: a forged badge must not be dressed by this page. */
function ownImage({ checks, credential }: VerificationReport, publicUrl: string): string | undefined {
  const isProven = checks.some(({ id, outcome }) => id === 'issuer-known' && outcome === 'passed');
  const image = credential?.image;
  if (!isProven || image === undefined || !image.startsWith(`${publicUrl}/designs/`)) return undefined;
  return image.slice(publicUrl.length);
}
