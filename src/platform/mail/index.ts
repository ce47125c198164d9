import type { Mailer } from './mailer.ts';
import type { SmtpSettings } from './smtp-mailer.ts';
import { createSmtpMailer } from './smtp-mailer.ts';

export type { LetterContent, LetterLink, RenderedLetter } from './letter.ts';
export { escapeMarkup, renderLetter } from './letter.ts';
export type { MailSink, MailSinkSettings, SunkLetter, SunkLetterSummary } from './mail-sink.ts';
export { startMailSink } from './mail-sink.ts';
export type { LetterAttachment, Mailer, MailReason, MailSender, OutgoingLetter } from './mailer.ts';
export { composeMessageId, isMailAddress, MailRefusal, parseMailSender } from './mailer.ts';
export { maskAddress } from './mask-address.ts';

export type MailerSettings = { readonly kind: 'smtp' } & SmtpSettings;

/** One line per way to send. The sink is an SMTP server too, so it needs no line of its own. */
export const mailers = {
  smtp: createSmtpMailer,
} satisfies {
  readonly [Kind in MailerSettings['kind']]: (settings: Extract<MailerSettings, { kind: Kind }>) => Mailer;
};

export function openMailer(settings: MailerSettings): Mailer {
  return mailers[settings.kind](settings);
}
