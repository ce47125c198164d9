import { expect, test } from 'vitest';
import { apiQuery, atPage, readChosen, withoutFacets, withoutValue } from './catalogue-query.ts';

const search = '?q=land&kind=microcredential&kind=edubadge&level=7&page=2&sort=title&lang=nl';

test('the address tells what is chosen', () => {
  expect(readChosen(new URLSearchParams(search))).toMatchObject({
    kind: ['microcredential', 'edubadge'],
    level: ['7'],
    form: [],
  });
});

test('the API is asked in the reader’s language and for nothing it does not know', () => {
  expect(apiQuery(new URLSearchParams('?q=a&view=full&lang=xx&level=7'), 'nl')).toBe('q=a&level=7&lang=nl');
});

test('taking one value away keeps the others and starts at the first page', () => {
  expect(withoutValue(search, 'kind', 'edubadge')).toBe(
    '/catalogue?q=land&kind=microcredential&level=7&sort=title&lang=nl',
  );
  expect(withoutValue('?kind=a', 'kind', 'a')).toBe('/catalogue');
});

test('taking all away keeps the words and the order', () => {
  expect(withoutFacets(search)).toBe('/catalogue?q=land&sort=title');
});

test('another page is the same choice', () => {
  expect(atPage('?q=land&page=3', 2)).toBe('/catalogue?q=land&page=2');
  expect(atPage('?q=land&page=2', 1)).toBe('/catalogue?q=land');
});
