import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AccountWorld, openAccountWorld, type Visitor } from '../../../test/support/account-world.ts';
import { createAuthenticator } from '../../../test/support/authenticator.ts';
import { isPartyId } from './passkey.ts';

let world: AccountWorld;
beforeAll(async () => {
  world = await openAccountWorld();
});
afterAll(() => world.close());

const MINUTE = 60 * 1000;
let count = 0;
let subject = '';
beforeEach(() => {
  count += 1;
  subject = `holder-${count}`;
  world.settle('learner', { subject });
});

type Authenticator = ReturnType<typeof createAuthenticator>;

const signedIn = async (): Promise<Visitor> => {
  const browser = world.openBrowser();
  await browser.signIn('learner', subject);
  return browser;
};
const challengeFor = async (browser: Visitor, purpose: 'register' | 'sign-in' | 'prove'): Promise<string> =>
  JSON.parse((await browser.post('/api/v1/passkeys/start', { purpose })).body).challenge;
const register = async (browser: Visitor, key: Authenticator, name = 'Laptop') =>
  await browser.post('/api/v1/passkeys', {
    name,
    response: key.register(await challengeFor(browser, 'register')),
  });
const use = (browser: Visitor, response: object) => browser.post('/api/v1/passkeys/use', { response });
const listOf = async (browser: Visitor) =>
  JSON.parse((await browser.get('/api/v1/account/ways-in')).body).passkeys;

describe('a passkey', () => {
  test('is added under a name, signs in without one, and can be removed', async () => {
    const key = createAuthenticator(world.publicUrl);
    const browser = await signedIn();
    const token = browser.cookies.get('session');
    expect((await register(browser, key)).status).toBe(204);
    expect(browser.cookies.get('session')).not.toBe(token);
    expect(await listOf(browser)).toMatchObject([{ name: 'Laptop', lastUsedAt: null }]);

    const other = world.openBrowser();
    const used = await use(other, key.use(await challengeFor(other, 'sign-in')));
    expect(used.status).toBe(204);
    expect((await other.session()).person.id).toBe((await browser.session()).person.id);

    const [held] = await listOf(browser);
    expect((await browser.remove(`/api/v1/account/passkeys/${held.id}`)).status).toBe(204);
    const third = world.openBrowser();
    expect((await use(third, key.use(await challengeFor(third, 'sign-in')))).status).toBe(422);
  });

  test('proves once more who sits there', async () => {
    const key = createAuthenticator(world.publicUrl);
    const browser = await signedIn();
    await register(browser, key);
    world.clock.advance(11 * MINUTE);
    expect((await browser.post('/api/v1/passkeys/start', { purpose: 'register' })).status).toBe(403);
    expect((await use(browser, key.use(await challengeFor(browser, 'prove')))).status).toBe(204);
    expect((await browser.post('/api/v1/passkeys/start', { purpose: 'register' })).status).toBe(200);
  });
});

describe('refused, in the same words, is', () => {
  test.each([
    ['a challenge that we did not make', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['an answer given at another origin', { origin: 'https://evil.example' }],
    ['an answer for another host', { partyId: 'evil.example' }],
    ['a user who was not verified', { verified: false }],
    ['an answer of another ceremony', { type: 'webauthn.create' }],
  ])('%s', async (_what, change) => {
    const key = createAuthenticator(world.publicUrl);
    await register(await signedIn(), key);
    const browser = world.openBrowser();
    const answer = await use(browser, key.use(await challengeFor(browser, 'sign-in'), change));
    expect(answer.status).toBe(422);
    expect(JSON.parse(answer.body).type).toBe('urn:waarmerk:problem:accounts/passkey-refused');
    expect((await browser.session()).person).toBeNull();
  });

  test('an answer that came before', async () => {
    const key = createAuthenticator(world.publicUrl);
    await register(await signedIn(), key);
    const browser = world.openBrowser();
    const answer = key.use(await challengeFor(browser, 'sign-in'));
    expect((await use(browser, answer)).status).toBe(204);
    await browser.post('/api/v1/sign-out');
    expect((await use(browser, answer)).status).toBe(422);
    expect((await browser.session()).person).toBeNull();
  });

  test('an answer to a challenge of another browser, or after five minutes', async () => {
    const key = createAuthenticator(world.publicUrl);
    await register(await signedIn(), key);
    const [attacker, victim] = [world.openBrowser(), world.openBrowser()];
    await challengeFor(victim, 'sign-in');
    expect((await use(victim, key.use(await challengeFor(attacker, 'sign-in')))).status).toBe(422);
    const late = await challengeFor(victim, 'sign-in');
    world.clock.advance(5 * MINUTE);
    expect((await use(victim, key.use(late))).status).toBe(422);
  });

  test('a counter that goes back: somebody has a copy', async () => {
    const key = createAuthenticator(world.publicUrl);
    await register(await signedIn(), key);
    const browser = world.openBrowser();
    expect((await use(browser, key.use(await challengeFor(browser, 'sign-in'), { counter: 9 }))).status).toBe(
      204,
    );
    for (const counter of [9, 3, 0])
      expect((await use(browser, key.use(await challengeFor(browser, 'sign-in'), { counter }))).status).toBe(
        422,
      );
  });

  test('someone else’s passkey as a proof, and a registration for someone else', async () => {
    const key = createAuthenticator(world.publicUrl);
    await register(await signedIn(), key);
    subject = `${subject}-other`;
    world.settle('learner', { subject });
    const other = await signedIn();
    await register(other, createAuthenticator(world.publicUrl));
    expect((await use(other, key.use(await challengeFor(other, 'prove')))).status).toBe(422);
    // The same credential cannot be added to a second account.
    expect((await register(other, key)).status).toBe(422);
    const challenge = await challengeFor(other, 'register');
    await other.post('/api/v1/sign-out');
    expect(
      (await other.post('/api/v1/passkeys', { name: 'x', response: key.register(challenge) })).status,
    ).toBe(401);
  });

  test('a registration answered as a sign-in, and the other way round', async () => {
    const key = createAuthenticator(world.publicUrl);
    const browser = await signedIn();
    await register(browser, key);
    expect((await use(browser, key.use(await challengeFor(browser, 'register')))).status).toBe(422);
    const other = createAuthenticator(world.publicUrl);
    const response = other.register(await challengeFor(browser, 'sign-in'));
    expect((await browser.post('/api/v1/passkeys', { name: 'x', response })).status).toBe(422);
  });

  test('what is no answer at all', async () => {
    const browser = world.openBrowser();
    const key = createAuthenticator(world.publicUrl);
    const answer = key.use('AAAA');
    for (const clientDataJSON of [
      'AAAA',
      Buffer.from('{}').toString('base64url'),
      Buffer.from('[1]').toString('base64url'),
    ])
      expect(
        (await use(browser, { ...answer, response: { ...answer.response, clientDataJSON } })).status,
      ).toBe(422);
    expect((await use(browser, {})).status).toBe(400);
  });
});

test('signing in names no credential, so nobody learns who has one', async () => {
  const { body } = await world.openBrowser().post('/api/v1/passkeys/start', { purpose: 'sign-in' });
  expect(JSON.parse(body).allowCredentials ?? []).toEqual([]);
});

test('an IP address cannot name the party', () => {
  expect(['127.0.0.1', '[::1]', 'localhost', 'badges.example'].map(isPartyId)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
