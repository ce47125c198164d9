import type { Database, Tx } from '../../database/index.ts';
import {
  composeMessageId,
  type LetterContent,
  type Mailer,
  renderLetter,
} from '../../platform/mail/index.ts';
import { readReader, sendToAddress } from '../accounts/index.ts';
import { inLanguage } from '../designs/index.ts';
import { type Institution, listMembers } from '../institutions/index.ts';
import { listMakers } from './cycles.store.ts';

export type StaffLetterDeps = {
  readonly database: Database;
  readonly mailer: Mailer;
  readonly publicUrl: string;
};

/** In whose language a letter is written, and how its institution is called in it. */
export type LetterVoice = {
  readonly language: 'en' | 'nl';
  readonly institution: string;
  readonly ink: string | undefined;
};

export type StaffLetter = {
  readonly institution: Institution;
  readonly readers: readonly string[];
  /** What it is about: nobody is told of it twice. */
  readonly key: string;
  readonly write: (voice: LetterVoice) => { readonly subject: string; readonly content: LetterContent };
};

/** One letter to each, at the first of their addresses, in their own language. */
export async function writeToStaff(deps: StaffLetterDeps, letter: StaffLetter): Promise<void> {
  const { institution, readers, key, write } = letter;
  for (const personId of readers) {
    const reader = await deps.database.asPerson(personId, (tx) => readReader(tx, personId));
    const [to] = reader?.addresses ?? [];
    if (!reader || !to) continue;
    const { language } = reader;
    const name = inLanguage(institution.name, language, institution.defaultLanguage);
    const { subject, content } = write({ language, institution: name, ink: institution.inks[0] });
    await sendToAddress(deps.mailer, {
      ...{ to, subject, senderName: name },
      ...(await renderLetter(content)),
      messageId: composeMessageId(`${key} ${personId}`, new URL(deps.publicUrl).hostname),
    });
  }
}

/** Who made it and still works there. */
export async function listWorkingMakers(tx: Tx, institutionId: string, cycleId: string): Promise<string[]> {
  const working = new Set((await listMembers(tx, institutionId)).flatMap(({ personId }) => personId ?? []));
  return (await listMakers(tx, cycleId)).filter((id) => working.has(id));
}
