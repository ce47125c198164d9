import { useLocale, useT } from '../lib/language.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SelectField } from '../ui/field.tsx';
import { Chips } from '../ui/tags.tsx';
import type { Route } from './+types/catalogue.ts';
import { nameValue } from './catalogue-facets.tsx';
import { atPage, facetNames, withoutFacets, withoutValue } from './catalogue-query.ts';
import { CatalogueResult } from './catalogue-result.tsx';

type Offer = Route.ComponentProps['loaderData'];

export function CatalogueResults({ offer, search }: { readonly offer: Offer; readonly search: string }) {
  const t = useT();
  return (
    <div className="catalogue-results" data-live="results">
      <div className="catalogue-bar">
        <h2 className="h3">{t('catalogue.count', { count: offer.total })}</h2>
        <ChosenChips offer={offer} search={search} />
        <div className="catalogue-sort">
          <SelectField
            label={t('catalogue.sort')}
            name="sort"
            defaultValue={offer.sort}
            className="control-dense"
            options={(['newest', 'title', 'load'] as const).map((value) => ({
              value,
              label: t(`catalogue.sort.${value}`),
            }))}
          />
        </div>
      </div>
      {offer.items.length === 0 ? (
        <EmptyState
          title={t('catalogue.empty.title')}
          action={<ButtonLink href="/catalogue">{t('catalogue.empty.action')}</ButtonLink>}
        >
          {t('catalogue.empty.text')}
        </EmptyState>
      ) : (
        <ul className="results">
          {offer.items.map((card) => (
            <CatalogueResult key={card.id} card={card} />
          ))}
        </ul>
      )}
      <Paging offer={offer} search={search} />
      <section className="wash mt-8" aria-labelledby="not-found">
        <h2 id="not-found" className="h3">
          {t('catalogue.other.title')}
        </h2>
        <p className="measure mt-1 mb-3 text-ink2">{t('catalogue.other.text')}</p>
        <ButtonLink href="/providers">{t('catalogue.other.action')}</ButtonLink>
      </section>
    </div>
  );
}

function ChosenChips({ offer, search }: { readonly offer: Offer; readonly search: string }) {
  const t = useT();
  const locale = useLocale();
  const chips = facetNames.flatMap((name) => {
    const values = offer.facets.find((facet) => facet.name === name)?.values ?? [];
    return offer.chosen[name].map((value) => ({
      name: nameValue(
        { t, locale },
        name,
        values.find((one) => one.value === value) ?? { value, count: 0, total: 0 },
      ),
      removeHref: withoutValue(search, name, value),
    }));
  });
  return <Chips label={t('catalogue.chosen')} chips={chips} clearHref={withoutFacets(search)} />;
}

function Paging({ offer, search }: { readonly offer: Offer; readonly search: string }) {
  const t = useT();
  if (offer.pages < 2) return null;
  return (
    <nav className="paging" aria-label={t('catalogue.pages')}>
      <p className="s text-ink2">{t('catalogue.page', { page: offer.page, pages: offer.pages })}</p>
      <div className="button-row">
        {offer.page > 1 && (
          <ButtonLink href={atPage(search, offer.page - 1)} rel="prev">
            {t('catalogue.previous')}
          </ButtonLink>
        )}
        {offer.page < offer.pages && (
          <ButtonLink href={atPage(search, offer.page + 1)} rel="next">
            {t('catalogue.next')}
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
