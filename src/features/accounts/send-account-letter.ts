import { z } from 'zod';
import type { Database } from '../../database/index.ts';
import { composeMessageId, type Mailer, MailRefusal, renderLetter } from '../../platform/mail/index.ts';
import { writeChangeLetter } from './account-letters.mail.ts';
import { findPerson, listAddressRows } from './accounts.store.ts';
import { ACCOUNT_CHANGES } from './tell-person.ts';

export type AccountLetterDeps = {
  readonly database: Database;
  readonly mailer: Mailer;
  readonly publicUrl: string;
};

export const accountChangeSchema = z.object({
  noticeId: z.string(),
  personId: z.string(),
  change: z.enum(ACCOUNT_CHANGES),
  except: z.string().optional(),
});

/** To every address of the account but the one that the change is about. */
export async function sendAccountLetters(
  deps: AccountLetterDeps,
  input: z.output<typeof accountChangeSchema>,
): Promise<void> {
  const { noticeId, personId, change } = input;
  const found = await deps.database.asPerson(personId, async (tx) => {
    const person = await findPerson(tx, personId);
    return person && { person, addresses: await listAddressRows(tx, personId) };
  });
  if (!found) return;
  const { subject, content } = writeChangeLetter({
    language: found.person.language,
    change,
    publicUrl: deps.publicUrl,
  });
  const letter = await renderLetter(content);
  for (const { id, address } of found.addresses.filter((one) => one.id !== input.except)) {
    const messageId = composeMessageId(`account ${noticeId} ${id}`, new URL(deps.publicUrl).hostname);
    await sendToAddress(deps.mailer, { to: address, subject, ...letter, messageId });
  }
}

/** An address that no server takes is passed over: the others must still hear of it. */
export async function sendToAddress(mailer: Mailer, letter: Parameters<Mailer['send']>[0]): Promise<void> {
  try {
    await mailer.send(letter);
  } catch (error) {
    if (error instanceof MailRefusal && error.reason !== 'mail.deferred') return;
    throw error;
  }
}
