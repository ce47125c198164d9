import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AccountWorld, openAccountWorld, type Visitor } from '../../../test/support/account-world.ts';

let world: AccountWorld;
beforeAll(async () => {
  world = await openAccountWorld();
});
afterAll(() => world.close());

let count = 0;
let address = '';
beforeEach(() => {
  count += 1;
  address = `sanne-${count}@example.org`;
});

const MINUTE = 60 * 1000;

const request = (browser: Visitor, to = address, returnTo = '/claim/abc') =>
  browser.post('/api/v1/email-codes', { address: to, returnTo });
const readCode = async (): Promise<string> => {
  const [letter] = await world.sendLetters();
  return (
    /\b(\d{3}) (\d{3})\b/
      .exec(letter?.text ?? '')
      ?.slice(1)
      .join('') ?? ''
  );
};
const codeFor = async (browser: Visitor, to = address): Promise<string> => {
  expect((await request(browser, to)).status).toBe(202);
  return await readCode();
};
const verify = (browser: Visitor, code: string) => browser.post('/api/v1/email-codes/verify', { code });
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a code by e-mail', () => {
  test('signs someone in who had no account, under the name before the @', async () => {
    const browser = world.openBrowser();
    const code = await codeFor(browser);
    expect(code).toMatch(/^\d{6}$/);
    const answer = await verify(browser, `${code.slice(0, 3)} ${code.slice(3)}`);
    expect(JSON.parse(answer.body)).toEqual({ returnTo: '/claim/abc', outcome: 'signed-in', signedIn: true });
    const { person } = await browser.session();
    expect(person).toMatchObject({ name: `sanne-${count}`, addresses: [address] });

    const later = world.openBrowser();
    await verify(later, await codeFor(later, ` ${address.toUpperCase()} `));
    expect((await later.session()).person.id).toBe(person.id);
  });

  test('adds the address to the account of who is signed in', async () => {
    world.settle('learner', { subject: `s-${count}`, email: `first-${count}@example.org` });
    const browser = world.openBrowser();
    await browser.signIn('learner', `s-${count}`);
    const before = await browser.session();
    const answer = await verify(browser, await codeFor(browser));
    expect(JSON.parse(answer.body)).toMatchObject({ signedIn: false });
    const after = await browser.session();
    expect(after.person.id).toBe(before.person.id);
    expect(after.person.addresses).toEqual([`first-${count}@example.org`, address].sort());
  });

  test('leaves the address with others who have proven it, and joins nobody', async () => {
    const alone = world.openBrowser();
    await verify(alone, await codeFor(alone));
    world.settle('learner', { subject: `s-${count}` });
    const browser = world.openBrowser();
    await browser.signIn('learner', `s-${count}`);
    await verify(browser, await codeFor(browser));
    const [one, two] = [(await alone.session()).person, (await browser.session()).person];
    expect(one.id).not.toBe(two.id);
    for (const person of [one, two]) expect(person.addresses).toContain(address);
  });

  test('works once', async () => {
    const browser = world.openBrowser();
    const code = await codeFor(browser);
    expect((await verify(browser, code)).status).toBe(200);
    expect((await verify(browser, code)).status).toBe(422);
  });

  test('works in the browser that asked for it and in no other', async () => {
    const [asker, other] = [world.openBrowser(), world.openBrowser()];
    const code = await codeFor(asker);
    expect((await verify(other, code)).status).toBe(422);
    await request(other, `other-${address}`);
    await world.sendLetters();
    expect((await verify(other, code)).status).toBe(422);
    expect((await other.session()).person).toBeNull();
    expect((await verify(asker, code)).status).toBe(200);
  });

  test('allows five tries, and none after them', async () => {
    const browser = world.openBrowser();
    const code = await codeFor(browser);
    for (let tries = 1; tries <= 4; tries += 1) expect((await verify(browser, wrong(code))).status).toBe(422);
    expect((await verify(browser, code)).status).toBe(200);

    const guesser = world.openBrowser();
    const guessed = await codeFor(guesser, `guessed-${address}`);
    for (let tries = 1; tries <= 5; tries += 1) await verify(guesser, wrong(guessed));
    expect((await verify(guesser, guessed)).status).toBe(422);
    expect((await guesser.session()).person).toBeNull();
  });

  test('tried five times at once is tried five times', async () => {
    const browser = world.openBrowser();
    const code = await codeFor(browser);
    await Promise.all(Array.from({ length: 5 }, () => verify(browser, wrong(code))));
    const [row] = await world.queryAsSuperuser('SELECT tries FROM email_codes WHERE address = $1', [address]);
    expect(row).toEqual({ tries: 5 });
    expect((await verify(browser, code)).status).toBe(422);
  });

  test('is over after fifteen minutes, and when a newer one was asked for', async () => {
    const browser = world.openBrowser();
    const late = await codeFor(browser);
    world.clock.advance(15 * MINUTE);
    expect((await verify(browser, late)).status).toBe(422);
    const older = await codeFor(browser);
    const newer = await codeFor(browser);
    expect((await verify(browser, older)).status).toBe(older === newer ? 200 : 422);
    expect((await verify(browser, newer)).status).toBe(older === newer ? 422 : 200);
  });

  test('that one person asked for adds nothing to the account of another', async () => {
    for (const name of ['one', 'two']) world.settle('learner', { subject: `${name}-${count}` });
    const browser = world.openBrowser();
    await browser.signIn('learner', `one-${count}`);
    const code = await codeFor(browser);
    await browser.signIn('learner', `two-${count}`);
    expect((await verify(browser, code)).status).toBe(422);
    expect((await browser.session()).person.addresses).not.toContain(address);
  });

  test.each(['123456', '', '12345', 'abcdef', '1234567', '١٢٣٤٥٦'])(
    '%j without a letter opens nothing',
    async (code) => {
      expect((await verify(world.openBrowser(), code)).status).toBe(422);
    },
  );

  test('is nowhere in the database, the outbox or the log', async () => {
    const browser = world.openBrowser();
    await request(browser);
    const dump = async () =>
      JSON.stringify(
        await world.queryAsSuperuser(
          `SELECT email_codes::text AS row FROM email_codes UNION ALL SELECT outbox::text FROM outbox
           UNION ALL SELECT audit_entries::text FROM audit_entries`,
        ),
      );
    const before = await dump();
    const code = await readCode();
    expect(code).toHaveLength(6);
    // Digits may stand in an id by chance, so only whole words count.
    for (const text of [before, await dump(), world.logged.join('')])
      expect(text).not.toMatch(new RegExp(`\\b${code}\\b`));
    expect(before).toContain(address);
    expect(JSON.stringify(await world.queryAsSuperuser('SELECT * FROM outbox'))).not.toContain(address);
  });
});

describe('asking for a code', () => {
  test('is answered alike whether or not anyone knows the address', async () => {
    const known = world.openBrowser();
    await verify(known, await codeFor(known));
    const answers = [
      await request(world.openBrowser()),
      await request(world.openBrowser(), `unknown-${address}`),
    ].map(({ status, body, headers }) => ({ status, body, names: Object.keys(headers).sort() }));
    expect(answers[0]).toEqual(answers[1]);
    const letters = await world.sendLetters();
    expect(letters.map(({ to }) => to).sort()).toEqual([address, `unknown-${address}`].sort());
  });

  test('speaks the language of the reader', async () => {
    await request(world.openBrowser());
    const [letter] = await world.sendLetters();
    expect(letter?.subject).toMatch(/^\d{3} \d{3} is uw code$/);
    expect(letter?.text).toContain('localhost:3999');
    await world.app.inject({
      method: 'POST',
      url: '/api/v1/email-codes',
      headers: { 'accept-language': 'en-GB,nl;q=0.5' },
      payload: { address },
    });
    expect((await world.sendLetters())[0]?.subject).toMatch(/is your code$/);
  });

  test('sends at most five letters an hour to one address, whoever asks', async () => {
    for (let asked = 1; asked <= 5; asked += 1) expect((await request(world.openBrowser())).status).toBe(202);
    const sixth = await request(world.openBrowser(), address.toUpperCase());
    expect([sixth.status, JSON.parse(sixth.body).type]).toEqual([
      429,
      'urn:waarmerk:problem:accounts/too-many-codes',
    ]);
    expect(await world.sendLetters()).toHaveLength(5);
    world.clock.advance(61 * MINUTE);
    expect((await request(world.openBrowser())).status).toBe(202);
    await world.sendLetters();
  });

  test('sends the fifth letter once, also when eight ask for it at the same time', async () => {
    for (let asked = 1; asked <= 4; asked += 1) await request(world.openBrowser());
    const browsers = Array.from({ length: 8 }, () => world.openBrowser());
    const answers = await Promise.all(browsers.map((browser) => request(browser)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(await world.sendLetters()).toHaveLength(5);
  });

  test('sends at most twenty letters an hour for one address of the network', async () => {
    const browser = world.openBrowser();
    for (let asked = 1; asked <= 20; asked += 1)
      expect((await request(browser, `${asked}-${address}`)).status).toBe(202);
    const refused = await request(browser, `21-${address}`);
    expect([refused.status, JSON.parse(refused.body).type]).toEqual([
      429,
      'urn:waarmerk:problem:accounts/too-many-codes',
    ]);
    expect((await request(world.openBrowser(), `22-${address}`)).status).toBe(202);
    await world.sendLetters();
  });

  test.each(['sanne', 'a@b@c', 'sanne@example.org, x@example.org', 'x@example.org\r\nBcc: y@example.org'])(
    'for %j is refused beside the field',
    async (text) => {
      const answer = await request(world.openBrowser(), text);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body).errors).toMatchObject([{ pointer: '/address' }]);
    },
  );

  test('leads nobody to another site', async () => {
    const browser = world.openBrowser();
    await request(browser, address, '//evil.example');
    expect(JSON.parse((await verify(browser, await readCode())).body).returnTo).toBe('/');
  });
});
