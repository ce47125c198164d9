import type { Database } from '../../database/index.ts';
import type { Text } from '../../formats/index.ts';
import { composeMessageId, type Mailer, MailRefusal, renderLetter } from '../../platform/mail/index.ts';
import { readReader } from '../accounts/index.ts';
import { findInstitution, findIssuer, listMembers } from '../institutions/index.ts';
import { writeCompromiseLetter } from './keys.mail.ts';
import { listPublicKeys } from './keys.store.ts';

export type CompromiseLetterDeps = {
  readonly database: Database;
  readonly mailer: Mailer;
  readonly publicUrl: string;
};

/** To every administrator of the whole institution who has signed in, at each address of theirs, once. */
export async function sendCompromiseLetters(
  deps: CompromiseLetterDeps,
  institutionId: string,
  input: { readonly issuerId: string; readonly kid: string },
): Promise<void> {
  const found = await deps.database.asInstitution(institutionId, async (tx) => {
    const institution = await findInstitution(tx, institutionId);
    const issuer = await findIssuer(tx, { id: input.issuerId });
    const key = (await listPublicKeys(tx, input.issuerId)).find(({ kid }) => kid === input.kid);
    const members = await listMembers(tx, institutionId);
    return { institution, issuer, since: key?.compromisedAt, administrators: pickAdministrators(members) };
  });
  const { institution, issuer, since } = found;
  if (!institution || !issuer || !since) return;
  for (const personId of found.administrators) {
    const reader = await deps.database.asPerson(personId, (tx) => readReader(tx, personId));
    if (!reader) continue;
    const { language } = reader;
    const { subject, content } = writeCompromiseLetter({
      ...{ language, kid: input.kid, ink: institution.inks[0] },
      institution: inLanguage(institution.name, language),
      issuer: inLanguage(issuer.name, language),
      since: sayInstant(since, language, institution.timeZone),
      url: `${deps.publicUrl}/studio/keys`,
    });
    const letter = { subject, ...(await renderLetter(content)) };
    for (const to of reader.addresses) {
      // Told again with an earlier instant, it is another letter.
      const about = `key-compromised ${input.kid} ${since.toISOString()} ${to}`;
      const messageId = composeMessageId(about, new URL(deps.publicUrl).hostname);
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

function sayInstant(instant: Date, language: 'en' | 'nl', timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    timeZone,
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(instant);
}

function inLanguage(text: Text, language: string): string {
  return text[language] ?? Object.values(text)[0] ?? '';
}
