import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import type { OutgoingLetter } from './index.ts';
import { composeMessageId, openMailer } from './index.ts';

/** What must hold wherever letters go; `listRaw` gives every letter as it came over the wire, oldest first. */
export function describeMailer(given: {
  readonly url: () => string;
  readonly listRaw: () => Promise<readonly (string | Buffer)[]>;
}): void {
  const letter: OutgoingLetter = {
    to: 'sanne.visser@example.org',
    subject: 'U hebt een microcredential ontvangen: Leergang Digitaal Leiderschap',
    html: '<p>Daarom kennen wij u deze microcredential toe: één ✓</p>',
    text: 'Daarom kennen wij u deze microcredential toe: één ✓\n.\nQUIT\n',
    messageId: composeMessageId('letter/award_1', 'waarmerk.example'),
  };

  const opened = () =>
    openMailer({
      kind: 'smtp',
      url: given.url(),
      from: { name: 'Waarmerk', address: 'post@waarmerk.example' },
    });

  const sendOne = async (changes: Partial<OutgoingLetter>) => {
    const mailer = opened();
    const before = (await given.listRaw()).length;
    await mailer.send({ ...letter, ...changes });
    await mailer.close();
    const raw = await given.listRaw();
    expect(raw).toHaveLength(before + 1);
    const last = raw.at(-1) ?? '';
    return { raw: last.toString('latin1'), parsed: await PostalMime.parse(last) };
  };

  test('a letter arrives with both its parts, its subject and its sender', async () => {
    const { parsed } = await sendOne({
      senderName: 'Rijksuniversiteit Groningen',
      replyTo: 'vragen@rug.example',
    });
    expect(parsed.subject).toBe(letter.subject);
    expect(parsed.from).toMatchObject({
      name: 'Rijksuniversiteit Groningen',
      address: 'post@waarmerk.example',
    });
    expect(parsed.replyTo?.[0]?.address).toBe('vragen@rug.example');
    expect(parsed.to?.map(({ address }) => address)).toEqual([letter.to]);
    expect(parsed.html?.trim()).toBe(letter.html);
    expect(parsed.text?.replaceAll('\r\n', '\n').trim()).toBe(letter.text.trim());
  });

  test('a letter sent twice has the same Message-ID, another letter has another', async () => {
    const first = await sendOne({});
    const second = await sendOne({});
    const other = await sendOne({ messageId: composeMessageId('letter/award_2', 'waarmerk.example') });
    expect(first.parsed.messageId).toBe(`<${letter.messageId}>`);
    expect(second.parsed.messageId).toBe(first.parsed.messageId);
    expect(other.parsed.messageId).not.toBe(first.parsed.messageId);
  });

  test('an image goes along under the id that the letter names', async () => {
    const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 13, 10]);
    const image = { filename: 'mark.png', mediaType: 'image/png', bytes, contentId: 'mark' };
    const { parsed } = await sendOne({ html: '<img src="cid:mark" alt="">', attachments: [image] });
    expect(parsed.attachments[0]).toMatchObject({ mimeType: 'image/png', contentId: '<mark>' });
    const content = parsed.attachments[0]?.content;
    expect(content instanceof ArrayBuffer ? new Uint8Array(content) : content).toEqual(bytes);
  });

  test.each([
    'A\r\nBcc: thief@evil.example',
    'A\nX-Evil: 1\n\n<b>body</b>',
    'A\r\n\r\nbody',
    'A\u0000\u000b\u2028Bcc: thief@evil.example',
    '=?utf-8?Q?A=0D=0ABcc:_thief@evil.example?=',
    `${'long '.repeat(300)}\r\nBcc: thief@evil.example`,
    '" <thief@evil.example>, "x',
  ])('no words can become a header: %j', async (words) => {
    const image = { filename: words, mediaType: 'text/plain', bytes: Uint8Array.of(1) };
    const plain = await sendOne({ senderName: 'A', attachments: [{ ...image, filename: 'a' }] });
    const hostile = await sendOne({ subject: words, senderName: words, attachments: [image] });
    const names = (letterOf: typeof plain) => letterOf.parsed.headers.map(({ key }) => key).sort();
    expect(names(hostile)).toEqual(names(plain));
    expect(hostile.parsed.from?.address).toBe('post@waarmerk.example');
    expect(hostile.parsed.to?.map(({ address }) => address)).toEqual([letter.to]);
    expect(hostile.parsed.bcc ?? []).toEqual([]);
  });

  test.each([
    'a@example.org\r\nBcc: thief@evil.example',
    'a@example.org, thief@evil.example',
    'a@example.org;thief@evil.example',
    'Name <a@example.org>',
    '"a b"@example.org',
    'a@example.org\u0000',
    'a(comment)@example.org',
    'a@[127.0.0.1]',
    'a@example.org ',
    'group: a@example.org;',
    '@example.org',
    'example.org',
    '',
  ])('nothing is sent to %j', async (to) => {
    const before = (await given.listRaw()).length;
    const mailer = opened();
    const refusal = { reason: 'mail.address-malformed' };
    await expect(mailer.send({ ...letter, to })).rejects.toMatchObject(refusal);
    if (to) await expect(mailer.send({ ...letter, replyTo: to })).rejects.toMatchObject(refusal);
    await mailer.close();
    expect(await given.listRaw()).toHaveLength(before);
  });

  test.each(['x@y>\r\nBcc: thief@evil.example', '<x@y>', 'x', ''])(
    'no letter has the id %j',
    async (messageId) => {
      const mailer = opened();
      const refusal = { reason: 'mail.message-id-malformed' };
      await expect(mailer.send({ ...letter, messageId })).rejects.toMatchObject(refusal);
      await mailer.close();
    },
  );

  test('a letter cannot make the server read a file', async () => {
    const { raw } = await sendOne({ html: '<img src="file:///etc/passwd">', text: 'file:///etc/hostname' });
    expect(raw).not.toContain('root:');
  });

  test('the server is healthy while it answers', async () => {
    const mailer = opened();
    expect(await mailer.healthy()).toBe(true);
    await mailer.close();
  });
}
