/** A member of staff lost their only passkey: who lets them make another, and what they show for it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AccountWorld, openAccountWorld, type Visitor } from '../../../test/support/account-world.ts';
import { createAuthenticator } from '../../../test/support/authenticator.ts';
import type { PersonActor } from '../audit/index.ts';
import { allowFactorReset } from '../institutions/allow-factor-reset.ts';
import type { Role } from '../institutions/index.ts';
import { addMember, permissionsOf } from '../institutions/index.ts';

const HOUR_MS = 60 * 60 * 1000;

let world: AccountWorld;
beforeAll(async () => {
  world = await openAccountWorld();
  for (const slug of ['groningen', 'oosterdiep']) await world.setStaffRule(slug, 'required');
});
afterAll(() => world.close());

let count = 0;
let subject = '';
let address = '';
beforeEach(async () => {
  count += 1;
  subject = `lost-${count}`;
  address = `${subject}@example.org`;
  world.settle('groningen', { subject, amr: ['pwd'] });
  await world.addMember('groningen', address, 'administrator');
});

const challengeFor = async (browser: Visitor, purpose: string): Promise<string> =>
  JSON.parse((await browser.post('/api/v1/passkeys/start', { purpose })).body).challenge;
async function register(browser: Visitor, key = createAuthenticator(world.publicUrl)) {
  const response = key.register(await challengeFor(browser, 'register'));
  const answer = await browser.post('/api/v1/passkeys', { name: 'Key', response });
  return [answer.status, codeOf(answer)];
}
/** The letter to the address is read, and its digits typed in the browser. */
async function giveCode(browser: Visitor, to: string): Promise<number> {
  await browser.post('/api/v1/email-codes', { address: to });
  const [letter] = await world.sendLetters();
  const code =
    /\b(\d{3}) (\d{3})\b/
      .exec(letter?.text ?? '')
      ?.slice(1)
      .join('') ?? '';
  return (await browser.post('/api/v1/email-codes/verify', { code })).status;
}
const codeOf = ({ body }: { body: string }): string | undefined =>
  body ? JSON.parse(body).type?.replace('urn:waarmerk:problem:', '') : undefined;

const DONE = [204, undefined];
const FACTOR_FIRST = [403, 'accounts/second-factor-first'];

/** They had a passkey, which is gone, and sit in a browser where they have not yet shown one. */
async function loseKey(): Promise<{ browser: Visitor; personId: string }> {
  const owner = world.openBrowser();
  await owner.signIn('groningen', subject);
  expect(await register(owner)).toEqual(DONE);
  const browser = world.openBrowser();
  await browser.signIn('groningen', subject);
  return { browser, personId: (await browser.session()).person.id };
}

const memberIds = async (identifier: string): Promise<string[]> =>
  (
    await world.queryAsSuperuser<{ id: string }>('SELECT id FROM members WHERE identifier = $1 ORDER BY id', [
      identifier,
    ])
  ).map(({ id }) => id);

function colleague(slug: string, role: Role, personId: string = crypto.randomUUID()): PersonActor {
  return {
    kind: 'person',
    personId,
    institutionId: world.institutionId(slug),
    permissions: permissionsOf([role]),
  };
}

async function allow(actor: PersonActor, identifier = address): Promise<void> {
  const [id = ''] = await memberIds(identifier);
  await allowFactorReset({ ...world.deps, describeDesigns: async () => [] }, actor, { id });
}
const allowed = () => allow(colleague('groningen', 'administrator'));
const refusal = (code: string) => expect.objectContaining({ code });
const listActions = async (personId: string): Promise<string[]> =>
  (
    await world.queryAsSuperuser<{ action: string }>(
      'SELECT action FROM audit_entries WHERE person_id = $1 AND institution_id IS NOT NULL',
      [personId],
    )
  ).map(({ action }) => action);

describe('a lost passkey of staff', () => {
  test('is replaced once, right after signing in at the own provider again; they are told of both', async () => {
    const { browser, personId } = await loseKey();
    expect(await register(browser)).toEqual(FACTOR_FIRST);
    await world.sendNotices();
    await allowed();
    expect(await world.sendNotices()).toEqual([expect.objectContaining({ to: address })]);
    const shown = async () => JSON.parse((await browser.get('/api/v1/account/ways-in')).body).resets;
    expect(await shown()).toMatchObject([
      { shown: false, address: null, prove: '/auth/start/groningen?prove=1' },
    ]);
    await browser.signIn('groningen', subject, '?prove=1');
    expect(await shown()).toMatchObject([{ shown: true }]);
    const key = createAuthenticator(world.publicUrl);
    expect(await register(browser, key)).toEqual(DONE);
    expect((await browser.session()).institution).toBe('groningen');
    expect(await world.sendNotices()).toEqual([expect.objectContaining({ to: address })]);
    const { passkeys } = JSON.parse((await browser.get('/api/v1/account/ways-in')).body);
    expect(passkeys).toHaveLength(1);
    expect(await listActions(personId)).toEqual(
      expect.arrayContaining(['member.factor-reset-allowed', 'passkey.reset']),
    );
    const later = world.openBrowser();
    await later.signIn('groningen', subject);
    await later.post('/api/v1/passkeys/use', { response: key.use(await challengeFor(later, 'prove')) });
    expect((await later.session()).institution).toBe('groningen');
  });

  test('ends the passkeys and the sessions of before', async () => {
    const lost = createAuthenticator(world.publicUrl);
    const owner = world.openBrowser();
    await owner.signIn('groningen', subject);
    await register(owner, lost);
    const browser = world.openBrowser();
    await browser.signIn('groningen', subject);
    await allowed();
    await browser.signIn('groningen', subject, '?prove=1');
    expect(await register(browser)).toEqual(DONE);
    expect((await owner.session()).person).toBeNull();
    const finder = world.openBrowser();
    const used = await finder.post('/api/v1/passkeys/use', {
      response: lost.use(await challengeFor(finder, 'sign-in')),
    });
    expect(used.status).toBe(422);
  });

  test('is not replaced twice', async () => {
    const { browser } = await loseKey();
    await allowed();
    await expect(allowed()).rejects.toEqual(refusal('institutions/reset-allowed-already'));
    await browser.signIn('groningen', subject, '?prove=1');
    expect(await register(browser)).toEqual(DONE);
    const again = world.openBrowser();
    await again.signIn('groningen', subject);
    await again.signIn('groningen', subject, '?prove=1');
    expect(await register(again)).toEqual(FACTOR_FIRST);
  });

  test('is not replaced after 24 hours, nor long after it was shown', async () => {
    const { browser } = await loseKey();
    const start = world.clock.now();
    await allowed();
    await browser.signIn('groningen', subject, '?prove=1');
    world.clock.set(new Date(start.getTime() + 11 * 60 * 1000));
    expect(codeOf(await browser.post('/api/v1/passkeys/start', { purpose: 'register' }))).toBe(
      'accounts/prove-again',
    );
    world.clock.set(new Date(start.getTime() + 24 * HOUR_MS));
    const late = world.openBrowser();
    await late.signIn('groningen', subject);
    await late.signIn('groningen', subject, '?prove=1');
    expect(await register(late)).toEqual(FACTOR_FIRST);
    await allowed();
    await late.signIn('groningen', subject, '?prove=1');
    expect(await register(late)).toEqual(DONE);
  });

  test('is not replaced by another way in, nor by what the provider remembers of the browser', async () => {
    world.settle('learner', { subject });
    const owner = world.openBrowser();
    await owner.signIn('groningen', subject);
    await owner.signIn('learner', subject, '?link=1');
    await register(owner);
    const outside = world.openBrowser();
    await outside.signIn('learner', subject);
    await allowed();
    await outside.signIn('learner', subject, '?prove=1');
    expect(await register(outside)).toEqual(FACTOR_FIRST);
    expect(await giveCode(outside, address)).toBe(200);
    expect(await register(outside)).toEqual(FACTOR_FIRST);
    const inside = world.openBrowser();
    await inside.signIn('groningen', subject);
    expect(await register(inside)).toEqual(FACTOR_FIRST);
    // What one session showed, another has not.
    await inside.signIn('groningen', subject, '?prove=1');
    expect(await register(outside)).toEqual(FACTOR_FIRST);
    expect(await register(inside)).toEqual(DONE);
  });

  test('is not replaced through an identity that came to the account after it was allowed', async () => {
    const { browser } = await loseKey();
    await allowed();
    world.settle('groningen', { subject: `${subject}-other`, amr: ['pwd'] });
    world.clock.set(new Date(world.clock.now().getTime() + 1000));
    await browser.signIn('groningen', `${subject}-other`, '?link=1');
    await browser.signIn('groningen', `${subject}-other`, '?prove=1');
    expect(await register(browser)).toEqual(FACTOR_FIRST);
  });
});

describe('a lost passkey of a guest', () => {
  test('is replaced after a code to the address they were invited at, and after no other', async () => {
    const guest = `guest-${count}`;
    world.settle('learner', { subject: guest });
    const owner = world.openBrowser();
    await owner.signIn('learner', guest);
    const { person } = await owner.session();
    const invitedAt = `${guest}@invited.example`;
    await world.addMember('oosterdiep', invitedAt, 'reader');
    await world.queryAsSuperuser('UPDATE members SET person_id = $1 WHERE identifier = $2', [
      person.id,
      invitedAt,
    ]);
    expect(await register(owner)).toEqual(DONE);
    const browser = world.openBrowser();
    await browser.signIn('learner', guest);
    await allow(colleague('oosterdiep', 'administrator'), invitedAt);
    await browser.signIn('learner', guest, '?prove=1');
    expect(await register(browser)).toEqual(FACTOR_FIRST);
    expect(await giveCode(browser, `${guest}@elsewhere.example`)).toBe(200);
    expect(await register(browser)).toEqual(FACTOR_FIRST);
    expect(await giveCode(browser, invitedAt)).toBe(200);
    expect(await register(browser)).toEqual(DONE);
  });
});

describe('a new passkey is allowed', () => {
  test('by nobody to themselves', async () => {
    const { personId } = await loseKey();
    await expect(allow(colleague('groningen', 'administrator', personId))).rejects.toEqual(
      refusal('institutions/own-factor'),
    );
  });

  test('by no colleague with fewer rights, also where another role of that person is the greater', async () => {
    await loseKey();
    await expect(allow(colleague('groningen', 'registrar'))).rejects.toEqual(refusal('not-allowed'));
    const some = colleague('groningen', 'administrator');
    const permissions = new Set([...some.permissions].filter((one) => one !== 'awards.revoke'));
    await expect(allow({ ...some, permissions })).rejects.toEqual(refusal('institutions/more-than-own'));
    const { personId } = await loseReader();
    const reader = { ...some, permissions: new Set(['members.manage', ...permissionsOf(['reader'])]) };
    await allow(reader);
    await world.queryAsSuperuser('DELETE FROM factor_resets WHERE person_id = $1', [personId]);
    await addMember(world.deps, some, {
      ...{ institutionId: world.institutionId('groningen'), identifier: `${subject}@rug.example` },
      ...{ role: 'administrator', name: 'A member' },
    });
    await world.queryAsSuperuser('UPDATE members SET person_id = $1 WHERE identifier = $2', [
      personId,
      `${subject}@rug.example`,
    ]);
    await expect(allow(reader)).rejects.toEqual(refusal('institutions/more-than-own'));
  });

  test('by nobody of another institution, and never by a program', async () => {
    await loseKey();
    await expect(allow(colleague('oosterdiep', 'administrator'))).rejects.toEqual(refusal('not-found'));
    const { institutionId, permissions } = colleague('groningen', 'administrator');
    const [id = ''] = await memberIds(address);
    const program = {
      ...{ kind: 'client' as const, clientId: crypto.randomUUID(), institutionId: institutionId ?? '' },
      permissions,
    };
    const deps = { ...world.deps, describeDesigns: async () => [] };
    await expect(allowFactorReset(deps, program, { id })).rejects.toEqual(refusal('not-allowed'));
  });

  test('by each institution that asks them for a second factor: one alone does not open the other', async () => {
    const { browser, personId } = await loseKey();
    const elsewhere = `${subject}@oosterdiep.example`;
    await world.addMember('oosterdiep', elsewhere, 'reader');
    await world.queryAsSuperuser('UPDATE members SET person_id = $1 WHERE identifier = $2', [
      personId,
      elsewhere,
    ]);
    await allowed();
    await browser.signIn('groningen', subject, '?prove=1');
    expect(await register(browser)).toEqual(FACTOR_FIRST);
    await allow(colleague('oosterdiep', 'administrator'), elsewhere);
    expect(await register(browser)).toEqual(FACTOR_FIRST);
    expect(await giveCode(browser, elsewhere)).toBe(200);
    expect(await register(browser)).toEqual(DONE);
  });

  test('to nobody who has yet to sign in, and not where no second factor is asked', async () => {
    await expect(allowed()).rejects.toEqual(refusal('institutions/never-signed-in'));
    await loseKey();
    await world.setStaffRule('groningen', 'off');
    await expect(allowed()).rejects.toEqual(refusal('institutions/factor-not-asked'));
    await world.setStaffRule('groningen', 'required');
  });
});

/** The same for someone who may only read. */
async function loseReader() {
  count += 1;
  subject = `lost-${count}`;
  address = `${subject}@example.org`;
  world.settle('groningen', { subject, amr: ['pwd'] });
  await world.addMember('groningen', address, 'reader');
  return await loseKey();
}
