import { issuerPageSchema } from '../../features/catalogue/catalogue.schema.ts';
import { readApi } from '../lib/api.ts';
import { chooseText } from '../lib/content-text.ts';
import { findGuide } from '../lib/find-guide.ts';
import { formatInstantDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { Content } from '../ui/content-text.tsx';
import { FactList } from '../ui/facts.tsx';
import { Breadcrumb, Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Table } from '../ui/table.tsx';
import { Punches } from '../ui/tags.tsx';
import type { Route } from './+types/issuer.ts';
import { DesignMark } from './design-mark.tsx';
import { IssuerWords } from './issuer-words.tsx';
import { ProviderFacts } from './provider-facts.tsx';
import { Standing } from './standing.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params }: Route.LoaderArgs) {
  const path = `/api/v1/providers/${encodeURIComponent(params.id)}`;
  const { id, did, url, name, unit, parent, provider, keys, offer, ...more } = await readApi(
    context,
    path,
    issuerPageSchema,
  );
  const { description, unitWebsite, logo, onBehalfOf, test, archivedAt } = more;
  return {
    ...{ id, did, url, name, unit, parent, provider, keys, offer },
    ...{ description, unitWebsite, logo, onBehalfOf, test, archivedAt },
    guide: (await findGuide(context, provider.slug))?.address,
  };
}

export default function IssuerPage({ loaderData: issuer }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const title = chooseText(issuer.unit?.name ?? issuer.provider.name, locale).text;
  return (
    <Page title={title}>
      <link rel="canonical" href={issuer.url} />
      <Breadcrumb
        crumbs={[
          { name: t('providers.title'), href: '/providers' },
          ...(issuer.parent
            ? [{ name: chooseText(issuer.provider.name, locale).text, href: `/issuers/${issuer.parent.id}` }]
            : []),
        ]}
      />
      <Standing test={issuer.test} archived={issuer.archivedAt !== null} />
      <PageHead
        look="h1"
        title={title}
        lead={
          issuer.unit
            ? t('issuer.lead.unit', { institution: chooseText(issuer.provider.name, locale).text })
            : t('issuer.lead.institution')
        }
      />
      <IssuerWords issuer={issuer} title={title} />
      <Section label={t('issuer.offer')} id="offer">
        {issuer.offer.length === 0 ? (
          <p className="text-ink2">{t('issuer.offer.none')}</p>
        ) : (
          <ul className="results">
            {issuer.offer.map((card) => (
              <li key={card.id} className="result result-short">
                <DesignMark image={card.image} className="result-mark" width={72} lazy />
                <div className="result-main">
                  <h3 className="t2">
                    <a href={`/designs/${card.id}`} className="quiet-link">
                      <Content text={card.title} />
                    </a>
                  </h3>
                  <div className="mt-2">
                    <Punches
                      kind={card.kind}
                      eqf={card.eqf ?? undefined}
                      ects={card.ects ?? undefined}
                      hours={card.hours ?? undefined}
                    />
                  </div>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section label={t('issuer.institution')} id="institution">
        <ProviderFacts provider={issuer.provider} />
        {issuer.guide && (
          <p className="mt-4">
            <a href={issuer.guide}>{t('guide.title')}</a>
          </p>
        )}
      </Section>
      <Section label={t('issuer.identity')} note={t('issuer.identity.note')} id="identity">
        <FactList
          facts={[
            { label: t('providers.did'), value: <span className="mono">{issuer.did}</span> },
            { label: t('issuer.signs-as'), value: <Content text={issuer.name} /> },
            {
              label: t('issuer.documents'),
              value: (
                <>
                  <a href={`/issuers/${issuer.id}/did.json`}>{t('issuer.did-document')}</a>
                  {' · '}
                  <a href={`/issuers/${issuer.id}/jwks.json`}>{t('issuer.key-set')}</a>
                  {' · '}
                  <a href={`/issuers/${issuer.id}?v=3_0`}>{t('issuer.profile')}</a>
                </>
              ),
            },
          ]}
        />
      </Section>
      <Section label={t('issuer.keys')} id="keys">
        <Table
          caption={t('issuer.keys')}
          rows={issuer.keys}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'purpose',
              head: t('issuer.key.purpose'),
              cell: ({ purpose }) => t(purpose === 'status' ? 'issuer.key.status' : 'issuer.key.award'),
            },
            { key: 'algorithm', head: t('issuer.key.algorithm'), cell: ({ algorithm }) => algorithm },
            {
              key: 'period',
              head: t('issuer.key.period'),
              cell: ({ activeFrom, activeUntil }) =>
                activeUntil
                  ? t('issuer.key.from-until', {
                      from: formatInstantDay(locale, activeFrom),
                      until: formatInstantDay(locale, activeUntil),
                    })
                  : t('issuer.key.from', { from: formatInstantDay(locale, activeFrom) }),
            },
            {
              key: 'id',
              head: t('issuer.key.id'),
              cell: ({ id }) => <span className="mono">{id.replace(/^[^#]*/, '')}</span>,
            },
          ]}
        />
      </Section>
    </Page>
  );
}
