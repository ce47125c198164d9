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
});

const countPeople = async () => (await world.queryAsSuperuser('SELECT FROM people')).length;
const setPath = (url: URL, path: string): void => {
  url.pathname = path;
};
const problemOf = (location: string) => new URL(location, 'http://own').searchParams.get('problem');

describe('signing in', () => {
  test('for the first time makes an account, and later finds it again', async () => {
    world.settle('learner', { subject, name: 'Sanne Visser', email: 'Sanne@Example.org', eduId: 'A1' });
    const browser = world.openBrowser();
    const back = await browser.signIn('learner', subject, '?returnTo=/backpack%3Fa=1');
    expect([back.status, back.location]).toEqual([303, '/backpack?a=1']);
    const { person } = await browser.session();
    expect(person).toMatchObject({ name: 'Sanne Visser', language: 'nl', addresses: ['sanne@example.org'] });

    const elsewhere = world.openBrowser();
    await elsewhere.signIn('learner', subject);
    expect((await elsewhere.session()).person.id).toBe(person.id);
    const identities = await world.queryAsSuperuser(
      'SELECT issuer, subject, identifiers FROM identities WHERE subject = $1',
      [subject],
    );
    expect(identities).toHaveLength(1);
    expect(identities[0]).toMatchObject({ identifiers: ['a1'] });
  });

  test('in two browsers at once makes one account', async () => {
    world.settle('learner', { subject });
    const browsers = Array.from({ length: 4 }, () => world.openBrowser());
    const callbacks: string[] = [];
    for (const browser of browsers) callbacks.push(await browser.choose('learner', subject));
    const before = await countPeople();
    const answers = await Promise.all(browsers.map((browser, at) => browser.get(callbacks[at] ?? '')));
    expect(answers.map(({ location }) => location)).toEqual(['/', '/', '/', '/']);
    expect(await countPeople()).toBe(before + 1);
  });

  test('leaves its marks in the audit trail, and none of them is personal', async () => {
    world.settle('learner', { subject, name: 'Canary Name', email: 'canary@example.org' });
    const browser = world.openBrowser();
    await browser.signIn('learner', subject);
    const { person } = await browser.session();
    const entries = await world.queryAsSuperuser<{ action: string }>(
      'SELECT action, detail, person_id, actor_id FROM audit_entries WHERE person_id = $1 ORDER BY id',
      [person.id],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'account.created',
      'identity.linked',
      'address.added',
      'session.started',
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/canary/i);
  });

  test('keeps tokens, codes and names out of the log', async () => {
    world.settle('learner', { subject, name: 'Canary Name', email: 'canary-log@example.org' });
    const browser = world.openBrowser();
    const callback = await browser.choose('learner', subject);
    await browser.get(callback);
    await browser.get(callback);
    const code = new URL(callback, 'http://own').searchParams.get('code') ?? 'no code';
    const text = world.logged.join('');
    for (const secret of [code, browser.cookies.get('session') ?? 'no session', 'canary', 'Canary', 'eyJ'])
      expect(text).not.toContain(secret);
  });

  test('the database holds no token that opens a session', async () => {
    world.settle('learner', { subject });
    const browser = world.openBrowser();
    await browser.signIn('learner', subject);
    const token = browser.cookies.get('session') ?? '';
    expect(token).toHaveLength(43);
    const rows = await world.queryAsSuperuser<{ row: string }>(
      `SELECT sessions::text || encode(token_hash, 'escape') AS row FROM sessions`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('accounts are not joined', () => {
  test('by an address that two providers verified', async () => {
    const email = `${subject}-shared@example.org`;
    world.settle('learner', { subject, email });
    world.settle('groningen', { subject, email });
    const [learner, staff] = [world.openBrowser(), world.openBrowser()];
    await learner.signIn('learner', subject);
    await staff.signIn('groningen', subject);
    const [one, two] = [(await learner.session()).person, (await staff.session()).person];
    expect(one.id).not.toBe(two.id);
    expect([one.addresses, two.addresses]).toEqual([[email], [email]]);
  });

  test('by the same subject at another provider', async () => {
    world.settle('groningen', { subject });
    world.settle('oosterdiep', { subject });
    const [one, two] = [world.openBrowser(), world.openBrowser()];
    await one.signIn('groningen', subject);
    await two.signIn('oosterdiep', subject);
    expect((await one.session()).person.id).not.toBe((await two.session()).person.id);
  });

  test('by a principal name that was given to someone else: the newcomer is a new person', async () => {
    const principalName = `${subject}@rug.example`;
    world.settle('groningen', { subject, principalName });
    world.settle('groningen', { subject: `${subject}-next`, principalName });
    const [before, after] = [world.openBrowser(), world.openBrowser()];
    await before.signIn('groningen', subject);
    await after.signIn('groningen', `${subject}-next`);
    expect((await before.session()).person.id).not.toBe((await after.session()).person.id);
  });

  test('and an address that the provider did not verify is not added', async () => {
    world.settle('learner', { subject, email: `${subject}@verified.example`, emailVerified: false });
    const browser = world.openBrowser();
    await browser.signIn('learner', subject);
    expect((await browser.session()).person.addresses).toEqual([]);
  });
});

describe('linking another identity', () => {
  test('is done for whoever is signed in, and both then open the one account', async () => {
    world.settle('learner', { subject });
    world.settle('groningen', { subject, email: `${subject}@rug.example` });
    const browser = world.openBrowser();
    await browser.signIn('learner', subject);
    const { person } = await browser.session();
    const token = browser.cookies.get('session');
    const linked = await browser.signIn('groningen', subject, '?link=1&returnTo=/account');
    expect(linked.location).toBe('/account');
    expect(browser.cookies.get('session')).not.toBe(token);
    const other = world.openBrowser();
    await other.signIn('groningen', subject);
    expect((await other.session()).person.id).toBe(person.id);
    expect((await other.session()).person.addresses).toContain(`${subject}@rug.example`);
  });

  test('that belongs to another account offers to make them one, and nothing changes', async () => {
    world.settle('learner', { subject });
    world.settle('groningen', { subject });
    const [owner, other] = [world.openBrowser(), world.openBrowser()];
    await owner.signIn('groningen', subject);
    await other.signIn('learner', subject);
    const before = await other.session();
    const refused = await other.signIn('groningen', subject, '?link=1');
    expect(refused.location).toBe('/account/merge');
    expect(await other.session()).toEqual(before);
    expect((await owner.session()).person.id).not.toBe(before.person.id);
  });

  test('is refused to nobody, and to someone who signed out on the way', async () => {
    world.settle('learner', { subject });
    world.settle('groningen', { subject });
    const browser = world.openBrowser();
    const started = await browser.get('/auth/start/groningen?link=1');
    expect(problemOf(started.location)).toBe('sign-in-first');
    await browser.signIn('learner', subject);
    const callback = await browser.choose('groningen', subject, '?link=1');
    await browser.post('/api/v1/sign-out');
    expect(problemOf((await browser.get(callback)).location)).toBe('expired');
    expect((await browser.session()).person).toBeNull();
  });
});

describe('a callback', () => {
  test('opened a second time signs nobody in', async () => {
    world.settle('learner', { subject });
    const browser = world.openBrowser();
    const callback = await browser.choose('learner', subject);
    expect((await browser.get(callback)).location).toBe('/');
    await browser.post('/api/v1/sign-out');
    const again = await browser.get(callback);
    expect([again.status, problemOf(again.location)]).toEqual([303, 'expired']);
    expect((await browser.session()).person).toBeNull();
  });

  test('forwarded to another browser signs nobody in there, also when it started a sign-in of its own', async () => {
    world.settle('learner', { subject });
    const [attacker, victim] = [world.openBrowser(), world.openBrowser()];
    const callback = await attacker.choose('learner', subject);
    expect(problemOf((await victim.get(callback)).location)).toBe('expired');
    await victim.get('/auth/start/learner');
    expect(problemOf((await victim.get(callback)).location)).toBe('expired');
    expect((await victim.session()).person).toBeNull();
    // The browser that started it is let in: what refused the others was the browser.
    expect((await attacker.get(callback)).location).toBe('/');
  });

  test('whose code belongs to another sign-in of the same browser is refused (PKCE, nonce)', async () => {
    world.settle('learner', { subject });
    const browser = world.openBrowser();
    const [one, two] = [await browser.choose('learner', subject), await browser.choose('learner', subject)];
    const mixed = new URL(one, 'http://own');
    mixed.searchParams.set('code', new URL(two, 'http://own').searchParams.get('code') ?? '');
    const answer = await browser.get(`${mixed.pathname}${mixed.search}`);
    expect(problemOf(answer.location)).toBe('invalid');
    expect((await browser.session()).person).toBeNull();
  });

  test.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'x'), 'expired'],
    ['two states', (url: URL) => url.searchParams.append('state', 'x'), 'expired'],
    ['no state', (url: URL) => url.searchParams.delete('state'), 'expired'],
    ['no code', (url: URL) => url.searchParams.delete('code'), 'invalid'],
    ['another code', (url: URL) => url.searchParams.set('code', 'x'), 'invalid'],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example'), 'invalid'],
    [
      'an ID token in the address',
      (url: URL) => url.searchParams.set('id_token', 'eyJhbGciOiJub25lIn0.e30.'),
      'invalid',
    ],
    ['another provider', (url: URL) => setPath(url, '/auth/callback/groningen'), 'expired'],
    ['an unknown provider', (url: URL) => setPath(url, '/auth/callback/nowhere'), 'provider-unknown'],
  ])('with %s signs nobody in', async (_what, change, problem) => {
    world.settle('learner', { subject });
    const browser = world.openBrowser();
    const url = new URL(await browser.choose('learner', subject), 'http://own');
    change(url);
    const answer = await browser.get(`${url.pathname}${url.search}`);
    expect([answer.status, problemOf(answer.location)]).toEqual([303, problem]);
    expect(answer.setCookies).toEqual([]);
    expect((await browser.session()).person).toBeNull();
  });

  test('after ten minutes comes too late', async () => {
    world.settle('learner', { subject });
    const browser = world.openBrowser();
    const callback = await browser.choose('learner', subject);
    world.clock.advance(10 * 60 * 1000);
    expect(problemOf((await browser.get(callback)).location)).toBe('expired');
  });

  test('of someone who turned back says so, and still knows where they were going', async () => {
    const browser = world.openBrowser();
    const answer = await browser.signIn('learner', 'nobody', '?returnTo=/claim/abc');
    expect(answer.location).toBe('/sign-in?problem=denied&returnTo=%2Fclaim%2Fabc');
  });

  test('at a provider that is unknown or gone is told on a page, never as a fault', async () => {
    const browser = world.openBrowser();
    for (const url of [
      '/auth/start/nowhere',
      '/auth/start/%00',
      '/auth/callback/learner',
      '/auth/start/learner?returnTo[]=x',
    ]) {
      const answer = await browser.get(url);
      expect(answer.status).toBeLessThan(500);
      expect(answer.location).not.toContain('evil');
    }
  });

  test('never leads to another site', async () => {
    world.settle('learner', { subject });
    const browser = world.openBrowser();
    const query = `?returnTo=${encodeURIComponent('//evil.example')}`;
    expect((await browser.signIn('learner', subject, query)).location).toBe('/');
    const refused = await browser.get(`/auth/start/nowhere${query}`);
    expect(refused.location).toBe('/sign-in?problem=provider-unknown');
  });
});

describe('staff', () => {
  test('are recognised through their own institution, and act for it from the start', async () => {
    const principalName = `${subject}@RUG.example`;
    world.settle('groningen', { subject, principalName });
    await world.addMember('groningen', `${subject}@rug.example`, 'registrar');
    await world.addMember('groningen', `${subject}@example.org`, 'designer');
    const browser = world.openBrowser();
    await browser.signIn('groningen', subject);
    const session = await browser.session();
    expect(session.institution).toBe('groningen');
    expect(session.memberships).toMatchObject([
      { slug: 'groningen', name: { en: 'University of groningen' }, roles: ['designer', 'registrar'] },
    ]);
    const actor = await browser.actor();
    expect(actor.institutionId).toBe(world.institutionId('groningen'));
    expect(actor.permissions).toEqual(expect.arrayContaining(['awards.grant', 'designs.publish']));
    expect(await world.claimantName(session.person.id)).toEqual({
      name: 'Sanne Visser',
      source: 'institution',
    });
  });

  test('are not recognised by what another provider says of them', async () => {
    const principalName = `${subject}@rug.example`;
    await world.addMember('groningen', principalName, 'administrator');
    for (const tenant of ['learner', 'oosterdiep'] as const) {
      world.settle(tenant, { subject, principalName, email: principalName });
      const browser = world.openBrowser();
      await browser.signIn(tenant, subject);
      expect(await browser.session()).toMatchObject({ memberships: [], institution: null });
    }
    const rows = await world.queryAsSuperuser('SELECT person_id FROM members WHERE identifier = $1', [
      principalName,
    ]);
    expect(rows).toEqual([{ person_id: null }]);
  });

  test('whose principal name is given to someone else keep their role, and the newcomer gets none', async () => {
    const principalName = `${subject}@rug.example`;
    await world.addMember('groningen', principalName, 'teacher');
    for (const name of [subject, `${subject}-next`])
      world.settle('groningen', { subject: name, principalName });
    const [before, after] = [world.openBrowser(), world.openBrowser()];
    await before.signIn('groningen', subject);
    await after.signIn('groningen', `${subject}-next`);
    expect((await before.session()).memberships).toHaveLength(1);
    expect((await after.session()).memberships).toEqual([]);
  });

  test('may act for another institution where they have a role, or for themselves, and nowhere else', async () => {
    world.settle('groningen', { subject });
    world.settle('oosterdiep', { subject });
    await world.addMember('groningen', `${subject}@example.org`, 'teacher');
    await world.addMember('oosterdiep', `${subject}@example.org`, 'reader');
    const browser = world.openBrowser();
    await browser.signIn('groningen', subject);
    const refused = await browser.post('/api/v1/session/institution', { slug: 'oosterdiep' });
    expect([refused.status, (await browser.session()).institution]).toEqual([403, 'groningen']);
    await browser.signIn('oosterdiep', subject, '?link=1');
    const switched = await browser.post('/api/v1/session/institution', { slug: 'groningen' });
    expect(JSON.parse(switched.body).institution).toBe('groningen');
    expect((await browser.actor()).permissions).toContain('designs.write');
    await browser.post('/api/v1/session/institution', { slug: 'oosterdiep' });
    expect((await browser.actor()).permissions).not.toContain('designs.write');
    expect((await browser.session()).institution).toBe('oosterdiep');
    await browser.post('/api/v1/session/institution', { slug: null });
    expect(await browser.actor()).toMatchObject({ kind: 'person', permissions: [] });
    expect(await browser.actor()).not.toHaveProperty('institutionId');
    expect((await browser.session()).institution).toBeNull();
  });

  test('act no longer once their role has ended, in the session they have', async () => {
    world.settle('groningen', { subject });
    const until = new Date(world.clock.now().getTime() + 60_000);
    await world.addMember('groningen', `${subject}@example.org`, 'administrator', until);
    const browser = world.openBrowser();
    await browser.signIn('groningen', subject);
    expect((await browser.actor()).permissions).toContain('institution.manage');
    world.clock.advance(60_000);
    expect((await browser.actor()).permissions).toEqual([]);
    expect(await browser.session()).toMatchObject({ memberships: [], institution: null });
  });
});
