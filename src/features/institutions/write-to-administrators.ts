import type { Database } from '../../database/index.ts';
import {
  composeMessageId,
  type LetterContent,
  type Mailer,
  MailRefusal,
  renderLetter,
} from '../../platform/mail/index.ts';
import { readReader } from '../accounts/index.ts';
import { listMembers } from './members.store.ts';

export type AdministratorLetterDeps = {
  readonly database: Database;
  readonly mailer: Mailer;
  readonly publicUrl: string;
};

export type AdministratorLetter = {
  /** What the letter is about: the same gives the same Message-ID, so that nobody gets it twice. */
  readonly about: string;
  readonly compose: (language: 'en' | 'nl') => { readonly subject: string; readonly content: LetterContent };
};

/** To every administrator of the whole institution who has signed in, at each address of theirs. */
export async function writeToAdministrators(
  deps: AdministratorLetterDeps,
  institutionId: string,
  { about, compose }: AdministratorLetter,
): Promise<void> {
  const members = await deps.database.asInstitution(institutionId, (tx) => listMembers(tx, institutionId));
  for (const personId of pickAdministrators(members)) {
    const reader = await deps.database.asPerson(personId, (tx) => readReader(tx, personId));
    if (!reader) continue;
    const { subject, content } = compose(reader.language);
    const letter = { subject, ...(await renderLetter(content)) };
    for (const to of reader.addresses) {
      const messageId = composeMessageId(`${about} ${to}`, new URL(deps.publicUrl).hostname);
      await send(deps.mailer, { to, ...letter, messageId });
    }
  }
}

function pickAdministrators(
  members: readonly {
    readonly role: string;
    readonly unitId: string | null;
    readonly designId: string | null;
    readonly personId: string | null;
  }[],
): Set<string> {
  return new Set(
    members.flatMap(({ role, unitId, designId, personId }) => {
      const leads = (role === 'administrator' || role === 'operator') && unitId === null && designId === null;
      return leads && personId ? personId : [];
    }),
  );
}

/** An address that no server takes is passed over: the others must still hear of it. */
async function send(mailer: Mailer, letter: Parameters<Mailer['send']>[0]): Promise<void> {
  try {
    await mailer.send(letter);
  } catch (error) {
    if (error instanceof MailRefusal && error.reason !== 'mail.deferred') return;
    throw error;
  }
}
