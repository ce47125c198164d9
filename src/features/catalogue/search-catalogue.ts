import type { Database } from '../../database/index.ts';
import { listConcepts } from '../../formats/index.ts';
import {
  type Catalogue,
  type CatalogueQuery,
  FACETS,
  type Facet,
  type FacetName,
  LOADS,
  NO_LEVEL,
} from './catalogue.schema.ts';
import { countFacets, type FacetCount, findCards } from './catalogue.store.ts';

const PAGE_SIZE = 20;

/** What is on offer, for everybody. Every value of a facet says how many entries it would leave. */
export async function searchCatalogue(
  deps: { readonly database: Database },
  query: CatalogueQuery,
): Promise<Catalogue> {
  return await deps.database.asPublic(async (tx) => {
    const { total, cards } = await findCards(tx, query, PAGE_SIZE);
    return {
      total,
      page: query.page,
      pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
      items: cards,
      facets: presentFacets(await countFacets(tx, query)),
    };
  });
}

const conceptCodes = (name: 'participation' | 'assessment' | 'eqf') =>
  listConcepts(name).map(({ code }) => code);

/** Values that are shown even when nothing has them, so that the reader learns what does not exist. */
const KNOWN: Readonly<Record<FacetName, readonly string[]>> = {
  kind: ['microcredential', 'proof-of-competence', 'edubadge'],
  load: LOADS.map(({ value }) => value),
  level: [...conceptCodes('eqf'), NO_LEVEL],
  language: ['en', 'nl'],
  form: conceptCodes('participation'),
  assessment: conceptCodes('assessment'),
  provider: [],
};

function presentFacets(counts: readonly FacetCount[]): Facet[] {
  return FACETS.map((name) => {
    const counted = new Map(
      counts.filter((count) => count.facet === name).map((count) => [count.value, count]),
    );
    const others = [...counted.keys()].filter((value) => !KNOWN[name].includes(value)).sort();
    return {
      name,
      values: [...KNOWN[name], ...others].map((value) => {
        const found = counted.get(value);
        return {
          value,
          count: found?.count ?? 0,
          total: found?.total ?? 0,
          ...(found?.name ? { name: { ...found.name } } : {}),
        };
      }),
    };
  });
}
