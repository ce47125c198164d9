import { sayIn, type Text } from '../../formats/index.ts';
import {
  type AdministratorLetterDeps,
  findInstitution,
  writeToAdministrators,
} from '../institutions/index.ts';
import { writeEndingLetter } from './accreditations.mail.ts';
import { listAccreditations } from './accreditations.store.ts';

/** To the administrators: a decision ends, and what is published after that day no longer names it. */
export async function sendEndingLetters(
  deps: AdministratorLetterDeps,
  institutionId: string,
  input: { readonly accreditationId: string },
): Promise<void> {
  const { institution, ending } = await deps.database.asInstitution(institutionId, async (tx) => ({
    institution: await findInstitution(tx, institutionId),
    ending: (await listAccreditations(tx, institutionId)).find(({ id }) => id === input.accreditationId),
  }));
  const until = ending?.validUntil;
  if (!institution || !ending || !until || ending.withdrawnOn !== null) return;
  await writeToAdministrators(deps, institutionId, {
    about: `accreditation-ending ${ending.id} ${until}`,
    compose: (language) => {
      const say = (text: Text) => sayIn(text, language, institution.defaultLanguage);
      return writeEndingLetter({
        ...{ language, ink: institution.inks[0] },
        institution: say(institution.name),
        title: say(ending.title),
        source: [ending.register, ending.number].filter(Boolean).join(' '),
        until: sayDay(until, language),
        url: `${deps.publicUrl}/studio/institution#accreditations`,
      });
    },
  });
}

function sayDay(day: string, language: 'en' | 'nl'): string {
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}
