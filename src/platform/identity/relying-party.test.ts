import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFixedClock, systemClock } from '../clock.ts';
import { createEgress, createWebFetch } from '../egress/index.ts';
import type { DishonestProvider, TokenOrder } from './dishonest-provider-stand-in.ts';
import { startDishonestProvider } from './dishonest-provider-stand-in.ts';
import type { ExternalProvider } from './external-provider-stand-in.ts';
import { startExternalProvider } from './external-provider-stand-in.ts';
import type { RelyingParty } from './index.ts';
import { createRelyingParty } from './index.ts';
import { describeSignIn, RETURN_TO } from './sign-in.suite.ts';

const partyFor = (...origins: string[]): RelyingParty =>
  createRelyingParty({
    fetch: createWebFetch(createEgress({ loopbackOrigins: origins })),
    clock: systemClock,
  });

describe("an institution's own provider", () => {
  let external: ExternalProvider;
  let party: RelyingParty;
  beforeAll(async () => {
    external = await startExternalProvider(RETURN_TO);
    party = partyFor(external.settings.issuer);
  });
  afterAll(() => external.close());

  describeSignIn({
    party: () => party,
    provider: () => external.settings,
    otherClient: () => ({ ...external.otherClient, scope: 'profile email' }),
    signIn: (browser, page) => browser.submit(page, { user: 'jan', password: 'tulip' }),
    turnBack: (browser, page) => browser.submit(page, { user: 'jan', password: 'rose' }),
    expected: { sub: 'jan', name: 'Jan de Boer', email: 'jan@oosterdiep.example' },
  });
});

describe('a provider that cannot be believed', () => {
  let dishonest: DishonestProvider;
  let party: RelyingParty;
  beforeAll(async () => {
    dishonest = await startDishonestProvider(systemClock.now);
    party = partyFor(dishonest.settings.issuer);
  });
  afterAll(() => dishonest.close());

  const signIn = async (compose: (nonce: string) => TokenOrder, more: { again?: 'required' } = {}) => {
    const provider = dishonest.settings;
    const { state, nonce, codeVerifier } = await party.startSignIn({
      provider,
      returnTo: RETURN_TO,
      ...more,
    });
    dishonest.order(compose(nonce));
    const callbackUrl = `${RETURN_TO}?code=x&state=${state}`;
    return party.finishSignIn({ provider, callbackUrl, state, nonce, codeVerifier, ...more });
  };
  const seconds = () => Math.floor(systemClock.now().getTime() / 1000);

  test('is believed when its token is in order', async () => {
    expect((await signIn((nonce) => ({ claims: { nonce } }))).subject).toBe('thief');
  });

  test('is believed about a fresh sign-in only when it says that it was just now', async () => {
    const again = { again: 'required' } as const;
    const at = (auth_time?: number) =>
      signIn((nonce) => ({ claims: { nonce, ...(auth_time ? { auth_time } : {}) } }), again);
    expect((await at(seconds() - 5)).subject).toBe('thief');
    await expect(at(seconds() - 3600)).rejects.toMatchObject({ reason: 'sign-in.invalid' });
    await expect(at()).rejects.toMatchObject({ reason: 'sign-in.invalid' });
  });

  const cases: [string, (nonce: string) => TokenOrder][] = [
    [
      'that nobody signed, with alg none',
      (nonce) => ({ header: { alg: 'none' }, signedBy: 'nobody', claims: { nonce } }),
    ],
    ['that says alg none and is signed', (nonce) => ({ header: { alg: 'none' }, claims: { nonce } })],
    ['that nobody signed, with alg ES256', (nonce) => ({ signedBy: 'nobody', claims: { nonce } })],
    ['signed with another key', (nonce) => ({ signedBy: 'another key', claims: { nonce } })],
    ['with another algorithm', (nonce) => ({ header: { alg: 'HS256' }, claims: { nonce } })],
    ['that demands an unknown extension', (nonce) => ({ header: { crit: ['exp'] }, claims: { nonce } })],
    ['with another nonce', () => ({ claims: { nonce: 'other' } })],
    ['without a nonce', () => ({})],
    ['that has expired', (nonce) => ({ claims: { nonce, iat: seconds() - 900, exp: seconds() - 600 } })],
    ['that never expires', (nonce) => ({ claims: { nonce, exp: undefined } })],
    ['not yet valid', (nonce) => ({ claims: { nonce, nbf: seconds() + 600 } })],
    ['for another client', (nonce) => ({ claims: { nonce, aud: 'somebody-else' } })],
    ['for many, given to another', (nonce) => ({ claims: { nonce, aud: ['waarmerk', 'x'], azp: 'x' } })],
    ['of another issuer', (nonce) => ({ claims: { nonce, iss: 'https://idp.example.org' } })],
    ['about nobody', (nonce) => ({ claims: { nonce, sub: undefined } })],
    ['about someone else than its userinfo', (nonce) => ({ claims: { nonce }, userinfoSubject: 'rector' })],
  ];
  test.each(cases)('gets nobody in with a token %s', async (_what, compose) => {
    await expect(signIn(compose)).rejects.toMatchObject({ reason: 'sign-in.invalid' });
  });
});

describe('the metadata of a provider', () => {
  const metadata = (issuer: string) => ({
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
  });

  test('is fetched once an hour, and again at once after a failure', async () => {
    const clock = createFixedClock('2026-11-21T09:00:00Z');
    const provider = { issuer: 'https://idp.example.org', clientId: 'waarmerk', clientSecret: 'x' };
    let fetched = 0;
    const party = createRelyingParty({
      clock,
      fetch: async () => {
        fetched += 1;
        return fetched === 1 ? new Response('', { status: 503 }) : Response.json(metadata(provider.issuer));
      },
    });
    const start = () => party.startSignIn({ provider, returnTo: RETURN_TO });
    await expect(start()).rejects.toMatchObject({ reason: 'sign-in.provider-unreachable' });
    await Promise.all([start(), start()]);
    await start();
    expect(fetched).toBe(2);
    clock.advance(60 * 60 * 1000 + 1);
    await start();
    expect(fetched).toBe(3);
  });

  test('is refused when it names another issuer', async () => {
    const fetch = async () => Response.json(metadata('https://evil.example'));
    const party = createRelyingParty({ clock: systemClock, fetch });
    const provider = { issuer: 'https://idp.example.org', clientId: 'waarmerk', clientSecret: 'x' };
    await expect(party.startSignIn({ provider, returnTo: RETURN_TO })).rejects.toMatchObject({
      reason: 'sign-in.provider-unreachable',
    });
  });

  test('is not fetched over http from another machine', async () => {
    let fetched = 0;
    const fetch = async () => {
      fetched += 1;
      return Response.json(metadata('http://idp.example.org'));
    };
    const party = createRelyingParty({ clock: systemClock, fetch });
    const provider = { issuer: 'http://idp.example.org', clientId: 'waarmerk', clientSecret: 'x' };
    await expect(party.startSignIn({ provider, returnTo: RETURN_TO })).rejects.toMatchObject({
      reason: 'sign-in.provider-unreachable',
    });
    expect(fetched).toBe(0);
  });
});
