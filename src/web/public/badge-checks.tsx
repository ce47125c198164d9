import { CheckRows, useReportWords } from '../features/verification/report-view.tsx';
import { chooseText } from '../lib/content-text.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { renderRich } from '../lib/rich-text.tsx';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import type { BadgeData } from './load-badge.ts';

/** The checks stand on the page, not behind a click. */
export function BadgeChecks({ badge }: { readonly badge: BadgeData }) {
  const t = useT();
  return (
    <Section label={t('badge.checks')} note={t('badge.checks.note')} id="checks">
      {badge.report ? (
        <Rows report={badge.report} />
      ) : (
        <p className="measure text-ink2">{t('badge.unchecked.text')}</p>
      )}
      <div className="mt-5">
        <ButtonRow fill>
          <ButtonLink href={`/verify?${new URLSearchParams({ url: badge.url })}`}>
            {t('badge.check-again')}
          </ButtonLink>
          <ButtonLink href={`/c/${badge.id}.json`} download>
            {t('badge.download')}
          </ButtonLink>
          <Button type="button" variant="tertiary" data-copy={badge.url} className="needs-script">
            {t('badge.copy-link')}
          </Button>
        </ButtonRow>
      </div>
    </Section>
  );
}

function Rows({ report }: { readonly report: NonNullable<BadgeData['report']> }) {
  const { rows } = useReportWords(report);
  return <CheckRows rows={rows} />;
}

export function BadgeQuestions({ badge: { issuer } }: { readonly badge: BadgeData }) {
  const t = useT();
  const locale = useLocale();
  const name = chooseText(issuer.institution, locale).text;
  return (
    <Section label={t('badge.questions')} id="questions">
      <p className="measure">
        {issuer.email
          ? renderRich(t('badge.questions.email', { email: issuer.email }), {
              link: (words) => <a href={`mailto:${issuer.email}`}>{words}</a>,
            })
          : t('badge.questions.text', { name })}
      </p>
    </Section>
  );
}
