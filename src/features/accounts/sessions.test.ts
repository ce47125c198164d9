import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AccountWorld, openAccountWorld } from '../../../test/support/account-world.ts';

let world: AccountWorld;
beforeAll(async () => {
  world = await openAccountWorld();
});
afterAll(() => world.close());

let count = 0;
let subject = '';
beforeEach(() => {
  count += 1;
  subject = `person-${count}`;
  world.settle('learner', { subject });
});

const HOUR = 60 * 60 * 1000;
const signedIn = async () => {
  const browser = world.openBrowser();
  await browser.signIn('learner', subject);
  return browser;
};

describe('the cookie of a session', () => {
  test('is out of reach of scripts and of other sites', async () => {
    const { setCookies } = await world.openBrowser().signIn('learner', subject);
    expect(setCookies).toHaveLength(1);
    expect(setCookies[0]).toMatch(/^session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('on https is bound to the host', async () => {
    const secure = await openAccountWorld({ secure: true });
    try {
      secure.settle('learner', { subject });
      const browser = secure.openBrowser();
      const { setCookies } = await browser.signIn('learner', subject);
      expect(setCookies[0]).toMatch(/^__Host-session=[\w-]{43}; .*Path=\/; HttpOnly; SameSite=Lax; Secure$/);
      expect((await browser.session()).person.name).toBe('Sanne Visser');
      // The plain name, which any other host of the domain could set, is not read.
      const plain = secure.openBrowser();
      plain.cookies.set('session', browser.cookies.get('__Host-session') ?? '');
      expect((await plain.session()).person).toBeNull();
    } finally {
      await secure.close();
    }
  });

  test('changes at every sign-in, and what it was before opens nothing', async () => {
    const browser = await signedIn();
    const planted = browser.cookies.get('session') ?? '';
    const { person } = await browser.session();
    await browser.signIn('learner', subject);
    expect(browser.cookies.get('session')).not.toBe(planted);
    expect((await browser.session()).person.id).toBe(person.id);
    const attacker = world.openBrowser();
    attacker.cookies.set('session', planted);
    expect((await attacker.session()).person).toBeNull();
  });

  test.each(['x', 'x'.repeat(43), `${'x'.repeat(43)}%00`, '../../etc', '"', ''])(
    '%j stands for nobody',
    async (value) => {
      const browser = world.openBrowser();
      browser.cookies.set('session', value);
      const answer = await browser.get('/api/v1/session');
      expect([answer.status, JSON.parse(answer.body).person]).toEqual([200, null]);
    },
  );
});

describe('a session', () => {
  test('ends twelve hours after its last use', async () => {
    const browser = await signedIn();
    world.clock.advance(12 * HOUR - 1);
    expect((await browser.session()).person).not.toBeNull();
    world.clock.advance(12 * HOUR - 1);
    expect((await browser.session()).person).not.toBeNull();
    world.clock.advance(12 * HOUR);
    expect((await browser.session()).person).toBeNull();
    expect(await browser.actor()).toMatchObject({ kind: 'anonymous' });
  });

  test('ends fourteen days after the sign-in, however much it is used', async () => {
    const browser = await signedIn();
    for (let hours = 0; hours < 14 * 24 - 8; hours += 8) {
      world.clock.advance(8 * HOUR);
      expect((await browser.session()).person).not.toBeNull();
    }
    world.clock.advance(8 * HOUR);
    expect((await browser.session()).person).toBeNull();
  });

  test('ends at signing out, also for a copy of its cookie', async () => {
    const browser = await signedIn();
    const copy = world.openBrowser();
    copy.cookies.set('session', browser.cookies.get('session') ?? '');
    expect((await copy.session()).person).not.toBeNull();
    const answer = await browser.post('/api/v1/sign-out');
    expect([answer.status, browser.cookies.has('session')]).toEqual([204, false]);
    expect((await copy.session()).person).toBeNull();
  });

  test('is kept by no cache', async () => {
    const browser = await signedIn();
    expect((await browser.get('/api/v1/session')).headers['cache-control']).toBe('no-store');
  });

  test('cannot be ended or changed by a form of another site', async () => {
    const browser = await signedIn();
    const cookie = `session=${browser.cookies.get('session')}`;
    for (const headers of [
      { cookie, origin: 'https://evil.example' },
      { cookie, 'sec-fetch-site': 'cross-site' },
    ]) {
      const answer = await world.app.inject({ method: 'POST', url: '/api/v1/sign-out', headers });
      expect(answer.statusCode).toBe(403);
    }
    expect((await browser.session()).person).not.toBeNull();
  });
});

describe('a person', () => {
  test('says what they are called and in which language they read', async () => {
    const browser = await signedIn();
    const answer = await browser.ask('PATCH', '/api/v1/session', {
      name: ' Sanne \n de Wit ',
      language: 'en',
    });
    expect(JSON.parse(answer.body).person).toMatchObject({ name: 'Sanne de Wit', language: 'en' });
    const { person } = await browser.session();
    expect(person).toMatchObject({ name: 'Sanne de Wit', language: 'en' });
    expect(await world.claimantName(person.id)).toEqual({ name: 'Sanne de Wit', source: 'holder' });
  });

  test('has a name that can be seen, and changes nobody else', async () => {
    const browser = await signedIn();
    expect((await browser.ask('PATCH', '/api/v1/session', { name: ' \u202e ' })).status).toBe(400);
    expect((await browser.ask('PATCH', '/api/v1/session', { language: 'de' })).status).toBe(400);
    expect((await world.openBrowser().ask('PATCH', '/api/v1/session', { name: 'X' })).status).toBe(401);
    expect((await browser.session()).person.name).toBe('Sanne Visser');
  });
});

test('the sign-in page learns where one can sign in', async () => {
  const { body } = await world.openBrowser().get('/api/v1/sign-in-methods');
  expect(JSON.parse(body).providers).toMatchObject([
    { id: 'learner', kind: 'learner', start: '/auth/start/learner' },
    { id: 'groningen', kind: 'institution' },
    { id: 'oosterdiep', kind: 'institution' },
  ]);
  expect(body).not.toContain('secret');
});
