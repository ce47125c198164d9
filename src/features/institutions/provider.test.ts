/** Where staff sign in: the institution's own provider, set by its administrator. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import type { RelyingParty } from '../../platform/identity/index.ts';
import { SignInRefusal } from '../../platform/identity/index.ts';
import { changeProvider, getProvider, removeProvider } from './change-provider.ts';
import { findStaffProvider } from './institutions.store.ts';
import { openProvider } from './staff-provider.ts';

let world: World;
/** Answers for one issuer, as a provider that is there would; its own suite is `sign-in.suite.ts`. */
let asked: string[] = [];
const relyingParty: RelyingParty = {
  startSignIn: async ({ provider }) => {
    asked.push(`${provider.issuer} ${provider.clientSecret}`);
    if (provider.issuer !== 'https://idp.groningen.example')
      throw new SignInRefusal('sign-in.provider-unreachable');
    return { url: '', state: '', nonce: '', codeVerifier: '' };
  },
  finishSignIn: () => Promise.reject(new Error('nobody signs in here')),
};

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const settings = {
  issuer: 'https://idp.groningen.example',
  clientId: 'waarmerk',
  clientSecret: 'a very secret word',
  secondFactorAcr: [],
};

describe("an institution's own provider", () => {
  it('is asked whether it answers, kept with its secret sealed, and shown without it', async () => {
    const { groningen } = world;
    const deps = { ...world.deps, relyingParty };
    await changeProvider(deps, groningen.administrator, settings);
    const shown = await getProvider(deps, groningen.administrator);
    expect(shown).toMatchObject({
      callback: expect.stringContaining('/auth/callback/groningen'),
      domains: ['groningen.example'],
      provider: { issuer: settings.issuer, clientId: 'waarmerk' },
    });
    expect(JSON.stringify(shown)).not.toContain(settings.clientSecret);
    const [row] = await world.queryAsSuperuser<{ kept: string }>(
      "SELECT staff_provider::text AS kept FROM institutions WHERE slug = 'groningen'",
    );
    expect(row?.kept).not.toContain(settings.clientSecret);
    const found = await world.deps.database.asDoorkeeper((tx) => findStaffProvider(tx, 'groningen'));
    if (!found) throw new Error('a provider');
    expect(openProvider(world.deps.masterKey, groningen.institutionId, found.provider)).toMatchObject({
      clientSecret: settings.clientSecret,
    });
    expect(() =>
      openProvider(world.deps.masterKey, world.oosterdiep.institutionId, found.provider),
    ).toThrow();
  });

  it('keeps its secret when only the rest is changed, and sends it to no other provider', async () => {
    const { groningen } = world;
    const deps = { ...world.deps, relyingParty };
    const { clientSecret: _, ...rest } = settings;
    await changeProvider(deps, groningen.administrator, { ...rest, secondFactorAcr: ['mfa'] });
    asked = [];
    await expect(
      changeProvider(deps, groningen.administrator, { ...rest, issuer: 'https://evil.example' }),
    ).rejects.toMatchObject({ errors: [{ pointer: '/clientSecret' }] });
    expect(asked).toEqual([]);
  });

  it('that does not answer is not saved', async () => {
    const deps = { ...world.deps, relyingParty };
    const silent = { ...settings, issuer: 'https://silent.example' };
    await expect(changeProvider(deps, world.groningen.administrator, silent)).rejects.toMatchObject({
      code: 'institutions/provider-silent',
    });
    expect((await getProvider(deps, world.groningen.administrator)).provider?.issuer).toBe(settings.issuer);
  });

  it('is set by nobody but those who manage the institution', async () => {
    const deps = { ...world.deps, relyingParty };
    for (const actor of [world.groningen.designer, world.groningen.registrar, world.groningen.reader])
      await expect(changeProvider(deps, actor, settings)).rejects.toMatchObject({ status: 403 });
    await changeProvider(deps, world.oosterdiep.administrator, settings);
    await removeProvider(deps, world.oosterdiep.administrator);
    expect((await getProvider(deps, world.oosterdiep.administrator)).provider).toBeNull();
    expect((await getProvider(deps, world.groningen.administrator)).provider).not.toBeNull();
  });
});
