/** The contract of outgoing mail. */
import { createHash } from 'node:crypto';

export type LetterAttachment = {
  readonly filename: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Named by `cid:` in the letter; shown in place and not as a file. */
  readonly contentId?: string;
};

export type OutgoingLetter = {
  /** One bare address. */
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** From `composeMessageId`: a letter sent twice after a crash is the same letter to the reader's mailbox. */
  readonly messageId: string;
  /** The name that the reader sees, such as the institution's; the address stays the installation's own. */
  readonly senderName?: string;
  readonly replyTo?: string;
  /** Where the reader stops letters like this one, also by a POST without a cookie (RFC 2369, RFC 8058). */
  readonly unsubscribeUrl?: string;
  readonly attachments?: readonly LetterAttachment[];
};

export type MailSender = { readonly name: string; readonly address: string };

export type Mailer = {
  readonly send: (letter: OutgoingLetter) => Promise<void>;
  readonly healthy: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

export type MailReason =
  | 'mail.address-malformed'
  | 'mail.message-id-malformed'
  /** The server says that it will never take this letter (5xx): do not try again. */
  | 'mail.rejected'
  /** Not now (4xx, no answer, no connection): try again later. */
  | 'mail.deferred';

export class MailRefusal extends Error {
  override readonly name = 'MailRefusal';
  readonly reason: MailReason;
  constructor(reason: MailReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** The same key gives the same Message-ID; the key itself, which may name an award, does not show. */
export function composeMessageId(key: string, domain: string): string {
  return `${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}`;
}

/** One address of one person: no list, no comment, no display name, nothing that could end a header. */
export function isMailAddress(text: string): boolean {
  // Every repetition ends at a character the next cannot begin with, so no text makes this slow.
  return (
    text.length <= 254 &&
    /^[^\s\p{Cc}\p{Cf}"(),:;<>@[\]\\]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})*$/u.test(text)
  );
}

/** The configuration's `Waarmerk <post@example.org>`, or an address alone. */
export function parseMailSender(text: string): MailSender {
  const [, name = '', address = text.trim()] = /^([^<>]*)<([^<>]+)>\s*$/.exec(text) ?? [];
  if (!isMailAddress(address)) throw new MailRefusal('mail.address-malformed');
  return { name: keepOnOneLine(name).replace(/^"(.*)"$/, '$1'), address };
}

export function isMessageId(text: string): boolean {
  return /^[\w.+-]{1,100}@[\w.-]{1,150}$/.test(text);
}

/** Names of people and titles reach subjects; a line break in one must not become a header. */
export function keepOnOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
