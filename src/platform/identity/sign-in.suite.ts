import { expect, test } from 'vitest';
import type { CookieBrowser, Page } from './cookie-browser.ts';
import { createCookieBrowser } from './cookie-browser.ts';
import type { IdentityProvider, RelyingParty, SignedIn } from './index.ts';

export const RETURN_TO = 'http://localhost:3999/sign-in/callback';

/** What must hold for every provider that people can come from. */
export function describeSignIn(given: {
  readonly party: () => RelyingParty;
  readonly provider: () => IdentityProvider;
  /** Another client of the same provider, with the same callback address. */
  readonly otherClient: () => IdentityProvider;
  /** Fills in the provider's own pages, from the first one on. */
  readonly signIn: (browser: CookieBrowser, page: Page) => Promise<Page>;
  readonly turnBack: (browser: CookieBrowser, page: Page) => Promise<Page>;
  readonly expected: Partial<SignedIn['claims']>;
}): void {
  const walk = async (provider = given.provider()) => {
    const started = await given.party().startSignIn({ provider, returnTo: RETURN_TO });
    const browser = createCookieBrowser(RETURN_TO);
    const { url } = await given.signIn(browser, await browser.visit(started.url));
    return { provider, callbackUrl: url, started };
  };
  const finish = async (walked: Awaited<ReturnType<typeof walk>>, changes: Record<string, string> = {}) => {
    const { state, nonce, codeVerifier } = walked.started;
    const { provider, callbackUrl } = walked;
    return given.party().finishSignIn({ provider, callbackUrl, state, nonce, codeVerifier, ...changes });
  };
  const invalid = { name: 'SignInRefusal', reason: 'sign-in.invalid' };

  test('a person comes back as themselves', async () => {
    const signedIn = await finish(await walk());
    expect(signedIn.issuer).toBe(given.provider().issuer);
    expect(signedIn.subject).toBe(given.expected.sub);
    expect(signedIn.claims).toMatchObject(given.expected);
  });

  test('the address says nothing but what the provider must know, and never twice the same', async () => {
    const one = await given
      .party()
      .startSignIn({ provider: given.provider(), returnTo: RETURN_TO, language: 'nl' });
    const two = await given.party().startSignIn({ provider: given.provider(), returnTo: RETURN_TO });
    const asked = new URL(one.url).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('ui_locales')).toBe('nl');
    expect(one.url).not.toContain(one.codeVerifier);
    expect(one.url).not.toContain(given.provider().clientSecret);
    expect(
      new Set([one.state, two.state, one.nonce, two.nonce, one.codeVerifier, two.codeVerifier]).size,
    ).toBe(6);
  });

  test.each(['state', 'nonce', 'codeVerifier'] as const)('a wrong %s is refused', async (part) => {
    const wrong = (await given.party().startSignIn({ provider: given.provider(), returnTo: RETURN_TO }))[
      part
    ];
    await expect(finish(await walk(), { [part]: wrong })).rejects.toMatchObject(invalid);
  });

  test('a code is worth nothing the second time', async () => {
    const walked = await walk();
    await finish(walked);
    await expect(finish(walked)).rejects.toMatchObject(invalid);
  });

  test('a code that another client was given is refused', async () => {
    const theirs = await walk(given.otherClient());
    await expect(finish({ ...theirs, provider: given.provider() })).rejects.toMatchObject(invalid);
    // Their own sign-in was sound: what failed is that it was ours.
    expect((await finish(await walk(given.otherClient()))).subject).toBe(given.expected.sub);
  });

  test('an answer that claims to come from another issuer is refused', async () => {
    const walked = await walk();
    const url = new URL(walked.callbackUrl);
    url.searchParams.set('iss', 'https://other.example');
    await expect(finish({ ...walked, callbackUrl: url.href })).rejects.toMatchObject(invalid);
  });

  test('a wrong client secret gets nobody in', async () => {
    const walked = await walk();
    const provider = { ...walked.provider, clientSecret: 'guessed' };
    await expect(finish({ ...walked, provider })).rejects.toMatchObject(invalid);
  });

  test('a person may turn back', async () => {
    const provider = given.provider();
    const started = await given.party().startSignIn({ provider, returnTo: RETURN_TO });
    const browser = createCookieBrowser(RETURN_TO);
    const { url } = await given.turnBack(browser, await browser.visit(started.url));
    const { state, nonce, codeVerifier } = started;
    const input = { provider, callbackUrl: url, state, nonce, codeVerifier };
    await expect(given.party().finishSignIn(input)).rejects.toMatchObject({ reason: 'sign-in.denied' });
  });

  test('a callback address that was not registered never gets an answer', async () => {
    const browser = createCookieBrowser('http://evil.example');
    const returnTo = 'http://evil.example/callback';
    const started = await given.party().startSignIn({ provider: given.provider(), returnTo });
    const page = await browser.visit(started.url);
    expect(page.status).toBe(400);
    expect(page.url).not.toContain('evil.example/callback?');
  });

  test('a fresh sign-in is asked for again', async () => {
    const browser = createCookieBrowser(RETURN_TO);
    const input = { provider: given.provider(), returnTo: RETURN_TO };
    const first = await given.party().startSignIn(input);
    await given.signIn(browser, await browser.visit(first.url));
    const second = await given.party().startSignIn({ ...input, again: 'required' });
    const page = await browser.visit(second.url);
    expect(page.status).toBe(200);
    expect(page.html).toContain('<form');
    const { url } = await given.signIn(browser, page);
    const { state, nonce, codeVerifier } = second;
    const callback = { callbackUrl: url, state, nonce, codeVerifier };
    const signedIn = await given.party().finishSignIn({ ...input, ...callback, again: 'required' });
    expect(signedIn.subject).toBe(given.expected.sub);
  });
}
