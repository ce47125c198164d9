import { expect, it } from 'vitest';
import { bundledPacks } from '../../features/quality/index.ts';
import { readDemoGuide } from './load-guide.ts';

const sections = readDemoGuide();

it('the Guide of the demo explains everything that a bundled pack cites, in both languages', () => {
  const codes = new Set(sections.map(({ code }) => code));
  const cited = bundledPacks.flatMap(({ criteria }) => criteria.flatMap(({ guide }) => guide ?? []));
  expect([...new Set(cited)].filter((code) => !codes.has(code))).toEqual([]);
  expect(sections.filter(({ text }) => (text.en ?? '').length < 150 || (text.nl ?? '').length < 150)).toEqual(
    [],
  );
});

it('says that it is an example', () => {
  expect(sections[0]?.text).toMatchObject({
    en: expect.stringContaining('example text of the demonstration'),
    nl: expect.stringContaining('voorbeeldtekst van de demonstratie'),
  });
});
