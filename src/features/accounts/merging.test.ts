import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AccountWorld, openAccountWorld, type Visitor } from '../../../test/support/account-world.ts';

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
  subject = `twin-${count}`;
  world.settle('learner', { subject, name: 'Sanne Visser', eduId: `${subject}-eduid` });
  world.settle('groningen', { subject, name: 'Sanne de Wit', email: `${subject}@rug.example` });
  await world.sendLetters();
  await world.sendNotices();
});

const signedIn = async (tenant: 'learner' | 'groningen' = 'learner', name = subject): Promise<Visitor> => {
  const browser = world.openBrowser();
  await browser.signIn(tenant, name);
  return browser;
};
const merge = (browser: Visitor, name: 'mine' | 'other' = 'mine') =>
  browser.post('/api/v1/account/merge', { name });
const idOf = async (browser: Visitor): Promise<string> => (await browser.session()).person?.id;
const problemOf = (answer: { body: string }) =>
  JSON.parse(answer.body).type?.replace('urn:waarmerk:problem:accounts/', '');
const countMerges = async () =>
  (await world.queryAsSuperuser('SELECT FROM people WHERE merged_into IS NOT NULL')).length;
const proveAddress = async (browser: Visitor, address: string, purpose?: 'link') => {
  await browser.post('/api/v1/email-codes', { address, ...(purpose ? { purpose } : {}) });
  const { subject: line = '' } = (await world.sendLetters()).at(-1) ?? {};
  const code = line.replace(/\D/g, '').slice(0, 6);
  return await browser.post('/api/v1/email-codes/verify', { code });
};

/** Two accounts, and a browser in which both were proven a moment ago. */
const offered = async () => {
  const other = await signedIn('groningen');
  const otherId = await idOf(other);
  const browser = await signedIn();
  const back = await browser.signIn('groningen', subject, '?link=1');
  expect(back.location).toBe('/account/merge');
  return { browser, other, otherId };
};

describe('two accounts of one person', () => {
  test('become one after both were proven: every way in opens it, and the other is nobody’s', async () => {
    const { browser, other, otherId } = await offered();
    const mine = await idOf(browser);
    const offer = JSON.parse((await browser.get('/api/v1/account/merge-offer')).body);
    expect(offer).toMatchObject({
      ...{ myName: 'Sanne Visser', otherName: 'Sanne de Wit' },
      moves: { badges: 0, identities: 1, addresses: 1, passkeys: 0, institutions: [] },
    });
    expect((await merge(browser, 'other')).status).toBe(204);
    expect((await browser.session()).person).toMatchObject({
      ...{ id: mine, name: 'Sanne de Wit' },
      addresses: [`${subject}@example.org`, `${subject}@rug.example`],
    });
    expect((await other.session()).person).toBeNull();
    for (const tenant of ['learner', 'groningen'] as const)
      expect(await idOf(await signedIn(tenant))).toBe(mine);
    const rows = await world.queryAsSuperuser('SELECT name, merged_into FROM people WHERE id = $1', [
      otherId,
    ]);
    expect(rows).toEqual([{ name: '', merged_into: mine }]);
    const { history } = JSON.parse((await browser.get('/api/v1/account')).body);
    expect(history).toMatchObject([{ oldName: 'Sanne Visser', newName: 'Sanne de Wit', source: 'merge' }]);
  });

  test('are written down in both names, without any, and both hear of it', async () => {
    const { browser, otherId } = await offered();
    await merge(browser);
    const mine = await idOf(browser);
    const entries = await world.queryAsSuperuser(
      "SELECT action, person_id, subject_id FROM audit_entries WHERE action LIKE 'account.merged%' AND person_id IN ($1, $2) ORDER BY action",
      [mine, otherId],
    );
    expect(entries).toEqual([
      { action: 'account.merged', person_id: mine, subject_id: otherId },
      { action: 'account.merged-away', person_id: otherId, subject_id: mine },
    ]);
    const told = (await world.sendNotices()).filter((one) => one.subject.startsWith('Twee accounts'));
    expect(told.map(({ to }) => to).sort()).toEqual([`${subject}@example.org`, `${subject}@rug.example`]);
  });

  test('keep an address and a role that both had once', async () => {
    await world.addMember('groningen', `${subject}@rug.example`, 'teacher');
    await world.addMember('groningen', `${subject}@example.org`, 'teacher');
    const { browser, otherId } = await offered();
    await world.queryAsSuperuser('UPDATE members SET person_id = $1 WHERE identifier = $2', [
      await idOf(browser),
      `${subject}@example.org`,
    ]);
    await proveAddress(browser, `${subject}@rug.example`);
    await browser.signIn('groningen', subject, '?link=1');
    expect((await merge(browser)).status).toBe(204);
    expect((await browser.session()).person.addresses).toHaveLength(2);
    const roles = await world.queryAsSuperuser('SELECT role FROM members WHERE person_id IN ($1, $2)', [
      await idOf(browser),
      otherId,
    ]);
    expect(roles).toEqual([{ role: 'teacher' }]);
  });

  test('keep the programs of both running: who goes on answers for them', async () => {
    await world.addMember('groningen', `${subject}@rug.example`, 'administrator');
    const { browser, otherId } = await offered();
    const answersFor = async (person: string) =>
      await world.queryAsSuperuser<{ client_id: string }>(
        'SELECT client_id FROM api_clients WHERE created_by = $1',
        [person],
      );
    await world.queryAsSuperuser(
      `INSERT INTO api_clients (id, institution_id, client_id, secret_hash, name, scopes, created_by, created_at)
       SELECT gen_random_uuid(), institution_id, $2, '\\x00', 'SIS', '{awards.read}', $1, now() FROM members WHERE person_id = $1`,
      [otherId, subject],
    );
    expect(await answersFor(otherId)).toEqual([{ client_id: subject }]);
    expect((await merge(browser)).status).toBe(204);
    expect(await answersFor(otherId)).toEqual([]);
    expect(await answersFor(await idOf(browser))).toEqual([{ client_id: subject }]);
  });

  test('one of which is entered by letters are proven by a code', async () => {
    const other = world.openBrowser();
    await proveAddress(other, `${subject}@own.example`);
    const browser = await signedIn();
    expect(JSON.parse((await proveAddress(browser, `${subject}@own.example`, 'link')).body)).toMatchObject({
      ...{ outcome: 'merge-offered', returnTo: '/account/merge' },
    });
    expect((await merge(browser)).status).toBe(204);
    expect((await other.session()).person).toBeNull();
  });

  test('may have been merged before: what was merged goes along', async () => {
    const first = await offered();
    await merge(first.browser);
    const middle = await idOf(first.browser);
    const third = world.openBrowser();
    await proveAddress(third, `${subject}@third.example`);
    await third.signIn('learner', subject, '?link=1');
    expect((await merge(third)).status).toBe(204);
    const last = await idOf(third);
    const rows = await world.queryAsSuperuser('SELECT merged_into FROM people WHERE id IN ($1, $2)', [
      first.otherId,
      middle,
    ]);
    expect(rows).toEqual([{ merged_into: last }, { merged_into: last }]);
  });
});

describe('an offer to merge is worth nothing', () => {
  /** What is tried with an offer, and what it is answered. */
  const attempts: [
    string,
    (given: Awaited<ReturnType<typeof offered>>) => Promise<{ status: number; body: string }>,
  ][] = [
    [
      'to a browser that copied the session alone',
      async ({ browser }) => {
        const thief = world.openBrowser();
        thief.cookies.set('session', browser.cookies.get('session') ?? '');
        return await merge(thief);
      },
    ],
    [
      'to another session of the same person',
      async ({ browser }) => {
        const again = await signedIn();
        again.cookies.set('sign-in', browser.cookies.get('sign-in') ?? '');
        return await merge(again);
      },
    ],
    [
      'to the other account',
      async ({ browser, other }) => {
        other.cookies.set('sign-in', browser.cookies.get('sign-in') ?? '');
        return await merge(other);
      },
    ],
    [
      'after ten minutes',
      async ({ browser }) => {
        world.clock.advance(10 * MINUTE);
        return await merge(browser);
      },
    ],
    [
      'after ten minutes, also when who is signed in proved themselves again',
      async ({ browser }) => {
        world.clock.advance(10 * MINUTE);
        await browser.signIn('learner', subject, '?prove=1');
        return await merge(browser);
      },
    ],
    [
      'after signing out and in again',
      async ({ browser }) => {
        await browser.post('/api/v1/sign-out');
        await browser.signIn('learner', subject);
        return await merge(browser);
      },
    ],
    [
      'after the session was ended from elsewhere',
      async ({ browser }) => {
        const elsewhere = await signedIn();
        await elsewhere.post('/api/v1/account/sessions/end-others');
        await browser.signIn('learner', subject);
        return await merge(browser);
      },
    ],
  ];
  test.each(attempts)('%s', async (_what, attempt) => {
    const given = await offered();
    const before = await countMerges();
    const answer = await attempt(given);
    expect([answer.status, problemOf(answer)]).toEqual([409, 'merge-offer-gone']);
    expect(await countMerges()).toBe(before);
  });

  test('the second time, and in two windows at once it is one merge', async () => {
    const { browser } = await offered();
    const before = await countMerges();
    const answers = await Promise.all([merge(browser), merge(browser), merge(browser)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    expect((await merge(browser)).status).toBe(409);
    expect(await countMerges()).toBe(before + 1);
  });

  test('without a fresh proof of who is signed in', async () => {
    const other = await signedIn('groningen');
    const browser = await signedIn();
    world.clock.advance(9 * MINUTE);
    await browser.signIn('groningen', subject, '?link=1');
    world.clock.advance(2 * MINUTE);
    const refused = await merge(browser);
    expect([refused.status, problemOf(refused)]).toEqual([403, 'prove-again']);
    // The offer outlives the proof: once given again, it is the same person who accepts.
    await browser.signIn('learner', subject, '?prove=1');
    expect((await merge(browser)).status).toBe(204);
    expect((await other.session()).person).toBeNull();
  });

  test('when nobody made one, and to nobody', async () => {
    expect(problemOf(await merge(await signedIn()))).toBe('merge-offer-gone');
    expect((await merge(world.openBrowser())).status).toBe(401);
    expect((await world.openBrowser().get('/api/v1/account/merge-offer')).status).toBe(401);
  });

  test('once the other account was merged elsewhere', async () => {
    const { browser, other } = await offered();
    await other.signIn('learner', subject, '?link=1');
    expect((await merge(other)).status).toBe(204);
    const answer = await merge(browser);
    expect([401, 409]).toContain(answer.status);
    expect((await browser.session()).person).toBeNull();
  });
});

describe('no account is taken over', () => {
  /** Someone who is not the owner comes in; they must be someone else, and nothing may be merged or taken away. */
  const takeovers: [string, () => Promise<Visitor>][] = [
    [
      'by the same verified address at another issuer',
      () => comes('groningen', { email: `${subject}@example.org` }),
    ],
    [
      'by the same address, unverified',
      () => comes('groningen', { email: `${subject}@example.org`, emailVerified: false }),
    ],
    ['by the address in capitals', () => comes('groningen', { email: `${subject}@EXAMPLE.ORG` })],
    ['by the address with spaces around it', () => comes('groningen', { email: ` ${subject}@example.org ` })],
    ['by the address in full-width letters', () => comes('groningen', { email: `${subject}＠example.org` })],
    [
      'by the address with a letter that looks alike',
      () => comes('groningen', { email: `${subject}@exаmple.org` }),
    ],
    [
      'by the address with a zero-width character',
      () => comes('groningen', { email: `${subject}\u200b@example.org` }),
    ],
    [
      'by the address with a combining mark',
      () => comes('groningen', { email: `${subject}e\u0301@example.org` }),
    ],
    [
      'by the subject in capitals at the same issuer',
      () => comes('learner', { subject: subject.toUpperCase() }),
    ],
    ['by the subject with a space behind it', () => comes('learner', { subject: `${subject} ` })],
    ['by the same subject at another issuer', () => comes('oosterdiep', { subject })],
    [
      'by a principal name that was given out again',
      () => comes('groningen', { principalName: `${subject}@rug.example` }),
    ],
    ['by the eduID of another', () => comes('learner', { eduId: `${subject}-eduid` })],
    ['by the same name', () => comes('learner', { name: 'Sanne Visser' })],
    [
      'by a code to the address that a provider stated',
      async () => {
        const browser = world.openBrowser();
        await proveAddress(browser, `${subject}@example.org`);
        return browser;
      },
    ],
  ];
  const comes = async (
    tenant: 'learner' | 'groningen' | 'oosterdiep',
    person: Parameters<AccountWorld['settle']>[1] | Omit<Parameters<AccountWorld['settle']>[1], 'subject'>,
  ): Promise<Visitor> => {
    const name = 'subject' in person ? person.subject : `${subject}-thief`;
    world.settle(tenant, { ...person, subject: name });
    const browser = world.openBrowser();
    await browser.signIn(tenant, name);
    return browser;
  };

  test.each(takeovers)('%s', async (_what, attempt) => {
    const owner = await signedIn();
    const before = await owner.session();
    const merges = await countMerges();
    const thief = await attempt();
    expect(await idOf(thief)).not.toBe(before.person.id);
    expect(await idOf(thief)).toBeDefined();
    expect(await owner.session()).toEqual(before);
    expect(await countMerges()).toBe(merges);
  });

  test('by an identity that was unlinked and comes back', async () => {
    const owner = await signedIn();
    await owner.signIn('groningen', subject, '?link=1');
    const { identities } = JSON.parse((await owner.get('/api/v1/account/ways-in')).body);
    await owner.remove(`/api/v1/account/identities/${identities[1].id}`);
    expect(await idOf(await signedIn('groningen'))).not.toBe(await idOf(owner));
  });

  test('by linking on an open session that was left for ten minutes', async () => {
    const owner = await signedIn();
    world.clock.advance(11 * MINUTE);
    expect((await owner.get('/auth/start/groningen?link=1')).location).toContain('/account/prove?');
  });
});
