import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { type App, createServer } from '../../platform/http/index.ts';
import { createLog } from '../../platform/log.ts';
import { registerCatalogueRoutes } from './catalogue.routes.ts';
import { makeContent, openOffer } from './offer-stand-in.ts';

let testDatabase: TestDatabase;
let app: App;
let design: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  const offering = await openOffer(testDatabase);
  const institution = await offering.addInstitution('groningen', { en: 'University of Groningen' }, {});
  design = await offering.offer(institution, makeContent({ en: 'Land Acquisition' }));
  await offering.offer(institution, makeContent({ en: 'Arts in Health' }, { kind: 'proof-of-competence' }));
  app = await createServer({
    log: createLog({ level: 'silent' }),
    publicUrl: 'https://waarmerk.example',
    version: '0',
    development: false,
  });
  registerCatalogueRoutes(app, offering.deps);
}, 60_000);
afterAll(async () => {
  await app.close();
  await testDatabase.close();
});

async function get(url: string) {
  const response = await app.inject({ url });
  return { ...response, status: response.statusCode, headers: response.headers, json: response.json() };
}

describe('GET /api/v1/catalogue', () => {
  test('is open to every site and may be kept for ten seconds', async () => {
    const { status, headers } = await get('/api/v1/catalogue');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=10',
    });
    expect(headers['set-cookie']).toBeUndefined();
  });

  test('reads a value once or repeated', async () => {
    expect((await get('/api/v1/catalogue?kind=microcredential')).json.total).toBe(1);
    expect((await get('/api/v1/catalogue?kind=microcredential&kind=proof-of-competence')).json.total).toBe(2);
    expect((await get('/api/v1/catalogue?unknown=1&page=-3&sort=by-magic')).json.total).toBe(2);
  });

  test('tells of an entry what the card shows and nothing that is kept beside it', async () => {
    const [card] = (await get('/api/v1/catalogue?q=land')).json.items;
    expect(Object.keys(card).sort()).toEqual(
      [
        'assessmentTypes',
        'contentLanguages',
        'ects',
        'eqf',
        'hours',
        'id',
        'image',
        'institution',
        'instructionLanguages',
        'issuer',
        'kind',
        'participation',
        'publishedAt',
        'qualityAssurance',
        'stacksInto',
        'title',
        'units',
        'version',
      ].sort(),
    );
  });

  test('refuses what is no query in words, and never as a fault of ours', async () => {
    for (const query of [`q=${'x'.repeat(300)}`, `kind=${'x'.repeat(200)}`, 'q=%00', 'kind=a&'.repeat(40)]) {
      const { status, headers } = await get(`/api/v1/catalogue?${query}`);
      expect(status).toBe(400);
      expect(headers['content-type']).toContain('application/problem+json');
    }
  });
});

describe('the other addresses of the catalogue', () => {
  test('give a design in its newest version or the one asked for', async () => {
    const { json } = await get(`/api/v1/catalogue/designs/${design}`);
    expect(json).toMatchObject({
      id: design,
      version: { number: 1 },
      content: { title: { en: 'Land Acquisition' } },
    });
    expect((await get(`/api/v1/catalogue/designs/${design}?version=1`)).json.version.number).toBe(1);
  });

  test.each([
    ['a version that is not there', () => `/api/v1/catalogue/designs/${design}?version=7`],
    ['a design that is not there', () => '/api/v1/catalogue/designs/0000000000000000'],
    ['an issuer that is not there', () => '/api/v1/providers/0000000000000000'],
  ])('answer 404 for %s', async (_, url) => {
    expect((await get(url())).status).toBe(404);
  });

  test('name providers without what only staff may see', async () => {
    const [provider] = (await get('/api/v1/providers')).json.providers;
    expect(Object.keys(provider).sort()).toEqual(
      [
        'country',
        'description',
        'designs',
        'email',
        'identifiers',
        'issuers',
        'kind',
        'locality',
        'name',
        'slug',
        'website',
      ].sort(),
    );
    const page = await get(`/api/v1/providers/${provider.issuers[0].id}`);
    expect(page.json.offer).toHaveLength(2);
  });
});
