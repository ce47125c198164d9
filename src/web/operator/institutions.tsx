import { tenantsSchema } from '../../features/institutions/operator.schema.ts';
import { readApi } from '../lib/api.ts';
import { chooseText } from '../lib/content-text.ts';
import { formatInstantDay, formatNumber } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { StatusBar } from '../ui/status-bar.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/institutions.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { institutions, requests } = await readApi(context, '/api/v1/operator/institutions', tenantsSchema);
  return { institutions, requests };
}

/** Every institution of this installation: how much, never who. */
export default function Institutions({ loaderData: { institutions, requests } }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const number = (value: number) => formatNumber(locale, value);
  const add = (
    <ButtonLink variant="primary" href="/operator/institutions/new">
      {t('operator.institutions.new')}
    </ButtonLink>
  );
  return (
    <Page title={t('nav.operator.institutions')}>
      <PageHead title={t('nav.operator.institutions')} lead={t('operator.institutions.lead')} actions={add} />
      <div className="notices">
        {requests > 0 && (
          <StatusBar
            state="not-checked"
            title={t('operator.requests.waiting', { count: requests })}
            action={<ButtonLink href="/operator/requests">{t('operator.requests.read')}</ButtonLink>}
          />
        )}
      </div>
      <Section
        label={t('nav.operator.institutions')}
        note={t('operator.institutions.count', { count: institutions.length })}
      >
        {institutions.length === 0 ? (
          <EmptyState title={t('operator.institutions.none')} action={add}>
            {t('operator.institutions.none.text')}
          </EmptyState>
        ) : (
          <Table
            caption={t('nav.operator.institutions')}
            rows={institutions}
            rowKey={({ slug }) => slug}
            columns={[
              {
                key: 'name',
                head: t('operator.institution'),
                cell: ({ slug, name, homes, archivedAt }) => (
                  <>
                    <a href={`/operator/institutions/${slug}`}>{chooseText(name, locale).text}</a>
                    <span className="s block text-ink2">
                      {archivedAt ? t('operator.archived') : homes.join(', ')}
                    </span>
                  </>
                ),
              },
              {
                key: 'kind',
                head: t('organisation.kind'),
                cell: ({ kind }) => t(`provider.kind.${kind as 'other'}`),
              },
              {
                key: 'designs',
                head: t('operator.designs'),
                number: true,
                cell: ({ designs }) => number(designs),
              },
              {
                key: 'awards',
                head: t('operator.awards'),
                number: true,
                cell: ({ awards }) => number(awards),
              },
              {
                key: 'members',
                head: t('operator.members'),
                number: true,
                cell: ({ members }) => number(members),
              },
              {
                key: 'active',
                head: t('operator.last-active'),
                cell: ({ lastActiveAt }) =>
                  lastActiveAt ? formatInstantDay(locale, lastActiveAt) : t('organisation.clients.never'),
              },
            ]}
          />
        )}
      </Section>
    </Page>
  );
}
