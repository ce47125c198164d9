import { auditPageSchema } from '../../features/audit/audit.schema.ts';
import { addQuery } from '../lib/add-query.ts';
import { readApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { actionWords, sayAction, sayActor, sayThing } from '../lib/audit-words.ts';
import { formatInstant } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { readQuery, readWhoInWords } from '../lib/read-trail.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/audit.ts';
import { InstitutionTabs } from './institution-tabs.tsx';

export const handle: PageHandle = { scripts: false };

const fields = ['action', 'who', 'about', 'from', 'until'] as const;
const groups = ['award', 'design', 'member', 'terms'] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { session, t } = context.get(appContext);
  const query = readQuery(request.url, [...fields, 'before']);
  const page = await readApi(
    context,
    `/api/v1/audit?${new URLSearchParams(readWhoInWords(t, query))}`,
    auditPageSchema,
  );
  return { ...page, query, search: new URL(request.url).search, session };
}

export default function Audit({ loaderData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { entries, next, query, search, session } = loaderData;
  const { before: _, ...kept } = query;
  return (
    <Page title={t('organisation.tab.audit')}>
      <PageHead title={t('organisation.tab.audit')} lead={t('audit.lead')} />
      <InstitutionTabs current="/studio/audit" session={session} />
      <Section label={t('audit.search')}>
        <SearchForm query={query} kept={kept} />
      </Section>
      <Section label={t('audit.lines')}>
        {entries.length === 0 && <p>{t('audit.none')}</p>}
        {entries.length > 0 && (
          <Table
            caption={t('organisation.tab.audit')}
            rows={entries}
            rowKey={({ id }) => id}
            columns={[
              { key: 'what', head: t('audit.action'), cell: ({ action }) => sayAction(t, action) },
              {
                key: 'thing',
                head: t('audit.thing'),
                cell: ({ subject }) =>
                  subject.kind === 'award' ? (
                    <a href={`/studio/awards/${subject.id}`}>{sayThing(t, subject)}</a>
                  ) : (
                    sayThing(t, subject)
                  ),
              },
              { key: 'who', head: t('audit.who'), cell: ({ actor }) => sayActor(t, actor) },
              { key: 'when', head: t('audit.when'), cell: ({ at }) => formatInstant(locale, at) },
            ]}
          />
        )}
        <ButtonRow>
          {query.before && (
            <ButtonLink href={`/studio/audit?${new URLSearchParams(kept)}`}>{t('audit.newest')}</ButtonLink>
          )}
          {next && (
            <ButtonLink href={addQuery('/studio/audit', search, { before: next })}>
              {t('audit.older')}
            </ButtonLink>
          )}
        </ButtonRow>
      </Section>
    </Page>
  );
}

type Query = Readonly<Record<string, string>>;

function SearchForm({ query, kept }: { readonly query: Query; readonly kept: Query }) {
  const t = useT();
  return (
    <form method="get" className="form">
      <SelectField
        name="action"
        label={t('audit.action')}
        defaultValue={query.action ?? ''}
        options={[
          { value: '', label: t('audit.action.any') },
          ...groups.map((group) => ({ value: group, label: t(`audit.group.${group}`) })),
          ...Object.keys(actionWords).map((action) => ({ value: action, label: sayAction(t, action) })),
        ]}
      />
      <TextField
        name="who"
        label={t('audit.who')}
        hint={t('audit.who.hint')}
        defaultValue={query.who}
        optional
      />
      <TextField
        name="about"
        label={t('audit.about')}
        hint={t('audit.about.hint')}
        defaultValue={query.about}
        optional
      />
      <TextField name="from" type="date" label={t('audit.from')} defaultValue={query.from} optional />
      <TextField name="until" type="date" label={t('audit.until')} defaultValue={query.until} optional />
      <ButtonRow fill>
        <Button variant="primary">{t('audit.find')}</Button>
        <ButtonLink href={`/studio/audit.csv?${new URLSearchParams(kept)}`} variant="tertiary">
          {t('audit.csv')}
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
