import type { Text } from '../../formats/index.ts';
import {
  type AdministratorLetterDeps,
  findInstitution,
  findIssuer,
  writeToAdministrators,
} from '../institutions/index.ts';
import { writeCompromiseLetter } from './keys.mail.ts';
import { listPublicKeys } from './keys.store.ts';

/** To every administrator of the whole institution who has signed in, at each address of theirs, once. */
export async function sendCompromiseLetters(
  deps: AdministratorLetterDeps,
  institutionId: string,
  input: { readonly issuerId: string; readonly kid: string },
): Promise<void> {
  const { institution, issuer, since } = await deps.database.asInstitution(institutionId, async (tx) => ({
    institution: await findInstitution(tx, institutionId),
    issuer: await findIssuer(tx, { id: input.issuerId }),
    since: (await listPublicKeys(tx, input.issuerId)).find(({ kid }) => kid === input.kid)?.compromisedAt,
  }));
  if (!institution || !issuer || !since) return;
  await writeToAdministrators(deps, institutionId, {
    // Told again with an earlier instant, it is another letter.
    about: `key-compromised ${input.kid} ${since.toISOString()}`,
    compose: (language) =>
      writeCompromiseLetter({
        ...{ language, kid: input.kid, ink: institution.inks[0] },
        institution: inLanguage(institution.name, language),
        issuer: inLanguage(issuer.name, language),
        since: sayInstant(since, language, institution.timeZone),
        url: `${deps.publicUrl}/studio/keys`,
      }),
  });
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
