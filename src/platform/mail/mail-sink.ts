/** An SMTP server that keeps every letter and delivers none: for development, the demo and tests. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Clock } from '../clock.ts';

export type SunkLetterSummary = {
  readonly id: string;
  readonly receivedAt: Date;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string;
};

export type SunkLetter = SunkLetterSummary & {
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly {
    readonly filename: string;
    readonly mediaType: string;
    readonly contentId?: string;
    readonly bytes: Uint8Array;
  }[];
  /** The letter as it came over the wire. */
  readonly raw: string;
};

export type MailSink = {
  /** For the mailer's configuration: `smtp://127.0.0.1:…`. */
  readonly url: string;
  /** Newest first. */
  readonly listLetters: () => readonly SunkLetterSummary[];
  readonly getLetter: (id: string) => Promise<SunkLetter | undefined>;
  readonly close: () => Promise<void>;
};

export type MailSinkSettings = {
  readonly clock: Clock;
  readonly maxLetters?: number;
  readonly maxBytes?: number;
};

const MAX_LETTER_BYTES = 5 * 1024 * 1024;

export async function startMailSink(settings: MailSinkSettings): Promise<MailSink> {
  const { clock, maxLetters = 500, maxBytes = 64 * 1024 * 1024 } = settings;
  const ring: { readonly summary: SunkLetterSummary; readonly raw: Buffer }[] = [];

  async function keep(envelope: { from: string; to: readonly string[] }, raw: Buffer): Promise<void> {
    const { subject = '', messageId = '' } = await PostalMime.parse(raw);
    const summary = { id: randomUUID(), receivedAt: clock.now(), ...envelope, subject, messageId };
    ring.push({ summary, raw });
    let bytes = ring.reduce((sum, one) => sum + one.raw.length, 0);
    while (ring.length > maxLetters || bytes > maxBytes) bytes -= ring.shift()?.raw.length ?? bytes;
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: MAX_LETTER_BYTES,
    maxClients: 20,
    onData: (stream, session, callback) => {
      const { mailFrom, rcptTo } = session.envelope;
      const envelope = {
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
      };
      const chunks: Buffer[] = [];
      let length = 0;
      stream.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length <= MAX_LETTER_BYTES) chunks.push(chunk);
      });
      stream.on('end', () => {
        if (length > MAX_LETTER_BYTES) {
          callback(Object.assign(new Error('letter too large'), { responseCode: 552 }));
          return;
        }
        keep(envelope, Buffer.concat(chunks)).then(() => callback(), callback);
      });
    },
  });
  // A client that hangs up in the middle is no fault of the program.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo; // a listening TCP server has no other kind of address

  return {
    url: `smtp://127.0.0.1:${port}`,
    listLetters: () => ring.map(({ summary }) => summary).reverse(),
    getLetter: async (id) => {
      const found = ring.find(({ summary }) => summary.id === id);
      return found && parseLetter(found.summary, found.raw);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function parseLetter(summary: SunkLetterSummary, raw: Buffer): Promise<SunkLetter> {
  const {
    html = '',
    text = '',
    attachments,
  } = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
  return {
    ...summary,
    html,
    text,
    attachments: attachments.map(({ filename, mimeType, contentId, content }) => ({
      filename: filename ?? '',
      mediaType: mimeType,
      ...(contentId ? { contentId: contentId.replace(/^<|>$/g, '') } : {}),
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
    })),
    raw: raw.toString('latin1'),
  };
}
