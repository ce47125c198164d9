import { redirect } from 'react-router';
import { auditPageSchema } from '../../features/audit/audit.schema.ts';
import { addQuery } from '../lib/add-query.ts';
import { readApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { sayAction, sayActorOf, sayThing } from '../lib/audit-words.ts';
import { formatInstant } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { readQuery } from '../lib/read-trail.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { TextField } from '../ui/field.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/history.ts';
import { AccountTabs } from './account-tabs.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  if (!context.get(appContext).session.person) throw redirect('/sign-in?returnTo=/account/history');
  const query = readQuery(request.url, ['from', 'until', 'own', 'before']);
  const page = await readApi(
    context,
    `/api/v1/account/history?${new URLSearchParams(query)}`,
    auditPageSchema,
  );
  return { ...page, query, search: new URL(request.url).search };
}

export default function History({ loaderData: { entries, next, query, search } }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { before: _, ...kept } = query;
  return (
    <Page title={t('account.tab.history')}>
      <PageHead title={t('account.tab.history')} lead={t('history.lead')} />
      <AccountTabs current="/account/history" />
      <Section label={t('history.period')} note={t('history.note')}>
        <form method="get" className="form">
          <TextField name="from" type="date" label={t('audit.from')} defaultValue={query.from} optional />
          <TextField name="until" type="date" label={t('audit.until')} defaultValue={query.until} optional />
          <Checkbox name="own" value="1" label={t('history.own')} defaultChecked={Boolean(query.own)} />
          <ButtonRow fill>
            <Button>{t('history.show')}</Button>
            <ButtonLink href={`/account/history.csv?${new URLSearchParams(kept)}`} variant="tertiary">
              {t('audit.csv')}
            </ButtonLink>
          </ButtonRow>
        </form>
      </Section>
      <Section label={t('audit.lines')}>
        {entries.length === 0 && <p>{t('history.none')}</p>}
        {entries.length > 0 && (
          <Table
            caption={t('account.tab.history')}
            rows={entries}
            rowKey={({ id }) => id}
            columns={[
              { key: 'what', head: t('audit.action'), cell: ({ action }) => sayAction(t, action) },
              { key: 'thing', head: t('audit.thing'), cell: ({ subject }) => sayThing(t, subject) },
              { key: 'who', head: t('audit.who'), cell: (entry) => sayActorOf(t, locale, entry) },
              { key: 'when', head: t('audit.when'), cell: ({ at }) => formatInstant(locale, at) },
            ]}
          />
        )}
        <ButtonRow>
          {query.before && (
            <ButtonLink href={`/account/history?${new URLSearchParams(kept)}`}>
              {t('audit.newest')}
            </ButtonLink>
          )}
          {next && (
            <ButtonLink href={addQuery('/account/history', search, { before: next })}>
              {t('audit.older')}
            </ButtonLink>
          )}
        </ButtonRow>
      </Section>
    </Page>
  );
}
