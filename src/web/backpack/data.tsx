import { data, redirect } from 'react-router';
import { heldDataSchema } from '../../features/backpack/held-data.schema.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { chooseText } from '../lib/content-text.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { formatNumber } from '../lib/formatting.ts';
import type { Translate } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { faultsByField, type Problem } from '../lib/problem.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { TextField } from '../ui/field.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/data.ts';
import { AccountTabs } from './account-tabs.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  if (!context.get(appContext).session.person) throw redirect('/sign-in?returnTo=/account/data');
  return await readApi(context, '/api/v1/account/data', heldDataSchema);
}

export async function action({ context, request }: Route.ActionArgs) {
  const { t } = context.get(appContext);
  const word = String((await request.formData()).get('word') ?? '');
  if (word.trim().toLowerCase() !== t('data.erase.the-word')) {
    const problem: Problem = {
      type: 'about:blank',
      title: t('data.erase.word-wrong'),
      status: 400,
      errors: [{ pointer: '/word', detail: t('data.erase.word-wrong') }],
    };
    return data({ problem }, { status: 400 });
  }
  const sent = await sendApi(context, '/api/v1/account/erase', { body: { confirm: 'erase' } });
  if (!sent.ok && sent.problem.type.endsWith(':accounts/prove-again'))
    return redirect(`/account/prove?${new URLSearchParams({ returnTo: '/account/data#erase' })}`);
  if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
  return redirectWithMessage(context, '/', { key: 'data.erase.done' });
}

export default function YourData({ loaderData: held, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <Page title={t('account.tab.data')}>
      <PageHead title={t('account.tab.data')} lead={t('data.lead')} />
      <AccountTabs current="/account/data" />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      <Section label={t('data.held')}>
        <Table
          caption={t('data.held')}
          rows={held.kinds}
          rowKey={({ kind }) => kind}
          columns={[
            { key: 'kind', head: t('data.kind'), cell: ({ kind }) => t(`data.kind.${kind}`) },
            { key: 'why', head: t('data.why'), cell: ({ kind }) => t(`data.why.${kind}`) },
            { key: 'until', head: t('data.until'), cell: ({ kept }) => sayKept(t, kept) },
            {
              key: 'count',
              head: t('data.count'),
              number: true,
              cell: ({ count }) => (count === null ? '–' : formatNumber(locale, count)),
            },
          ]}
        />
      </Section>
      <Section label={t('data.take')} note={t('data.take.note')} id="take">
        <p className="measure">{t('data.take.text')}</p>
        <div className="mt-4">
          <ButtonLink href="/api/v1/account/export" variant="primary">
            {t('data.take.do')}
          </ButtonLink>
        </div>
      </Section>
      <Section label={t('data.erase')} note={t('data.erase.note')} id="erase">
        <Erase leads={held.leadsAlone} problem={actionData?.problem} />
      </Section>
    </Page>
  );
}

function sayKept(t: Translate, kept: 'account' | 'law' | 'choice' | number): string {
  if (typeof kept === 'string') return t(`data.until.${kept}`);
  return kept === 0 ? t('data.until.at-once') : t('data.until.days', { count: kept });
}

const goes = ['you', 'files', 'public', 'choices'] as const;
const stays = ['award', 'trail', 'copies', 'offers'] as const;

type EraseProps = {
  readonly leads: Route.ComponentProps['loaderData']['leadsAlone'];
  readonly problem: Problem | undefined;
};

/** What goes and what stays is read before the word can be typed. */
function Erase({ leads, problem }: EraseProps) {
  const t = useT();
  const locale = useLocale();
  const word = t('data.erase.the-word');
  const fault = faultsByField(problem).word;
  return (
    <>
      <h3 className="h3">{t('data.erase.goes')}</h3>
      <ul className="list-disc pl-5">
        {goes.map((one) => (
          <li key={one}>{t(`data.erase.goes.${one}`)}</li>
        ))}
      </ul>
      <h3 className="h3 mt-4">{t('data.erase.stays')}</h3>
      <ul className="list-disc pl-5">
        {stays.map((one) => (
          <li key={one}>{t(`data.erase.stays.${one}`)}</li>
        ))}
      </ul>
      {leads.map((name) => {
        const institution = chooseText(name, locale).text;
        return (
          <p key={institution} className="wash mt-5">
            {t('data.erase.leads', { institution })}
          </p>
        );
      })}
      {leads.length === 0 && (
        <form method="post" className="form mt-5">
          <TextField
            name="word"
            label={t('data.erase.word', { word })}
            error={fault}
            autoComplete="off"
            autoCapitalize="none"
            required
          />
          <ButtonRow fill>
            <Button variant="destructive">{t('data.erase.do')}</Button>
          </ButtonRow>
        </form>
      )}
    </>
  );
}
