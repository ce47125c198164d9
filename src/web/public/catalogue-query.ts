/** The address of the catalogue tells what is chosen; every choice is a link or a field of one form. */
import type { CatalogueQuery } from '../../features/catalogue/catalogue.schema.ts';

/** The names of the API, so that a page's query is the API's query. */
export const facetNames = ['kind', 'load', 'level', 'language', 'form', 'assessment', 'provider'] as const;
export type FacetName = (typeof facetNames)[number];

export type Chosen = Readonly<Record<FacetName, readonly string[]>>;

export function readChosen(search: URLSearchParams): Chosen {
  const entries = facetNames.map((name) => [name, search.getAll(name)] as const);
  return Object.fromEntries(entries) as Record<FacetName, string[]>; // every name was just written
}

/** What the API is asked; its schema reads the rest. */
export function apiQuery(search: URLSearchParams, lang: CatalogueQuery['lang']): string {
  const query = new URLSearchParams();
  for (const name of ['q', 'sort', 'page', ...facetNames]) {
    for (const value of search.getAll(name)) query.append(name, value);
  }
  query.set('lang', lang);
  return query.toString();
}

/** The same choice without one value; back on the first page. */
export function withoutValue(search: string, name: FacetName, value: string): string {
  const kept = [...new URLSearchParams(search)].filter(
    ([key, one]) => key !== 'page' && !(key === name && one === value),
  );
  return composeAddress(kept);
}

/** Nothing chosen; what was typed and the order stay. */
export function withoutFacets(search: string): string {
  const kept = [...new URLSearchParams(search)].filter(([key]) => key === 'q' || key === 'sort');
  return composeAddress(kept);
}

export function atPage(search: string, page: number): string {
  const kept = [...new URLSearchParams(search)].filter(([key]) => key !== 'page' && key !== 'lang');
  return composeAddress(page > 1 ? [...kept, ['page', String(page)]] : kept);
}

function composeAddress(pairs: readonly (readonly [string, string])[]): string {
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, value]));
  return query.size > 0 ? `/catalogue?${query}` : '/catalogue';
}
