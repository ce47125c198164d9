import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AccountWorld, openAccountWorld, type Visitor } from '../../../test/support/account-world.ts';
import { createAuthenticator } from '../../../test/support/authenticator.ts';
import { assertsSecondFactor, REFEDS_MFA } from './second-factor.ts';

describe('a provider asserts a second factor (RFC 8176) by', () => {
  test.each<[Record<string, unknown>]>([
    [{ amr: ['mfa'] }],
    [{ amr: ['pwd', 'mfa'] }],
    [{ amr: ['pwd', 'otp'] }],
    [{ amr: ['hwk', 'pin'] }],
    [{ amr: ['swk', 'fpt'] }],
    [{ amr: ['face', 'pin'] }],
    [{ acr: REFEDS_MFA }],
  ])('%j', (idToken) => expect(assertsSecondFactor(idToken)).toBe(true));

  test.each<[Record<string, unknown>]>([
    [{}],
    [{ amr: [] }],
    [{ amr: ['pwd'] }],
    [{ amr: ['otp'] }],
    [{ amr: ['hwk'] }],
    [{ amr: ['pwd', 'pin'] }],
    [{ amr: ['hwk', 'otp'] }],
    [{ amr: ['pwd', 'sms'] }],
    [{ amr: ['pwd', 'kba'] }],
    [{ amr: ['pwd', 'geo', 'rba'] }],
    [{ amr: ['pwd', 'toString'] }],
    [{ amr: 'mfa' }],
    [{ amr: ['MFA'] }],
    [{ amr: ['mfa', 1] }],
    [{ acr: 'https://refeds.org/profile/sfa' }],
    [{ acr: [REFEDS_MFA] }],
  ])('not by %j', (idToken) => expect(assertsSecondFactor(idToken)).toBe(false));

  test('the value of acr that its institution names, and then no other', () => {
    expect(assertsSecondFactor({ acr: 'loa-3' }, ['loa-3'])).toBe(true);
    expect(assertsSecondFactor({ acr: REFEDS_MFA }, ['loa-3'])).toBe(false);
  });
});

describe('acting for an institution that asks for it', () => {
  let world: AccountWorld;
  beforeAll(async () => {
    world = await openAccountWorld();
    for (const slug of ['groningen', 'oosterdiep']) await world.setStaffRule(slug, 'required');
  });
  afterAll(() => world.close());

  let count = 0;
  let subject = '';
  beforeEach(async () => {
    count += 1;
    subject = `staff-${count}`;
    world.settle('groningen', { subject, amr: ['pwd'] });
    await world.addMember('groningen', `${subject}@example.org`, 'administrator');
  });

  type Authenticator = ReturnType<typeof createAuthenticator>;
  const signedIn = async (): Promise<Visitor> => {
    const browser = world.openBrowser();
    await browser.signIn('groningen', subject);
    return browser;
  };
  const challengeFor = async (browser: Visitor, purpose: string): Promise<string> =>
    JSON.parse((await browser.post('/api/v1/passkeys/start', { purpose })).body).challenge;
  const register = async (browser: Visitor, key: Authenticator) =>
    await browser.post('/api/v1/passkeys', {
      name: 'Key',
      response: key.register(await challengeFor(browser, 'register')),
    });
  const prove = async (browser: Visitor, key: Authenticator) =>
    await browser.post('/api/v1/passkeys/use', { response: key.use(await challengeFor(browser, 'prove')) });
  const problemOf = (answer: { body: string }) =>
    JSON.parse(answer.body).type?.replace('urn:waarmerk:problem:', '');

  test('without one they are themselves, and the session says what is missing', async () => {
    const browser = await signedIn();
    expect(await browser.actor()).not.toHaveProperty('institutionId');
    expect((await browser.actor()).permissions).toEqual([]);
    expect(await browser.session()).toMatchObject({ institution: null, secondFactorNeeded: 'groningen' });
  });

  test('the provider may assert it', async () => {
    world.settle('groningen', { subject: `${subject}-mfa`, amr: ['pwd', 'otp'] });
    await world.addMember('groningen', `${subject}-mfa@example.org`, 'teacher');
    const browser = world.openBrowser();
    await browser.signIn('groningen', `${subject}-mfa`);
    expect(await browser.session()).toMatchObject({ institution: 'groningen', secondFactorNeeded: null });
  });

  test('the first passkey, made right after signing in at the own provider, is one; later it is used', async () => {
    const key = createAuthenticator(world.publicUrl);
    const browser = await signedIn();
    expect((await register(browser, key)).status).toBe(204);
    expect(await browser.session()).toMatchObject({ institution: 'groningen', secondFactorNeeded: null });
    const later = await signedIn();
    expect((await later.session()).secondFactorNeeded).toBe('groningen');
    expect((await prove(later, key)).status).toBe(204);
    expect((await later.actor()).permissions).toContain('institution.manage');
  });

  test('who knows the password alone cannot add or take away a passkey once there is one', async () => {
    const owner = await signedIn();
    await register(owner, createAuthenticator(world.publicUrl));
    const thief = await signedIn();
    const refused = await register(thief, createAuthenticator(world.publicUrl));
    expect([refused.status, problemOf(refused)]).toEqual([403, 'accounts/second-factor-first']);
    const { passkeys } = JSON.parse((await thief.get('/api/v1/account/ways-in')).body);
    const kept = await thief.remove(`/api/v1/account/passkeys/${passkeys[0].id}`);
    expect([kept.status, problemOf(kept)]).toEqual([403, 'accounts/second-factor-first']);
    expect((await thief.session()).institution).toBeNull();
  });

  test('another way in enrols nothing, and a passkey alone does not act: the institution may have ended the account', async () => {
    world.settle('learner', { subject });
    const owner = await signedIn();
    await owner.signIn('learner', subject, '?link=1');
    const outside = world.openBrowser();
    await outside.signIn('learner', subject);
    const refused = await register(outside, createAuthenticator(world.publicUrl));
    expect([refused.status, problemOf(refused)]).toEqual([403, 'accounts/own-provider-needed']);
    const key = createAuthenticator(world.publicUrl);
    await register(owner, key);
    const away = world.openBrowser();
    await away.post('/api/v1/passkeys/use', { response: key.use(await challengeFor(away, 'sign-in')) });
    const switched = await away.post('/api/v1/session/institution', { slug: 'groningen' });
    expect([switched.status, problemOf(switched)]).toEqual([403, 'accounts/own-provider-needed']);
    expect((await away.actor()).permissions).toEqual([]);
  });

  test('is not made by merging: a password of staff and a passkey of a stranger are no two factors', async () => {
    const owner = await signedIn();
    await register(owner, createAuthenticator(world.publicUrl));
    world.settle('learner', { subject: `${subject}-thief` });
    const thief = world.openBrowser();
    await thief.signIn('learner', `${subject}-thief`);
    await register(thief, createAuthenticator(world.publicUrl));
    const back = await thief.signIn('groningen', subject, '?link=1');
    expect(back.location).toBe('/sign-in?problem=second-factor-first');
    expect((await thief.get('/api/v1/account/merge-offer')).status).toBe(409);
    // Nor the other way round, by whoever has the password alone.
    const inside = await signedIn();
    await inside.signIn('learner', `${subject}-thief`, '?link=1');
    const refused = await inside.post('/api/v1/account/merge', { name: 'mine' });
    expect([refused.status, problemOf(refused)]).toEqual([403, 'accounts/second-factor-first']);
    // The owner, who has given it in this session, may.
    await owner.signIn('learner', `${subject}-thief`, '?link=1');
    expect((await owner.post('/api/v1/account/merge', { name: 'mine' })).status).toBe(204);
  });

  test('a guest whom its provider does not know acts with a passkey', async () => {
    world.settle('learner', { subject: `${subject}-guest` });
    const guest = world.openBrowser();
    await guest.signIn('learner', `${subject}-guest`);
    const { person } = await guest.session();
    await world.addMember('oosterdiep', `${subject}-guest@example.org`, 'reader');
    await world.queryAsSuperuser('UPDATE members SET person_id = $1 WHERE identifier = $2', [
      person.id,
      `${subject}-guest@example.org`,
    ]);
    await guest.post('/api/v1/session/institution', { slug: 'oosterdiep' });
    expect(await guest.session()).toMatchObject({ institution: null, secondFactorNeeded: 'oosterdiep' });
    expect((await register(guest, createAuthenticator(world.publicUrl))).status).toBe(204);
    expect((await guest.session()).institution).toBe('oosterdiep');
  });

  test('is not asked where the institution switched it off; coming through its provider still is', async () => {
    await world.setStaffRule('groningen', 'off');
    world.settle('learner', { subject });
    const browser = await signedIn();
    expect((await browser.session()).institution).toBe('groningen');
    await browser.signIn('learner', subject, '?link=1');
    const outside = world.openBrowser();
    await outside.signIn('learner', subject);
    expect((await outside.post('/api/v1/session/institution', { slug: 'groningen' })).status).toBe(403);
    await world.setStaffRule('groningen', 'required');
    expect((await browser.session()).secondFactorNeeded).toBe('groningen');
  });
});
