import { providersSchema } from '../../features/catalogue/catalogue.schema.ts';
import { ownInstitutionSchema } from '../../features/institutions/institutions.schema.ts';
import { readApi } from '../lib/api.ts';
import { useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { Content } from '../ui/content-text.tsx';
import { FactList } from '../ui/facts.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/register.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  const own = await readApi(context, '/api/v1/institution', ownInstitutionSchema);
  const { providers } = await readApi(context, '/api/v1/providers', providersSchema);
  const provider = providers.find(({ slug }) => slug === own.slug);
  return {
    name: own.name,
    timeZone: own.timeZone,
    identifiers: provider?.identifiers ?? [],
    issuers: (provider?.issuers ?? []).map(({ id, did, url, name, unit, designs }) => ({
      id,
      did,
      url,
      name: unit?.name ?? name,
      isUnit: unit !== null,
      designs,
    })),
  };
}

/** What others read about one's own institution when they check a credential. */
export default function Register({ loaderData: register }: Route.ComponentProps) {
  const t = useT();
  return (
    <Page title={t('nav.register')}>
      <PageHead title={t('nav.register')} lead={t('studio.register.lead')} />
      <Section label={t('studio.register.institution')}>
        <FactList
          facts={[
            { label: t('studio.register.name'), value: <Content text={register.name} quiet /> },
            ...register.identifiers.map(({ scheme, value }) => ({ label: scheme, value })),
            { label: t('studio.register.zone'), value: register.timeZone },
          ]}
        />
      </Section>
      <Section label={t('studio.register.issuers')} note={t('studio.register.issuers.note')}>
        <Table
          caption={t('studio.register.issuers')}
          rows={register.issuers}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              head: t('studio.register.issuer'),
              cell: ({ id, name, isUnit }) => (
                <>
                  <a href={`/issuers/${id}`}>
                    <Content text={name} quiet />
                  </a>
                  {!isUnit && <span className="s block text-ink2">{t('studio.register.whole')}</span>}
                </>
              ),
            },
            {
              key: 'did',
              head: t('studio.register.did'),
              cell: ({ did }) => <span className="mono">{did}</span>,
            },
            {
              key: 'document',
              head: t('studio.register.keys'),
              cell: ({ id }) => <a href={`/issuers/${id}/did.json`}>{t('studio.register.document')}</a>,
            },
            {
              key: 'designs',
              head: t('studio.register.offer'),
              number: true,
              cell: ({ designs }) => designs,
            },
          ]}
        />
      </Section>
    </Page>
  );
}
