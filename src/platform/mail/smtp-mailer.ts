/** Sends by any SMTP server that a URL can name: `smtp://user:password@host:587`, `smtps://host`. */
import nodemailer from 'nodemailer';
import type { LetterAttachment, Mailer, MailSender, OutgoingLetter } from './mailer.ts';
import { isMailAddress, isMessageId, keepOnOneLine, MailRefusal } from './mailer.ts';

export type SmtpSettings = {
  readonly url: string;
  readonly from: MailSender;
};

const DEADLINES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as const;

export function createSmtpMailer(settings: SmtpSettings): Mailer {
  const transport = nodemailer.createTransport({
    url: settings.url,
    pool: true,
    maxConnections: 4,
    // A letter is data. Nothing in it may make the server read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...DEADLINES,
  });

  return {
    send: async (letter) => {
      requireSendable(letter);
      const { to, text, html, messageId, replyTo } = letter;
      const name = keepOnOneLine(letter.senderName ?? settings.from.name);
      try {
        await transport.sendMail({
          from: { name, address: settings.from.address },
          to: { name: '', address: to },
          subject: keepOnOneLine(letter.subject),
          messageId: `<${messageId}>`,
          ...(replyTo ? { replyTo } : {}),
          text,
          html,
          attachments: (letter.attachments ?? []).map(presentAttachment),
          // RFC 3834: out-of-office robots must not answer.
          headers: { 'Auto-Submitted': 'auto-generated', ...composeUnsubscribing(letter) },
        });
      } catch (cause) {
        throw new MailRefusal(isPermanent(cause) ? 'mail.rejected' : 'mail.deferred', { cause });
      }
    },
    healthy: () => transport.verify().then(Boolean, () => false),
    close: async () => transport.close(),
  };
}

function requireSendable({ to, replyTo, messageId }: OutgoingLetter): void {
  if (!isMailAddress(to) || (replyTo !== undefined && !isMailAddress(replyTo))) {
    throw new MailRefusal('mail.address-malformed');
  }
  if (!isMessageId(messageId)) throw new MailRefusal('mail.message-id-malformed');
}

function composeUnsubscribing({ unsubscribeUrl }: OutgoingLetter): Record<string, string> {
  if (unsubscribeUrl === undefined) return {};
  return {
    'List-Unsubscribe': `<${new URL(unsubscribeUrl).href}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

function presentAttachment({ filename, mediaType, bytes, contentId }: LetterAttachment) {
  return {
    filename: keepOnOneLine(filename),
    contentType: keepOnOneLine(mediaType),
    content: Buffer.from(bytes),
    ...(contentId ? { cid: keepOnOneLine(contentId) } : {}),
  };
}

/** RFC 5321 section 4.2.1. A refused sign-in (535) is ours to mend, so the letter waits. */
function isPermanent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === 'EAUTH') return false;
  return 'responseCode' in error && typeof error.responseCode === 'number' && error.responseCode >= 500;
}
