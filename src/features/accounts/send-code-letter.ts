import type { Clock } from '../../platform/clock.ts';
import { composeMessageId, type Mailer, MailRefusal, renderLetter } from '../../platform/mail/index.ts';
import { writeCodeLetter } from './accounts.mail.ts';
import { deriveCode, deriveLink } from './email-code.ts';
import { findEmailCode } from './email-codes.store.ts';
import type { EmailCodeDeps } from './request-email-code.ts';

export type CodeLetterDeps = EmailCodeDeps & {
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly publicUrl: string;
};

/** The code is derived again, so neither the outbox nor the queue holds it or the address. */
export async function sendCodeLetter(
  deps: CodeLetterDeps,
  input: { readonly codeId: string; readonly language: 'en' | 'nl' },
): Promise<void> {
  const kept = await deps.database.asDoorkeeper((tx) => findEmailCode(tx, input.codeId));
  // A letter that comes after its code is over would only puzzle its reader.
  if (!kept || kept.usedAt !== null || kept.expiresAt <= deps.clock.now()) return;
  const { language } = input;
  const code = deriveCode(deps.keyedDigest, kept.id);
  const link = `${deps.publicUrl}/sign-in/letter/${deriveLink(deps.keyedDigest, kept.id)}`;
  const { subject, content } = writeCodeLetter({ language, code, link, publicUrl: deps.publicUrl });
  try {
    await deps.mailer.send({
      to: kept.address,
      subject,
      ...(await renderLetter(content)),
      messageId: composeMessageId(`email-code ${kept.id}`, new URL(deps.publicUrl).hostname),
    });
  } catch (error) {
    // An address that no server takes stays unproven; trying again changes nothing.
    if (error instanceof MailRefusal && error.reason !== 'mail.deferred') return;
    throw error;
  }
}
