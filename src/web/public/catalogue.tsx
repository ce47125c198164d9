import { useLocation } from 'react-router';
import { catalogueSchema } from '../../features/catalogue/catalogue.schema.ts';
import { readApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { Behaviour } from '../ui/behaviour.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import type { Route } from './+types/catalogue.ts';
import { CatalogueFacets } from './catalogue-facets.tsx';
import { apiQuery, readChosen } from './catalogue-query.ts';
import { CatalogueResults } from './catalogue-results.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { locale } = context.get(appContext);
  const search = new URL(request.url).searchParams;
  const offer = await readApi(context, `/api/v1/catalogue?${apiQuery(search, locale)}`, catalogueSchema);
  const { total, page, pages, items, facets } = offer;
  return {
    total,
    page,
    pages,
    items,
    facets,
    chosen: readChosen(search),
    typed: search.get('q') ?? '',
    sort: search.get('sort') ?? 'newest',
  };
}

export default function Catalogue({ loaderData: offer }: Route.ComponentProps) {
  const t = useT();
  const { search } = useLocation();
  const count = Object.values(offer.chosen).flat().length;
  return (
    <Page title={t('nav.catalogue')}>
      <form method="get" action="/catalogue" data-catalogue>
        <div className="catalogue-top grid12">
          <h1 className="d1 col-label">{t('nav.catalogue')}</h1>
          <p className="lead col-body">{t('catalogue.lead')}</p>
        </div>
        <search className="catalogue-search grid12">
          <label htmlFor="q" className="label col-label">
            {t('catalogue.search')}
          </label>
          <div className="col-body catalogue-search-row">
            <input
              type="search"
              id="q"
              name="q"
              defaultValue={offer.typed}
              maxLength={200}
              className="control"
            />
            <Button variant="primary">{t('catalogue.search.action')}</Button>
          </div>
        </search>
        <button type="button" className="button catalogue-filters-open" popoverTarget="filters">
          <span>{t('catalogue.filters')}</span>
          <span className="font-normal" data-live="chosen">
            {count > 0 && t('catalogue.filters.on', { count })}
          </span>
        </button>
        {/* Stays in place while the results are replaced, so that the number is announced. */}
        <p role="status" className="sr-only" data-live="count">
          {t('catalogue.count', { count: offer.total })}
        </p>
        <div className="grid12">
          <CatalogueFacets facets={offer.facets} chosen={offer.chosen} total={offer.total} />
          <CatalogueResults offer={offer} search={search} />
        </div>
      </form>
      <Behaviour name="catalogue" />
    </Page>
  );
}
