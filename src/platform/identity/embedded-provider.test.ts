import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { createEgress, createWebFetch } from '../egress/index.ts';
import { createCookieBrowser } from './cookie-browser.ts';
import type { DemoPerson, EmbeddedProvider, IdentityProvider, RelyingParty } from './index.ts';
import { createRelyingParty, startEmbeddedProvider } from './index.ts';
import { describeSignIn, RETURN_TO } from './sign-in.suite.ts';

const person = (subject: string, name: string, more: Partial<DemoPerson> = {}): DemoPerson => {
  const [givenName = '', ...rest] = name.split(' ');
  const email = `${subject}@example.org`;
  return { subject, name, givenName, familyName: rest.join(' '), email, emailVerified: true, ...more };
};

const learners = [
  person('sub-sanne', 'Sanne Visser', {
    eduId: 'a1b2',
    assurance: ['https://refeds.org/assurance/IAP/medium'],
    acr: 'https://eduid.nl/trust/validate-names',
  }),
  person('sub-soren', 'Søren Kjærgaard Lindqvist'),
  person('sub-script', '<script>alert("x")</script> & Zn.'),
];
const staff = [
  person('p4100117', 'Marijke Aldershof', {
    principalName: 'p4100117@rug.example',
    homeOrganization: 'rug.example',
    affiliations: ['employee', 'staff'],
    description: { nl: 'docent, Ruimtelijke Wetenschappen', en: 'teacher, Spatial Sciences' },
  }),
];

const partyFor = (...origins: string[]): RelyingParty =>
  createRelyingParty({
    fetch: createWebFetch(createEgress({ loopbackOrigins: origins })),
    clock: systemClock,
  });

describe('the embedded provider', () => {
  let server: Server;
  let origin = '';
  let embedded: EmbeddedProvider;
  let party: RelyingParty;

  const clients = ['waarmerk', 'somebody-else'].map((name) => ({
    clientId: name,
    clientSecret: `${name}-secret`,
    redirectUris: [RETURN_TO],
  }));
  const settingsOf = (publicUrl: string, demo: boolean) => ({
    demo,
    publicUrl,
    clock: systemClock,
    tenants: [
      { id: 'eduid', name: { nl: 'eduID (demo)', en: 'eduID (demo)' }, clients },
      {
        id: 'groningen',
        name: { nl: 'Rijksuniversiteit Groningen', en: 'University of Groningen' },
        clients,
      },
    ],
    listPeople: (tenant: string) => (tenant === 'eduid' ? learners : staff),
  });
  const providerOf = (tenant: string, clientId = 'waarmerk'): IdentityProvider => ({
    issuer: embedded.issuerOf(tenant),
    clientId,
    clientSecret: `${clientId}-secret`,
    scope: 'profile email eduperson',
    idTokenAlgorithm: 'ES256',
  });
  const visitChooser = async (tenant = 'eduid') => {
    const started = await party.startSignIn({ provider: providerOf(tenant), returnTo: RETURN_TO });
    const browser = createCookieBrowser(RETURN_TO);
    return { browser, started, page: await browser.visit(started.url) };
  };

  beforeAll(async () => {
    server = createServer((request, response) => embedded.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`; // a TCP server has no other kind
    embedded = startEmbeddedProvider(settingsOf(origin, true));
    party = partyFor(origin);
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  describe.each([
    [
      'of the learners',
      'eduid',
      {
        sub: 'sub-sanne',
        eduid: 'a1b2',
        acr: 'https://eduid.nl/trust/validate-names',
        eduperson_assurance: ['https://refeds.org/assurance/IAP/medium'],
        email: 'sub-sanne@example.org',
        email_verified: true,
      },
    ],
    [
      'of an institution',
      'groningen',
      {
        sub: 'p4100117',
        name: 'Marijke Aldershof',
        given_name: 'Marijke',
        eduperson_principal_name: 'p4100117@rug.example',
        schac_home_organization: 'rug.example',
        eduperson_affiliation: ['employee', 'staff'],
      },
    ],
  ])('%s', (_whose, tenant, expected) => {
    describeSignIn({
      party: () => party,
      provider: () => providerOf(tenant),
      otherClient: () => providerOf(tenant, 'somebody-else'),
      signIn: (browser, page) => browser.submit(page, { person: expected.sub }),
      turnBack: (browser, page) => browser.submit(page, { cancel: 'yes' }),
      expected,
    });
  });

  test('lets another person sign in with the same browser', async () => {
    const browser = createCookieBrowser(RETURN_TO);
    const provider = providerOf('eduid');
    for (const subject of ['sub-sanne', 'sub-soren', 'sub-soren', 'sub-sanne']) {
      const { url, ...kept } = await party.startSignIn({ provider, returnTo: RETURN_TO });
      const { url: callbackUrl } = await browser.submit(await browser.visit(url), { person: subject });
      expect((await party.finishSignIn({ provider, callbackUrl, ...kept })).subject).toBe(subject);
    }
  });

  test('says how sure it is of a person when asked', async () => {
    const provider = providerOf('eduid');
    const acrValues = ['https://eduid.nl/trust/validate-names'];
    const started = await party.startSignIn({ provider, returnTo: RETURN_TO, acrValues });
    const browser = createCookieBrowser(RETURN_TO);
    const { url } = await browser.submit(await browser.visit(started.url), { person: 'sub-sanne' });
    const { state, nonce, codeVerifier } = started;
    const signedIn = await party.finishSignIn({ provider, callbackUrl: url, state, nonce, codeVerifier });
    expect(signedIn.claims.acr).toBe(acrValues[0]);
  });

  test('refuses to start when the demo is off', () => {
    expect(() => startEmbeddedProvider(settingsOf('http://localhost:3000', false))).toThrow(
      'only in the demo',
    );
  });

  test('speaks Dutch or English, and finds a name without its accents', async () => {
    const { browser, page } = await visitChooser();
    expect(page.html).toContain('<html lang="nl">');
    expect(page.html).toContain('Zoek op naam');
    const found = await browser.visit(`${page.url}?lang=en&q=lindqvist+soren`);
    expect(found.html).toContain('<html lang="en">');
    expect(found.html).toContain('Søren');
    expect(found.html).toContain('1 person');
    expect(found.html).not.toContain('Sanne');
    expect((await browser.visit(`${page.url}?lang=en&q=nobody`)).html).toContain('Nobody found');
  });

  test('shows names and searches as words', async () => {
    const { browser, page } = await visitChooser();
    const searched = await browser.visit(`${page.url}?q=${encodeURIComponent('"><script>')}`);
    for (const { html } of [page, searched]) expect(html).not.toContain('<script');
    expect(page.html).toContain('&lt;script&gt;');
  });

  test('has no inline style and no script, may not be framed, and serves its own stylesheet', async () => {
    const { started } = await visitChooser();
    const { url } = started;
    const response = await fetch(url, { redirect: 'manual' });
    const page = await fetch(new URL(response.headers.get('location') ?? '', url), {
      headers: {
        cookie: response.headers
          .getSetCookie()
          .map((line) => line.split(';')[0])
          .join('; '),
      },
    });
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(html).not.toMatch(/<style|style=|<script|\son\w+=/);
    const stylesheet = /href="([^"]+\.css)"/.exec(html)?.[1] ?? '';
    expect((await fetch(new URL(stylesheet, url))).headers.get('content-type')).toBe('text/css');
  });

  test('lets nobody in who is not on the list of that tenant', async () => {
    const { browser, page, started } = await visitChooser('groningen');
    const { url } = await browser.submit(page, { person: 'sub-sanne' });
    const { state, nonce, codeVerifier } = started;
    const input = { provider: providerOf('groningen'), callbackUrl: url, state, nonce, codeVerifier };
    await expect(party.finishSignIn(input)).rejects.toMatchObject({ reason: 'sign-in.denied' });
  });

  test('does not go on with a sign-in that began in another browser', async () => {
    const { page } = await visitChooser();
    const stranger = createCookieBrowser(RETURN_TO);
    const answer = await stranger.submit(page, { person: 'sub-sanne' });
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.html).toContain('Signing in did not work');
  });

  test('demands a PKCE challenge', async () => {
    const { started } = await visitChooser();
    const url = new URL(started.url);
    url.searchParams.delete('code_challenge');
    url.searchParams.delete('code_challenge_method');
    const { url: answer } = await createCookieBrowser(RETURN_TO).visit(url.href);
    expect(new URL(answer).searchParams.get('error')).toBe('invalid_request');
  });

  test('names its own address in its metadata, whatever host the visitor names', async () => {
    const { port } = new URL(origin);
    const response = await fetch(`http://127.0.0.1:${port}/idp/eduid/.well-known/openid-configuration`, {
      headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    });
    const metadata: Record<string, unknown> = await response.json();
    expect(metadata.issuer).toBe(`${origin}/idp/eduid`);
    expect(String(metadata.authorization_endpoint)).toMatch(new RegExp(`^${origin}/idp/eduid/`));
    expect(JSON.stringify(metadata)).not.toContain('evil.example');
  });

  test('knows no tenant that was not given', async () => {
    expect((await fetch(`${origin}/idp/oosterdiep/.well-known/openid-configuration`)).status).toBe(404);
    expect((await fetch(`${origin}/elsewhere`)).status).toBe(404);
  });
});
