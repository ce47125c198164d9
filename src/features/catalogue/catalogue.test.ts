import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { catalogueQuerySchema, type FacetName } from './catalogue.schema.ts';
import { getCatalogueDesign } from './get-catalogue-design.ts';
import { getProvider, listProviders } from './list-providers.ts';
import { makeContent, openOffer } from './offer-stand-in.ts';
import { projectVersion } from './project-version.ts';
import { searchCatalogue } from './search-catalogue.ts';

let testDatabase: TestDatabase;
let offering: Awaited<ReturnType<typeof openOffer>>;
let groningen: Awaited<ReturnType<typeof offering.addInstitution>>;
let land: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  offering = await openOffer(testDatabase);
  groningen = await offering.addInstitution(
    'groningen',
    { en: 'University of Groningen', nl: 'Rijksuniversiteit Groningen' },
    { fryslan: { en: 'Campus Fryslân', nl: 'Campus Fryslân' }, philosophy: { en: 'Faculty of Philosophy' } },
  );
  const oosterdiep = await offering.addInstitution('oosterdiep', { nl: 'MBO Oosterdiep' }, {});
  land = await offering.offer(
    groningen,
    makeContent({ en: 'Land Acquisition', nl: 'Grondverwerving' }),
    'fryslan',
  );
  await offering.offer(
    groningen,
    makeContent(
      { en: 'Étude of care', nl: 'Étude van zorg' },
      { kind: 'proof-of-competence', level: {}, workload: { hours: 56 } },
    ),
  );
  await offering.offer(
    oosterdiep,
    makeContent(
      { nl: 'Warmtepompen' },
      {
        defaultLanguage: 'nl',
        description: { nl: 'Kort.' },
        outcomes: [{ id: 'LO1', text: { nl: 'Een pomp inregelen' } }],
        assessments: [{ id: 'A1', title: { nl: 'Proeve' }, type: '6a4db9f11d' }],
        qualityAssurance: { type: '820101cba6', statement: { nl: 'Getoetst.' } },
        instructionLanguages: ['nl'],
        workload: { hours: 280 },
        level: { eqf: 4 },
      },
    ),
  );
}, 60_000);
afterAll(() => testDatabase.close());

async function search(query: Record<string, unknown> = {}) {
  return await searchCatalogue(offering.deps, catalogueQuerySchema.parse(query));
}

async function titles(query: Record<string, unknown>): Promise<string[]> {
  return (await search(query)).items.map(({ title }) => title.en ?? title.nl ?? '');
}

async function count(facet: FacetName, value: string, query: Record<string, unknown> = {}): Promise<number> {
  const found = (await search(query)).facets.find(({ name }) => name === facet);
  return found?.values.find((one) => one.value === value)?.count ?? Number.NaN;
}

describe('searching', () => {
  test('finds words by their beginning, in any order, in every language, without accents', async () => {
    expect(await titles({ q: 'acq LAND' })).toEqual(['Land Acquisition']);
    expect(await titles({ q: 'grondver' })).toEqual(['Land Acquisition']);
    expect(await titles({ q: 'etude' })).toEqual(['Étude of care']);
    expect(await titles({ q: 'inregelen' })).toEqual(['Warmtepompen']);
    expect(await titles({ q: 'fryslan' })).toEqual(['Land Acquisition']);
  });

  test('finds nothing when one of the words is nowhere, nor the middle of a word', async () => {
    expect(await titles({ q: 'land nowhere' })).toEqual([]);
    expect(await titles({ q: 'quisition' })).toEqual([]);
  });

  test('puts the newest first, or goes by title without regard to accents, or by load', async () => {
    expect(await titles({})).toEqual(['Warmtepompen', 'Étude of care', 'Land Acquisition']);
    expect(await titles({ sort: 'title' })).toEqual(['Étude of care', 'Land Acquisition', 'Warmtepompen']);
    expect(await titles({ sort: 'title', lang: 'nl' })).toEqual([
      'Étude of care',
      'Land Acquisition',
      'Warmtepompen',
    ]);
    expect(await titles({ sort: 'load' })).toEqual(['Étude of care', 'Land Acquisition', 'Warmtepompen']);
  });
});

describe('facets', () => {
  test('values of one facet widen, different facets narrow', async () => {
    expect(await titles({ level: ['4', 'none'] })).toEqual(['Warmtepompen', 'Étude of care']);
    expect(await titles({ level: ['4', 'none'], provider: 'groningen' })).toEqual(['Étude of care']);
    expect(await titles({ provider: 'groningen/fryslan' })).toEqual(['Land Acquisition']);
    expect(await titles({ load: ['up-to-2', '3-5'] })).toEqual(['Étude of care', 'Land Acquisition']);
    expect(await titles({ load: '6-15' })).toEqual(['Warmtepompen']);
  });

  test('a count is what choosing the value would leave, with the other facets applied', async () => {
    expect(await count('level', '7')).toBe(1);
    expect(await count('level', '7', { kind: 'proof-of-competence' })).toBe(0);
    expect(await count('kind', 'microcredential', { kind: 'proof-of-competence' })).toBe(2);
    expect(await count('kind', 'microcredential', { q: 'etude' })).toBe(0);
    const chosen = await count('provider', 'oosterdiep', { language: 'nl' });
    expect(chosen).toBe((await search({ language: 'nl', provider: 'oosterdiep' })).total);
  });

  test('what does not exist is shown with its zero', async () => {
    expect(await count('kind', 'edubadge')).toBe(0);
    expect(await count('load', '16-30')).toBe(0);
    expect(await count('form', '920fbb3cbe')).toBe(0);
  });

  test('a provider carries its name', async () => {
    const providers = (await search()).facets.find(({ name }) => name === 'provider')?.values;
    expect(providers?.find(({ value }) => value === 'groningen/fryslan')?.name).toEqual({
      en: 'Campus Fryslân',
      nl: 'Campus Fryslân',
    });
  });

  test('a value that nobody knows finds nothing and breaks nothing', async () => {
    expect(await titles({ kind: "'; DROP TABLE designs" })).toEqual([]);
    expect(await titles({ page: 'x', sort: 'x' })).toHaveLength(3);
    expect(await titles({ page: 2 })).toEqual([]);
  });
});

describe('a new version', () => {
  test('takes the place of the old one, with its partners, also when the old one is announced again', async () => {
    const courses = await offering.addInstitution(
      'revisers',
      { en: 'Revisers' },
      { one: { en: 'Unit one' }, two: { en: 'Unit two' } },
    );
    const design = await offering.offer(courses, makeContent({ en: 'First wording' }), 'one');
    const [first] = await testDatabase.queryAsSuperuser<{ id: string }>(
      'SELECT version_id AS id FROM catalogue_entries WHERE public_id = $1',
      [design],
    );
    await offering.revise(courses, design, {
      revision: 1,
      content: makeContent({ en: 'Second wording' }),
      partnerUnits: ['two'],
    });
    await projectVersion(offering.deps, courses.institutionId, { versionId: first?.id ?? '' });
    expect(await titles({ q: 'first wording' })).toEqual([]);
    const { items } = await search({ q: 'second', provider: 'revisers/two' });
    expect(items[0]).toMatchObject({ version: 2, units: [{ slug: 'one' }, { slug: 'two' }] });

    const page = await getCatalogueDesign(offering.deps, { design, version: 1 });
    expect(page).toMatchObject({
      newestVersion: 2,
      version: { number: 1 },
      content: { title: { en: 'First wording' } },
    });
    expect(page.versions.map(({ number }) => number)).toEqual([2, 1]);
  });

  test('another institution cannot put it there', async () => {
    const stranger = await offering.addInstitution('stranger', { en: 'Stranger' }, {});
    const [entry] = await testDatabase.queryAsSuperuser<{ id: string }>(
      'SELECT version_id AS id FROM catalogue_entries WHERE public_id = $1',
      [land],
    );
    await testDatabase.queryAsSuperuser(
      "UPDATE catalogue_entries SET search_text = '' WHERE public_id = $1",
      [land],
    );
    await projectVersion(offering.deps, stranger.institutionId, { versionId: entry?.id ?? '' });
    expect(await titles({ q: 'acquisition' })).toEqual([]);
    await projectVersion(offering.deps, groningen.institutionId, { versionId: entry?.id ?? '' });
    expect(await titles({ q: 'acquisition' })).toEqual(['Land Acquisition']);
  });
});

describe('a retired design', () => {
  test('leaves the catalogue, does not come back by a late announcement, and keeps its page', async () => {
    const closing = await offering.addInstitution('closing', { en: 'Closing' }, {});
    const design = await offering.offer(closing, makeContent({ en: 'Farewell' }));
    const [entry] = await testDatabase.queryAsSuperuser<{ id: string }>(
      'SELECT version_id AS id FROM catalogue_entries WHERE public_id = $1',
      [design],
    );
    await offering.retire(closing, design);
    await projectVersion(offering.deps, closing.institutionId, { versionId: entry?.id ?? '' });
    expect(await titles({ q: 'farewell' })).toEqual([]);
    expect((await getCatalogueDesign(offering.deps, { design })).retiredAt).not.toBeNull();
  });
});

describe('the page of a design', () => {
  test('says what it is, who issues it and how much work it is', async () => {
    const page = await getCatalogueDesign(offering.deps, { design: land });
    expect(page).toMatchObject({
      unit: { slug: 'fryslan' },
      institution: { slug: 'groningen', country: 'NL' },
      workloadMinutes: 5 * 28 * 60,
      retiredAt: null,
    });
    expect(page.version.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(page.image.alt.en).toContain('Land Acquisition');
  });

  test('of a draft, or a version that does not exist, is not there', async () => {
    await expect(getCatalogueDesign(offering.deps, { design: land, version: 9 })).rejects.toMatchObject({
      status: 404,
    });
    await expect(getCatalogueDesign(offering.deps, { design: '0000000000000000' })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('the register of providers', () => {
  test('names every institution with its issuers, DIDs and number of designs', async () => {
    const provider = (await listProviders(offering.deps)).find(({ slug }) => slug === 'groningen');
    expect(provider).toMatchObject({ designs: 2, country: 'NL' });
    expect(provider?.issuers.map(({ unit, designs }) => [unit?.slug ?? null, designs])).toEqual([
      [null, 1],
      ['fryslan', 1],
      ['philosophy', 0],
    ]);
    expect(provider?.issuers[0]?.did).toMatch(/^did:web:waarmerk\.example:issuers:/);
  });

  test('shows one issuer with its offer, and nothing for an issuer that is not there', async () => {
    const [card] = (await search({ q: 'acquisition' })).items;
    const page = await getProvider(offering.deps, { issuer: card?.issuer ?? '' });
    expect(page.offer.map(({ id }) => id)).toEqual([land]);
    expect(page.parent?.name.en).toBe('University of Groningen');
    await expect(getProvider(offering.deps, { issuer: 'nobody' })).rejects.toMatchObject({ status: 404 });
  });
});
