import type { Provider } from '../../features/catalogue/catalogue.schema.ts';
import { nameCountry } from '../lib/design-words.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { type Fact, FactList } from '../ui/facts.tsx';

/** What the register knows of an institution. */
export function ProviderFacts({ provider }: { readonly provider: Omit<Provider, 'issuers'> }) {
  const t = useT();
  const locale = useLocale();
  const place = [provider.locality, nameCountry(locale, provider.country)].filter(Boolean).join(', ');
  const facts: readonly Fact[] = [
    { label: t('provider.place'), value: place },
    ...provider.identifiers.map(({ scheme, value }) => ({
      label: scheme,
      value: <span className="mono">{value}</span>,
    })),
    ...(provider.website
      ? [
          {
            label: t('provider.website'),
            value: <a href={provider.website}>{new URL(provider.website).host}</a>,
          },
        ]
      : []),
    ...(provider.email
      ? [{ label: t('provider.email'), value: <a href={`mailto:${provider.email}`}>{provider.email}</a> }]
      : []),
    {
      label: t('providers.offer'),
      value: (
        <a href={`/catalogue?provider=${provider.slug}`}>
          {t('provider.designs', { count: provider.designs })}
        </a>
      ),
    },
  ];
  return <FactList facts={facts} />;
}
