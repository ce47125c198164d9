import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from '../../../test/support/server.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { grantAwards, revokeAward } from '../awards/index.ts';
import { inviteMembers } from '../institutions/index.ts';
import { composeLetterLink, composeLetterToken } from './letter-link.ts';
import { changeOwnWish, changeWishByLink, getLetterWishes, getOwnLetterWishes } from './letter-wishes.ts';

let world: World;
let server: Awaited<ReturnType<typeof openServer>>;
beforeAll(async () => {
  world = await openWorld();
  server = await openServer(world);
});
afterAll(async () => {
  await server?.app.close();
  await world?.close();
});

let count = 0;
const newAddress = () => {
  count += 1;
  return `reader${count}@example.org`;
};
const tokenOf = (address: string) => composeLetterToken(world.deps.keyedDigest, address);
const stop = (address: string, from: string | null) =>
  changeWishByLink(world.deps, { token: tokenOf(address), wish: 'none', from });

async function grant(of: 'groningen' | 'oosterdiep', email: string): Promise<string> {
  const design = await world.publish(world[of].designer);
  const granted = await grantAwards(world.deps, world[of].registrar, { design, recipients: [{ email }] });
  await world.settle();
  return granted.rows[0]?.award ?? '';
}

const lettersTo = (address: string) => world.mailSink.listLetters().filter(({ to }) => to.includes(address));

describe('letters that nobody asked for', () => {
  it('do not leave for an address that wants none; the award waits and its institution reads why', async () => {
    const address = newAddress();
    await stop(address, null);
    const award = await grant('groningen', address);
    expect(lettersTo(address)).toEqual([]);
    const token = await server.signInClient(world.groningen.institutionId, ['awards.read']);
    const shown = await server.app.inject({
      url: `/api/v1/awards/${award}`,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(shown.json()).toMatchObject({ state: 'offered', letterWithheld: true });
    const told = await world.queryAsSuperuser<{ action: string }>(
      `SELECT action FROM audit_entries WHERE subject_id = '${award}' AND action LIKE 'award.offer%'`,
    );
    expect(told).toEqual([{ action: 'award.offer-withheld' }]);
  });

  it('are withheld for invitations too, until somebody sends one after the wish was taken back', async () => {
    const { deps, groningen } = world;
    const address = newAddress();
    await stop(address, 'groningen');
    await inviteMembers(deps, groningen.administrator, { invitations: [{ address, role: 'reader' }] });
    await world.settle();
    expect(lettersTo(address)).toEqual([]);
    const [row] = await world.queryAsSuperuser<{ sent_at: Date | null; withheld_at: Date | null }>(
      `SELECT sent_at, withheld_at FROM invitations WHERE address = '${address}'`,
    );
    expect(row).toMatchObject({ sent_at: null, withheld_at: world.clock.now() });
  });

  it('of one institution stop without those of another', async () => {
    const address = newAddress();
    await stop(address, 'groningen');
    await grant('groningen', address);
    expect(lettersTo(address)).toEqual([]);
    await grant('oosterdiep', address);
    expect(lettersTo(address)).toHaveLength(1);
  });

  it('come again once the wish is taken back', async () => {
    const address = newAddress();
    await stop(address, 'groningen');
    await stop(address, null);
    const back = (from: string | null) =>
      changeWishByLink(world.deps, { token: tokenOf(address), wish: 'again', from });
    await back(null);
    await grant('groningen', address);
    expect(lettersTo(address)).toEqual([]);
    await back('groningen');
    await grant('groningen', address);
    expect(lettersTo(address)).toHaveLength(1);
  });

  it('carry the link, also for the button of a mail program', async () => {
    const address = newAddress();
    await grant('groningen', address);
    const [letter] = lettersTo(address);
    const { raw, text } = (await world.mailSink.getLetter(letter?.id ?? '')) ?? { raw: '', text: '' };
    const link = composeLetterLink(world.deps, { to: address, institutionSlug: 'groningen' });
    expect(text).toContain(link);
    expect(raw.replace(/\r\n\s+/g, ' ')).toContain(`List-Unsubscribe: <${link}>`);
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });
});

describe('letters that somebody needs', () => {
  it('leave all the same, and offer no way to stop them', async () => {
    const { deps, groningen } = world;
    const address = newAddress();
    const award = await grant('groningen', address);
    await stop(address, null);
    await revokeAward(deps, groningen.registrar, { award, reason: 'fraud' });
    await server.app.inject({ method: 'POST', url: '/api/v1/email-codes', payload: { address } });
    await world.settle();
    const letters = lettersTo(address);
    expect(letters).toHaveLength(3);
    const raws = await Promise.all(
      letters.map(async ({ id }) => (await world.mailSink.getLetter(id))?.raw ?? ''),
    );
    expect(raws.filter((raw) => raw.includes('List-Unsubscribe'))).toHaveLength(1);
  });
});

describe('the link of a letter', () => {
  const post = (token: string, payload: object) =>
    server.app.inject({ method: 'POST', url: `/api/v1/letters/${token}`, payload });

  it('of one address does nothing for another', async () => {
    const [mine, other] = [newAddress(), newAddress()];
    expect((await post(tokenOf(other), { wish: 'none', from: null })).statusCode).toBe(204);
    const wishes = await getLetterWishes(world.deps, { token: tokenOf(mine), from: null });
    expect(wishes).toEqual({ from: null, none: false, noneFrom: [] });
    await grant('groningen', mine);
    expect(lettersTo(mine)).toHaveLength(1);
  });

  it('that this installation did not make is kept nowhere', async () => {
    const forged = randomBytes(40).toString('base64url');
    expect((await post(forged, { wish: 'none', from: null })).statusCode).toBe(404);
    const altered = `${tokenOf(newAddress()).slice(0, -4)}AAAA`;
    expect((await post(altered, { wish: 'none', from: null })).statusCode).toBe(404);
  });

  it('changes nothing by being looked at', async () => {
    const address = newAddress();
    const url = `/api/v1/letters/${tokenOf(address)}?from=groningen`;
    for (const method of ['GET', 'HEAD'] as const) await server.app.inject({ method, url });
    const wishes = (await server.app.inject({ url })).json();
    expect(wishes).toMatchObject({ from: { slug: 'groningen' }, none: false, noneFrom: [] });
  });

  it('leaves no address behind, only what the master key makes of it', async () => {
    const address = newAddress();
    await stop(address, 'groningen');
    const rows = await world.queryAsSuperuser<{ kept: string }>(
      'SELECT w::text AS kept FROM letter_wishes w',
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('example.org');
    const hex = Buffer.from(tokenOf(address), 'base64url').toString('hex');
    expect(rows.filter(({ kept }) => kept.includes(hex))).toEqual([]);
  });
});

describe('whoever has proven an address', () => {
  it('sees what it wishes and changes that; nobody else does', async () => {
    const { deps } = world;
    const [address, another] = [newAddress(), newAddress()];
    const reader = await world.settleLearner(address);
    const stranger = await world.settleLearner(another, 'Ada Stranger');
    await stop(address, 'groningen');
    const [own] = (await getOwnLetterWishes(deps, reader)).addresses;
    expect(own).toMatchObject({ none: false, noneFrom: [{ slug: 'groningen' }] });
    const id = own?.id ?? '';
    await expect(
      changeOwnWish(deps, stranger, { id, wish: 'again', from: 'groningen' }),
    ).rejects.toMatchObject({
      status: 404,
    });
    await changeOwnWish(deps, reader, { id, wish: 'again', from: 'groningen' });
    expect((await getOwnLetterWishes(deps, reader)).addresses).toMatchObject([{ noneFrom: [] }]);
  });
});

describe('an institution', () => {
  it('reads the wishes that concern it and no others, and writes none', async () => {
    const { deps, groningen, oosterdiep } = world;
    await stop(newAddress(), 'oosterdiep');
    const seen = await deps.database.asInstitution(groningen.institutionId, (tx) =>
      tx.selectFrom('letterWishes').select('institutionId').execute(),
    );
    expect(seen.filter(({ institutionId }) => institutionId === oosterdiep.institutionId)).toEqual([]);
    await expect(
      deps.database.asInstitution(groningen.institutionId, (tx) => tx.deleteFrom('letterWishes').execute()),
    ).rejects.toThrow(/permission denied/);
  });
});
