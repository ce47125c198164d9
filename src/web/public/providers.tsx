import { providersSchema } from '../../features/catalogue/catalogue.schema.ts';
import { readApi } from '../lib/api.ts';
import { nameCountry } from '../lib/design-words.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { Content } from '../ui/content-text.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/providers.ts';
import { ProviderFacts } from './provider-facts.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { providers } = await readApi(context, '/api/v1/providers', providersSchema);
  return { providers };
}

export default function Providers({ loaderData: { providers } }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <Page title={t('providers.title')}>
      <PageHead title={t('providers.title')} lead={t('providers.lead')} />
      {providers.map((provider) => (
        <Section
          key={provider.slug}
          id={provider.slug}
          label={<Content text={provider.name} />}
          note={[t(`provider.kind.${provider.kind}`), nameCountry(locale, provider.country)].join(' · ')}
        >
          <ProviderFacts provider={provider} />
          <div className="mt-6">
            <Table
              caption={t('providers.issuers')}
              rows={provider.issuers}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  head: t('providers.issuer'),
                  cell: ({ id, unit }) => (
                    <a href={`/issuers/${id}`}>
                      <Content text={unit?.name ?? provider.name} />
                    </a>
                  ),
                },
                {
                  key: 'did',
                  head: t('providers.did'),
                  cell: ({ did }) => <span className="mono">{did}</span>,
                },
                { key: 'designs', head: t('providers.offer'), number: true, cell: ({ designs }) => designs },
              ]}
            />
          </div>
        </Section>
      ))}
    </Page>
  );
}
