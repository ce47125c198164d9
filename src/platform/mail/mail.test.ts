import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFixedClock } from '../clock.ts';
import type { Mailer, MailSink } from './index.ts';
import { isMailAddress, openMailer, parseMailSender, startMailSink } from './index.ts';
import { describeMailer } from './mail.suite.ts';
import { keepOnOneLine } from './mailer.ts';
import type { SmtpStandIn } from './smtp-stand-in.ts';
import { startSmtpStandIn } from './smtp-stand-in.ts';

const clock = createFixedClock('2026-11-21T09:00:00Z');
const from = { name: 'Waarmerk', address: 'post@waarmerk.example' };
const letterTo = (to: string, number = 1) => ({
  to,
  subject: `Letter ${number}`,
  html: '<p>x</p>',
  text: 'x',
  messageId: `letter-${number}@waarmerk.example`,
});

describe('the sink', () => {
  let sink: MailSink;
  beforeAll(async () => {
    sink = await startMailSink({ clock });
  });
  afterAll(() => sink.close());

  describeMailer({
    url: () => sink.url,
    listRaw: async () => {
      const letters = await Promise.all(sink.listLetters().map(({ id }) => sink.getLetter(id)));
      return letters.map((letter) => Buffer.from(letter?.raw ?? '', 'latin1')).reverse();
    },
  });

  test('shows the newest letter first, with the time it came', async () => {
    const mailer = openMailer({ kind: 'smtp', url: sink.url, from });
    clock.set('2026-11-21T10:00:00Z');
    await mailer.send(letterTo('jan@example.org', 7));
    await mailer.close();
    const [newest] = sink.listLetters();
    expect(newest).toMatchObject({ to: ['jan@example.org'], subject: 'Letter 7', receivedAt: clock.now() });
    expect(await sink.getLetter(newest?.id ?? '')).toMatchObject({ text: 'x\n', html: '<p>x</p>\n' });
    expect(await sink.getLetter('no such letter')).toBeUndefined();
  });

  test('forgets the oldest when there are too many or they are too large', async () => {
    const small = await startMailSink({ clock, maxLetters: 3, maxBytes: 200_000 });
    const mailer = openMailer({ kind: 'smtp', url: small.url, from });
    for (let number = 1; number <= 5; number++) await mailer.send(letterTo('jan@example.org', number));
    expect(small.listLetters().map(({ subject }) => subject)).toEqual(['Letter 5', 'Letter 4', 'Letter 3']);
    for (const number of [6, 7]) {
      await mailer.send({ ...letterTo('jan@example.org', number), text: 'long '.repeat(25_000) });
    }
    expect(small.listLetters().map(({ subject }) => subject)).toEqual(['Letter 7']);
    await mailer.close();
    await small.close();
  });

  test('takes no letter of more than five megabytes', async () => {
    const mailer = openMailer({ kind: 'smtp', url: sink.url, from });
    const huge = { ...letterTo('jan@example.org'), text: 'long '.repeat(1_500_000) };
    await expect(mailer.send(huge)).rejects.toMatchObject({ reason: 'mail.rejected' });
    await mailer.close();
  });
});

describe('a mail provider with a password', () => {
  let provider: SmtpStandIn;
  let mailer: Mailer;
  beforeAll(async () => {
    provider = await startSmtpStandIn();
    mailer = openMailer({ kind: 'smtp', url: provider.url, from });
  });
  afterAll(async () => {
    await mailer.close();
    await provider.close();
  });

  describeMailer({ url: () => provider.url, listRaw: async () => provider.letters });

  test('that will never take a letter is told apart from one that will later', async () => {
    await expect(mailer.send(letterTo('nobody@example.org'))).rejects.toMatchObject({
      reason: 'mail.rejected',
    });
    await expect(mailer.send(letterTo('full@example.org'))).rejects.toMatchObject({
      reason: 'mail.deferred',
    });
  });

  test('that refuses our password is not healthy, and the letter waits', async () => {
    const locked = openMailer({ kind: 'smtp', url: provider.urlWithWrongPassword, from });
    expect(await locked.healthy()).toBe(false);
    await expect(locked.send(letterTo('jan@example.org'))).rejects.toMatchObject({ reason: 'mail.deferred' });
    await locked.close();
  });

  test('that does not answer is not healthy, and the letter waits', async () => {
    const absent = openMailer({ kind: 'smtp', url: 'smtp://127.0.0.1:9', from });
    expect(await absent.healthy()).toBe(false);
    await expect(absent.send(letterTo('jan@example.org'))).rejects.toMatchObject({ reason: 'mail.deferred' });
    await absent.close();
  });
});

test('addresses of people with accents, tags and sub-domains are addresses', () => {
  for (const address of [
    "o'neil+badge@a.b-c.example.org",
    'søren@kjær.example',
    'x@münchen.example',
    'a@b.co',
  ]) {
    expect(isMailAddress(address), address).toBe(true);
  }
  expect(isMailAddress(`a@${'b'.repeat(240)}!`)).toBe(false);
  expect(isMailAddress(`a@${'b.'.repeat(300)}org`)).toBe(false);
});

test('the sender of the configuration has a name and an address, or an address alone', () => {
  const address = 'no-reply@localhost';
  expect(parseMailSender('Waarmerk <no-reply@localhost>')).toEqual({ name: 'Waarmerk', address });
  expect(parseMailSender('"Waarmerk, post" <no-reply@localhost>')).toEqual({
    name: 'Waarmerk, post',
    address,
  });
  expect(parseMailSender('no-reply@localhost')).toEqual({ name: '', address });
  expect(() => parseMailSender('Waarmerk <a@b.example>, <c@d.example>')).toThrow('mail.address-malformed');
});

test('words for a header stay on one line', () => {
  expect(keepOnOneLine('A\r\nBcc: thief@evil.example\u2028x\u0000')).toBe('A Bcc: thief@evil.example x');
});
