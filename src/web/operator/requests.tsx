import { requestsSchema } from '../../features/institutions/operator.schema.ts';
import { readApi } from '../lib/api.ts';
import { nameCountry } from '../lib/design-words.ts';
import { formatInstantDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/requests.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { requests } = await readApi(context, '/api/v1/operator/requests', requestsSchema);
  return { requests };
}

/** Who asked to join. */
export default function Requests({ loaderData: { requests } }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <Page title={t('nav.operator.requests')}>
      <PageHead title={t('nav.operator.requests')} lead={t('operator.requests.lead')} />
      <Section label={t('nav.operator.requests')} note={t('operator.requests.note')}>
        {requests.length === 0 ? (
          <p className="text-ink2">{t('operator.requests.none')}</p>
        ) : (
          <Table
            caption={t('nav.operator.requests')}
            rows={requests}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                head: t('operator.institution'),
                cell: ({ id, name, homeOrganisation }) => (
                  <>
                    <a href={`/operator/requests/${id}`}>{name}</a>
                    <span className="s block text-ink2">{homeOrganisation}</span>
                  </>
                ),
              },
              {
                key: 'kind',
                head: t('organisation.kind'),
                cell: ({ kind, country }) =>
                  `${t(`provider.kind.${kind as 'other'}`)}, ${nameCountry(locale, country)}`,
              },
              {
                key: 'asked',
                head: t('operator.requests.asked'),
                cell: ({ createdAt }) => formatInstantDay(locale, createdAt),
              },
              {
                key: 'state',
                head: t('operator.requests.state'),
                cell: ({ state }) => t(`operator.request.${state}`),
              },
            ]}
          />
        )}
      </Section>
    </Page>
  );
}
