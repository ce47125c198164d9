import { data, redirect } from 'react-router';
import { type ConsentLedger, consentLedgerSchema } from '../../features/backpack/consents.schema.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { sayAgreement, sayShown } from '../lib/consent-words.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { formatInstant } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { addressOfTerms } from '../lib/terms-words.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/consents.ts';
import { AccountTabs } from './account-tabs.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  if (!context.get(appContext).session.person) throw redirect('/sign-in?returnTo=/account/consents');
  return await readApi(context, '/api/v1/account/consents', consentLedgerSchema);
}

export async function action({ context, request }: Route.ActionArgs) {
  const terms = String((await request.formData()).get('terms') ?? '');
  const sent = await sendApi(context, `/api/v1/agreements/${encodeURIComponent(terms)}`, {
    method: 'DELETE',
  });
  if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
  return redirectWithMessage(context, '/account/consents', { key: 'consents.done' });
}

export default function Consents({ loaderData: ledger, actionData }: Route.ComponentProps) {
  const t = useT();
  return (
    <Page title={t('account.tab.consents')}>
      <PageHead title={t('account.tab.consents')} lead={t('consents.lead')} />
      <AccountTabs current="/account/consents" />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      <Section label={t('consents.agreements')}>
        <Agreements lines={ledger.agreements} />
      </Section>
      <Section label={t('consents.publications')}>
        <Publications lines={ledger.publications} />
      </Section>
      <Section label={t('consents.download')}>
        <ButtonRow fill>
          <ButtonLink href="/account/consents.csv">{t('consents.download.csv')}</ButtonLink>
          <ButtonLink href="/account/consents.json">{t('consents.download.json')}</ButtonLink>
        </ButtonRow>
      </Section>
    </Page>
  );
}

function Agreements({ lines }: { readonly lines: ConsentLedger['agreements'] }) {
  const t = useT();
  const locale = useLocale();
  if (lines.length === 0) return <p>{t('consents.agreements.none')}</p>;
  return (
    <Table
      caption={t('consents.agreements')}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          head: t('consents.what'),
          cell: ({ terms }) => <a href={addressOfTerms(terms)}>{sayAgreement(t, locale, terms)}</a>,
        },
        { key: 'act', head: t('consents.act'), cell: ({ act }) => t(`consents.${act}`) },
        { key: 'when', head: t('consents.when'), cell: ({ at }) => formatInstant(locale, at) },
        {
          key: 'now',
          head: t('consents.now'),
          cell: ({ stands, terms }) => (stands ? <Withdraw terms={terms.id} /> : t('consents.over')),
        },
      ]}
    />
  );
}

/** What it means is said before it is done. */
function Withdraw({ terms }: { readonly terms: string }) {
  const t = useT();
  return (
    <>
      {t('consents.stands')}
      <details className="s">
        <summary className="text-link">{t('consents.withdraw.open')}</summary>
        <form method="post" className="mt-2">
          <input type="hidden" name="terms" value={terms} />
          <p className="measure">{t('consents.withdraw.means')}</p>
          <Button variant="destructive" dense className="mt-2">
            {t('consents.withdraw')}
          </Button>
        </form>
      </details>
    </>
  );
}

function Publications({ lines }: { readonly lines: ConsentLedger['publications'] }) {
  const t = useT();
  const locale = useLocale();
  if (lines.length === 0) return <p>{t('consents.publications.none')}</p>;
  return (
    <Table
      caption={t('consents.publications')}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          head: t('consents.what'),
          cell: ({ award, title }) => <a href={`/backpack/${award}`}>{title}</a>,
        },
        {
          key: 'act',
          head: t('consents.act'),
          cell: ({ act }) => t(act === 'withdrawn' ? 'consents.private' : `consents.${act}`),
        },
        { key: 'shows', head: t('consents.shows'), cell: (line) => sayShown(t, line) },
        { key: 'when', head: t('consents.when'), cell: ({ at }) => formatInstant(locale, at) },
        {
          key: 'now',
          head: t('consents.now'),
          cell: ({ stands }) => t(stands ? 'consents.stands' : 'consents.over'),
        },
      ]}
    />
  );
}
