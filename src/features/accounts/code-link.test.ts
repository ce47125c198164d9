import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AccountWorld, openAccountWorld, type Visitor } from '../../../test/support/account-world.ts';

let world: AccountWorld;
beforeAll(async () => {
  world = await openAccountWorld();
});
afterAll(() => world.close());

const MINUTE = 60 * 1000;
let count = 0;
let address = '';
beforeEach(() => {
  count += 1;
  address = `reader-${count}@example.org`;
});

const askLetter = async (browser: Visitor): Promise<{ link: string; code: string }> => {
  await browser.post('/api/v1/email-codes', { address, returnTo: '/claim/abc' });
  const { subject = '', text = '' } = (await world.sendLetters()).at(-1) ?? {};
  const [, link = ''] = /\/sign-in\/letter\/([\w.-]+)/.exec(text) ?? [];
  return { link, code: subject.replace(/\D/g, '').slice(0, 6) };
};
const open = (browser: Visitor, link: string) => browser.post('/api/v1/email-codes/open', { link });
const press = (browser: Visitor, link: string) => browser.post('/api/v1/email-codes/verify', { link });

describe('the link in the letter', () => {
  test('opened where it was asked for signs in at one press, once', async () => {
    const browser = world.openBrowser();
    const { link } = await askLetter(browser);
    for (let times = 0; times < 3; times += 1)
      expect(JSON.parse((await open(browser, link)).body)).toEqual({ here: true, code: null });
    expect((await browser.session()).person).toBeNull();
    const pressed = await press(browser, link);
    expect(JSON.parse(pressed.body)).toEqual({
      returnTo: '/claim/abc',
      outcome: 'signed-in',
      signedIn: true,
    });
    expect((await browser.session()).person.addresses).toEqual([address]);
    expect([(await press(browser, link)).status, (await open(browser, link)).status]).toEqual([422, 422]);
  });

  test('opened elsewhere shows the digits for the first browser, and signs nobody in there', async () => {
    const [browser, phone] = [world.openBrowser(), world.openBrowser()];
    const { link, code } = await askLetter(browser);
    expect(JSON.parse((await open(phone, link)).body)).toEqual({ here: false, code });
    expect((await press(phone, link)).status).toBe(422);
    // Also when that browser asked for a letter of its own.
    await phone.post('/api/v1/email-codes', { address: `other-${address}` });
    expect((await press(phone, link)).status).toBe(422);
    expect((await phone.session()).person).toBeNull();
    expect((await browser.post('/api/v1/email-codes/verify', { code })).status).toBe(200);
  });

  test('works for fifteen minutes, and not once the digits were guessed at five times', async () => {
    const browser = world.openBrowser();
    const first = await askLetter(browser);
    world.clock.advance(15 * MINUTE);
    expect([(await open(browser, first.link)).status, (await press(browser, first.link)).status]).toEqual([
      422, 422,
    ]);
    const second = await askLetter(browser);
    for (let tries = 0; tries < 5; tries += 1)
      await browser.post('/api/v1/email-codes/verify', { code: 'wrong' });
    expect((await press(browser, second.link)).status).toBe(422);
  });

  test('cannot be made from the id of a code, nor from another link', async () => {
    const browser = world.openBrowser();
    const [one, two] = [await askLetter(browser), await askLetter(browser)];
    const [id = ''] = two.link.split('.');
    const [, proof = ''] = one.link.split('.');
    for (const link of [id, `${id}.`, `${id}.${proof}`, `${id}.${'A'.repeat(43)}`, '', '.', `${two.link}A`]) {
      expect((await open(browser, link)).status).toBe(422);
      expect((await press(browser, link)).status).toBe(422);
    }
    expect((await browser.session()).person).toBeNull();
    expect(
      (await browser.post('/api/v1/email-codes/verify', { link: one.link, code: one.code })).status,
    ).toBe(400);
  });
});

describe('nobody learns who has an account', () => {
  test('by asking for a letter: known and unknown are answered alike', async () => {
    const known = world.openBrowser();
    await press(known, (await askLetter(known)).link);
    const ask = (to: string) => world.openBrowser().post('/api/v1/email-codes', { address: to });
    const shape = ({ status, body, setCookies }: Awaited<ReturnType<typeof ask>>) => ({
      ...{ status, body },
      cookies: setCookies.map((line) => line.replace(/=[^;]+/, '')),
    });
    expect(shape(await ask(address))).toEqual(shape(await ask(`nobody-${count}@example.org`)));
  });

  test('by a wrong code, a wrong link or a passkey that nobody has', async () => {
    const browser = world.openBrowser();
    await askLetter(browser);
    const nobody = world.openBrowser();
    const answers = [
      await browser.post('/api/v1/email-codes/verify', { code: '000000x' }),
      await nobody.post('/api/v1/email-codes/verify', { code: '000000' }),
    ];
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
  });
});
