import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AccountWorld, openAccountWorld, type Visitor } from '../../../test/support/account-world.ts';
import type { AccountView, WaysInView } from './account.schema.ts';

let world: AccountWorld;
beforeAll(async () => {
  world = await openAccountWorld();
});
afterAll(() => world.close());

const MINUTE = 60 * 1000;
let count = 0;
let subject = '';
beforeEach(async () => {
  count += 1;
  subject = `way-${count}`;
  world.settle('learner', { subject });
  world.settle('groningen', { subject, email: `${subject}@rug.example` });
  await world.sendLetters();
  await world.sendNotices();
});

const signedIn = async (): Promise<Visitor> => {
  const browser = world.openBrowser();
  await browser.signIn('learner', subject);
  return browser;
};
const waysOf = async (browser: Visitor): Promise<WaysInView> =>
  JSON.parse((await browser.get('/api/v1/account/ways-in')).body);
const accountOf = async (browser: Visitor): Promise<AccountView> =>
  JSON.parse((await browser.get('/api/v1/account')).body);
const codeOf = (answer: { body: string }) =>
  JSON.parse(answer.body).type?.replace('urn:waarmerk:problem:', '');
const codeOfRefusal = (answer: { status: number; body: string }) =>
  answer.status === 204 ? '' : codeOf(answer);
const readCode = async () => /(\d{3}) (\d{3})/.exec((await world.sendLetters()).at(-1)?.subject ?? '');
/** Asks for a code and types it. */
const proveAddress = async (browser: Visitor, address: string, purpose?: 'link' | 'prove') => {
  const asked = await browser.post('/api/v1/email-codes', { address, ...(purpose ? { purpose } : {}) });
  if (asked.status !== 202) return asked;
  const [, first = '', second = ''] = (await readCode()) ?? [];
  return await browser.post('/api/v1/email-codes/verify', { code: `${first}${second}` });
};

describe('ways to sign in', () => {
  test('say which provider, the name it stated, how sure it is, and since when', async () => {
    world.settle('groningen', {
      subject: `${subject}-sure`,
      assurance: ['https://refeds.org/assurance/IAP/high'],
      expires: '20280131225959Z',
    });
    const browser = await signedIn();
    await browser.signIn('groningen', `${subject}-sure`, '?link=1');
    const { identities, others } = await waysOf(browser);
    expect(identities).toMatchObject([
      { kind: 'learner', provider: { en: 'learner' }, name: 'Sanne Visser', until: null },
      {
        kind: 'institution',
        assurance: expect.arrayContaining(['https://refeds.org/assurance/IAP/high']),
        until: '2028-01-31T22:59:59.000Z',
      },
    ]);
    expect(others.map(({ id }) => id)).toEqual(['oosterdiep']);
    expect(JSON.stringify(identities)).not.toContain(subject);
  });

  test('can be unlinked, and the account stays as it is for the other way in', async () => {
    const browser = await signedIn();
    const { person } = await browser.session();
    await browser.signIn('groningen', subject, '?link=1');
    const [first] = (await waysOf(browser)).identities;
    expect((await browser.remove(`/api/v1/account/identities/${first?.id}`)).status).toBe(204);
    expect((await waysOf(browser)).identities).toHaveLength(1);
    const other = world.openBrowser();
    await other.signIn('groningen', subject);
    expect((await other.session()).person.id).toBe(person.id);
    // What was unlinked is deleted: who comes back with it is someone new (reliability 2.C, C2).
    const stranger = await signedIn();
    expect((await stranger.session()).person.id).not.toBe(person.id);
    const notices = await world.sendNotices();
    expect(notices).toContainEqual({
      to: `${subject}@rug.example`,
      subject: 'Een manier van inloggen is uit uw account verwijderd',
    });
  });

  test('never all go, also when two windows remove one each', async () => {
    const browser = await signedIn();
    const [only] = (await waysOf(browser)).identities;
    const refused = await browser.remove(`/api/v1/account/identities/${only?.id}`);
    expect([refused.status, codeOf(refused)]).toEqual([409, 'accounts/last-way-in']);
    await browser.signIn('groningen', subject, '?link=1');
    const { identities } = await waysOf(browser);
    const answers = await Promise.all(
      identities.map(({ id }) => browser.remove(`/api/v1/account/identities/${id}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  test('on which a role hangs stay: without them nobody would hear that its bearer has left', async () => {
    await world.addMember('groningen', `${subject}@rug.example`, 'registrar');
    const browser = await signedIn();
    await browser.signIn('groningen', subject, '?link=1');
    const { identities } = await waysOf(browser);
    const answers = await Promise.all(
      identities.map(({ id }) => browser.remove(`/api/v1/account/identities/${id}`)),
    );
    expect(answers.map(codeOfRefusal).sort()).toEqual(['', 'accounts/role-hangs-on-it']);
  });

  test('of someone else are not there', async () => {
    const [owner, other] = [await signedIn(), world.openBrowser()];
    await owner.signIn('groningen', subject, '?link=1');
    world.settle('oosterdiep', { subject });
    await other.signIn('oosterdiep', subject);
    const [id] = (await waysOf(owner)).identities.map((one) => one.id);
    expect((await other.remove(`/api/v1/account/identities/${id}`)).status).toBe(404);
    expect((await waysOf(owner)).identities).toHaveLength(2);
    expect((await world.openBrowser().get('/api/v1/account/ways-in')).status).toBe(401);
  });

  test('can be an address of one’s own, by its letters', async () => {
    const browser = await signedIn();
    const { person } = await browser.session();
    const own = `${subject}@home.example`;
    expect(JSON.parse((await proveAddress(browser, own, 'link')).body).outcome).toBe('linked');
    const later = world.openBrowser();
    expect(JSON.parse((await proveAddress(later, own)).body).signedIn).toBe(true);
    expect((await later.session()).person.id).toBe(person.id);
  });
});

describe('an address', () => {
  test('that is added is told to the others, and letters go to the one that was chosen', async () => {
    const browser = await signedIn();
    await proveAddress(browser, `${subject}@home.example`);
    expect(await world.sendNotices()).toEqual([
      { to: `${subject}@example.org`, subject: 'Uw account heeft een e-mailadres erbij' },
    ]);
    const second = (await accountOf(browser)).addresses[1];
    expect(second?.primary).toBe(false);
    await browser.post(`/api/v1/account/addresses/${second?.id}/primary`);
    expect((await accountOf(browser)).addresses.map(({ address, primary }) => [address, primary])).toEqual([
      [`${subject}@home.example`, true],
      [`${subject}@example.org`, false],
    ]);
  });

  test('that was removed is not put back by the provider that stated it', async () => {
    const browser = await signedIn();
    const [address] = (await accountOf(browser)).addresses;
    expect((await browser.remove(`/api/v1/account/addresses/${address?.id}`)).status).toBe(204);
    await browser.signIn('learner', subject);
    expect((await accountOf(browser)).addresses).toEqual([]);
  });

  test('whose letters are the last way in stays; otherwise it goes with that way in', async () => {
    const browser = world.openBrowser();
    const own = `${subject}@only.example`;
    await proveAddress(browser, own);
    const [address] = (await accountOf(browser)).addresses;
    const refused = await browser.remove(`/api/v1/account/addresses/${address?.id}`);
    expect([refused.status, codeOf(refused)]).toEqual([409, 'accounts/last-way-in']);
    await browser.signIn('learner', subject, '?link=1');
    expect((await browser.remove(`/api/v1/account/addresses/${address?.id}`)).status).toBe(204);
    const stranger = world.openBrowser();
    await proveAddress(stranger, own);
    expect((await stranger.session()).person.id).not.toBe((await browser.session()).person.id);
  });

  test('of someone else is not there', async () => {
    const owner = await signedIn();
    const other = world.openBrowser();
    await other.signIn('groningen', subject);
    const [address] = (await accountOf(owner)).addresses;
    for (const answer of [
      await other.remove(`/api/v1/account/addresses/${address?.id}`),
      await other.post(`/api/v1/account/addresses/${address?.id}/primary`),
    ])
      expect(answer.status).toBe(404);
  });
});

describe('a fresh proof', () => {
  const stale = async () => {
    const browser = await signedIn();
    await browser.signIn('groningen', subject, '?link=1');
    world.clock.advance(10 * MINUTE + 1);
    return browser;
  };

  test('is asked after ten minutes by whatever takes something away or adds a way in', async () => {
    const browser = await stale();
    const { identities } = await waysOf(browser);
    const { addresses } = await accountOf(browser);
    for (const answer of [
      await browser.remove(`/api/v1/account/identities/${identities[0]?.id}`),
      await browser.remove(`/api/v1/account/addresses/${addresses[0]?.id}`),
      await browser.post('/api/v1/passkeys/start', { purpose: 'register' }),
      await browser.post('/api/v1/email-codes', { address: `${subject}@x.example`, purpose: 'link' }),
      await browser.post('/api/v1/account/merge', { name: 'mine' }),
    ])
      expect([answer.status, codeOf(answer)]).toEqual([403, 'accounts/prove-again']);
    const link = await browser.get('/auth/start/oosterdiep?link=1');
    expect(link.location).toBe('/account/prove?returnTo=%2Faccount%2Fways-in%23add');
    expect((await waysOf(browser)).identities).toHaveLength(2);
  });

  test('is given by signing in again, under a new token', async () => {
    const browser = await stale();
    const [first] = (await waysOf(browser)).identities;
    const token = browser.cookies.get('session');
    const back = await browser.signIn('groningen', subject, '?prove=1&returnTo=/account/ways-in');
    expect(back.location).toBe('/account/ways-in');
    expect(browser.cookies.get('session')).not.toBe(token);
    expect((await browser.remove(`/api/v1/account/identities/${first?.id}`)).status).toBe(204);
  });

  test('is given by a code, only to an address whose letters open this account', async () => {
    const browser = await signedIn();
    await proveAddress(browser, `${subject}@home.example`, 'link');
    world.clock.advance(10 * MINUTE + 1);
    const other = await proveAddress(browser, `${subject}@example.org`, 'prove');
    expect([other.status, codeOf(other)]).toEqual([403, 'accounts/not-this-account']);
    expect((await waysOf(browser)).isFresh).toBe(false);
    const proven = await proveAddress(browser, `${subject}@home.example`, 'prove');
    expect(JSON.parse(proven.body).outcome).toBe('proven');
    expect((await waysOf(browser)).isFresh).toBe(true);
  });

  test('is not given by the identity of someone else, nor by one that nobody has', async () => {
    const owner = world.openBrowser();
    world.settle('oosterdiep', { subject });
    await owner.signIn('oosterdiep', subject);
    const browser = await stale();
    world.settle('oosterdiep', { subject: `${subject}-new` });
    for (const name of [subject, `${subject}-new`]) {
      const back = await browser.signIn('oosterdiep', name, '?prove=1&returnTo=/account');
      expect(back.location).toBe('/account/prove?returnTo=%2Faccount&problem=not-this-account');
      expect((await waysOf(browser)).isFresh).toBe(false);
    }
    expect((await waysOf(browser)).identities).toHaveLength(2);
  });
});

describe('sessions', () => {
  test('are listed, and one or all others end within a request', async () => {
    const [here, there, third] = [await signedIn(), await signedIn(), await signedIn()];
    const { sessions } = await waysOf(here);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    const theirs = (await waysOf(there)).sessions.find(({ current }) => current);
    expect((await here.remove(`/api/v1/account/sessions/${theirs?.id}`)).status).toBe(204);
    expect((await there.session()).person).toBeNull();
    expect((await third.session()).person).not.toBeNull();
    await here.post('/api/v1/account/sessions/end-others');
    expect((await third.session()).person).toBeNull();
    expect((await waysOf(here)).sessions).toHaveLength(1);
  });

  test('of someone else are not there', async () => {
    const owner = await signedIn();
    const other = world.openBrowser();
    await other.signIn('groningen', subject);
    const [session] = (await waysOf(owner)).sessions;
    expect((await other.remove(`/api/v1/account/sessions/${session?.id}`)).status).toBe(404);
    await other.post('/api/v1/account/sessions/end-others');
    expect((await owner.session()).person).not.toBeNull();
  });
});

describe('a name', () => {
  test('that changes keeps a history for its bearer, and the audit entry names no name', async () => {
    const browser = await signedIn();
    await browser.signIn('groningen', subject, '?link=1');
    await browser.ask('PATCH', '/api/v1/session', { name: 'Canary de Wit' });
    expect((await accountOf(browser)).vouchers).toEqual([]);
    await browser.ask('PATCH', '/api/v1/session', { name: 'Sanne Visser' });
    const account = await accountOf(browser);
    expect(account.history.map(({ oldName, newName, source }) => [oldName, newName, source])).toEqual([
      ['Canary de Wit', 'Sanne Visser', 'institution'],
      ['Sanne Visser', 'Canary de Wit', 'holder'],
    ]);
    expect(account.vouchers).toMatchObject([{ kind: 'institution', provider: { en: 'groningen' } }]);
    const { person } = await browser.session();
    const entries = await world.queryAsSuperuser<{ action: string }>(
      `SELECT * FROM audit_entries WHERE person_id = $1`,
      [person.id],
    );
    expect(entries.map(({ action }) => action)).toContain('person.renamed');
    expect(JSON.stringify(entries)).not.toMatch(/canary|visser/i);
    const other = world.openBrowser();
    world.settle('oosterdiep', { subject });
    await other.signIn('oosterdiep', subject);
    expect((await accountOf(other)).history).toEqual([]);
  });
});

describe('an identity that stays', () => {
  const noticeOf = async (browser: Visitor) =>
    JSON.parse((await browser.get('/api/v1/account/stay-notice')).body);

  test('is asked of who comes in by an institution alone, and the question can rest for thirty days', async () => {
    world.settle('oosterdiep', { subject, expires: '20290101000000Z' });
    const browser = world.openBrowser();
    await browser.signIn('oosterdiep', subject);
    expect(await noticeOf(browser)).toEqual({ ask: true, until: '2029-01-01T00:00:00.000Z' });
    await browser.post('/api/v1/account/stay-notice/later');
    expect((await noticeOf(browser)).ask).toBe(false);
    world.clock.advance(30 * 24 * 60 * MINUTE);
    await browser.signIn('oosterdiep', subject);
    expect((await noticeOf(browser)).ask).toBe(true);
    await browser.signIn('learner', subject, '?link=1');
    expect((await noticeOf(browser)).ask).toBe(false);
  });
});
