import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccountWorld } from '../../test/support/account-world.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import { permissionsOf } from '../features/institutions/index.ts';
import { openInstitution } from '../features/institutions/open-institution.ts';
import { createCookieBrowser } from '../platform/identity/cookie-browser.ts';
import { startExternalProvider } from '../platform/identity/external-provider-stand-in.ts';
import type { OtherProvider } from '../platform/other-providers.ts';
import { composeProviders, otherProvider, requireOwnNames } from './providers.ts';

const CALLBACK = 'http://localhost:3999/auth/callback/bank';
const written = (settings: { issuer: string; clientId: string; clientSecret: string }): OtherProvider => ({
  ...{ id: 'bank', name: { en: 'A bank', nl: 'Een bank' }, scopes: ['profile', 'email'] },
  ...{ issuer: settings.issuer, clientId: settings.clientId, clientSecret: settings.clientSecret },
});

describe('a further provider for learners', () => {
  let external: Awaited<ReturnType<typeof startExternalProvider>>;
  let accounts: Awaited<ReturnType<typeof openAccountWorld>>;
  beforeAll(async () => {
    external = await startExternalProvider(CALLBACK);
    accounts = await openAccountWorld({ others: [otherProvider(written(external.settings))] });
  });
  afterAll(async () => {
    await accounts?.close();
    await external?.close();
  });

  async function signIn(query = '', browser = accounts.openBrowser()) {
    const started = await browser.get(`/auth/start/bank${query}`);
    const elsewhere = createCookieBrowser(CALLBACK);
    const page = await elsewhere.visit(started.location);
    const back = await elsewhere.submit(page, { user: 'jan', password: 'tulip' });
    await browser.get(back.url.slice(accounts.publicUrl.length));
    return browser;
  }

  it('is one of the ways to sign in', async () => {
    const { providers } = JSON.parse((await accounts.openBrowser().get('/api/v1/sign-in-methods')).body);
    expect(providers).toContainEqual({
      ...{ id: 'bank', name: { en: 'A bank', nl: 'Een bank' }, kind: 'learner' },
      start: '/auth/start/bank',
    });
  });

  it('lets in whoever it knows, with the address it verified and no name of an institution', async () => {
    await accounts.addMember('oosterdiep', 'jan@oosterdiep.example', 'administrator');
    const browser = await signIn();
    const session = await browser.session();
    expect(session).toMatchObject({
      person: { name: 'Jan de Boer', addresses: ['jan@oosterdiep.example'] },
      memberships: [],
    });
    const [identity] = await accounts.queryAsSuperuser<{ identifiers: string[] }>(
      'SELECT identifiers FROM identities WHERE person_id = $1',
      [session.person.id],
    );
    expect(identity?.identifiers).toEqual([]);
    expect(await accounts.claimantName(session.person.id)).toEqual({ name: 'Jan de Boer', source: 'holder' });
  });

  it('is a way in like any other: named, proven with again, and one that stays', async () => {
    const browser = await signIn();
    const ways = JSON.parse((await browser.get('/api/v1/account/ways-in')).body);
    expect(ways.identities).toMatchObject([
      { kind: 'learner', provider: { nl: 'Een bank' }, prove: '/auth/start/bank?prove=1' },
    ]);
    expect(JSON.parse((await browser.get('/api/v1/account/stay-notice')).body).ask).toBe(false);
    accounts.settle('groningen', { subject: 'linker' });
    const other = accounts.openBrowser();
    await other.signIn('groningen', 'linker');
    const { others } = JSON.parse((await other.get('/api/v1/account/ways-in')).body);
    expect(others).toContainEqual(expect.objectContaining({ id: 'bank', start: '/auth/start/bank?link=1' }));
  });
});

describe('the names of providers', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  const settings = { issuer: 'https://bank.example', clientId: 'x', clientSecret: 'x' };

  it('are no names of institutions: told at the start, for all of them', async () => {
    const { database } = world.deps;
    const named = (...ids: string[]) => ids.map((id) => ({ ...written(settings), id }));
    await requireOwnNames({ database, otherProviders: named('bank') });
    await expect(
      requireOwnNames({ database, otherProviders: named('groningen', 'bank', 'oosterdiep') }),
    ).rejects.toMatchObject({
      faults: [expect.stringContaining('"groningen"'), expect.stringContaining('"oosterdiep"')],
    });
  });

  it('are not given to an institution later', async () => {
    const { findProvider } = composeProviders({ ...world.deps, otherProviders: [written(settings)] });
    const operator = {
      ...{ kind: 'person' as const, personId: crypto.randomUUID() },
      ...{ institutionId: await world.settleOperator(), permissions: permissionsOf(['operator']) },
    };
    await expect(
      openInstitution({ ...world.deps, findProvider }, operator, {
        ...{ slug: 'bank', kind: 'wo', name: { en: 'Bank' }, defaultLanguage: 'en', country: 'NL' },
        ...{ homeOrganisation: 'bank.example', administrator: 'first@bank.example' },
      }),
    ).rejects.toMatchObject({ code: 'institutions/slug-taken' });
  });
});
