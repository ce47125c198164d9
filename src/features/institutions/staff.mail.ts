/** The letters of this room, in the reader's language. */
import type { LetterContent } from '../../platform/mail/index.ts';
import type { Role } from './permissions.ts';

export type InvitationLetterFacts = {
  readonly language: 'en' | 'nl';
  readonly institution: string;
  /** Name of the role; of the house or of the institution. */
  readonly role: string;
  /** The unit or design; undefined: all of the institution. */
  readonly place: string | undefined;
  readonly ink: string | undefined;
  readonly url: string;
  /** The last day on which the letter's link works, in words. */
  readonly expiresOn: string;
  readonly contact: string | null;
  /** Where the reader says that no letters like this one are wanted. */
  readonly stopUrl: string;
};

export type StaffLetter = { readonly subject: string; readonly content: LetterContent };

export const ROLE_NAMES = {
  en: {
    administrator: 'administrator',
    designer: 'designer',
    editor: 'editor',
    awarder: 'awarder',
    registrar: 'registrar',
    teacher: 'teacher',
    reader: 'reader',
    'education-expert': 'education expert',
    'content-peer': 'content peer',
    'programme-owner': 'programme owner',
    'learner-representative': 'learner representative',
    'external-member': 'external member',
    'quality-officer': 'quality officer',
    'appeals-body': 'appeals body',
    'committee-member': 'committee member',
    'committee-chair': 'committee chair',
    'committee-secretary': 'committee secretary',
    'examination-board': 'examination board',
    auditor: 'auditor',
    operator: 'operator of this service',
  },
  nl: {
    administrator: 'beheerder',
    designer: 'ontwerper',
    editor: 'redacteur',
    awarder: 'uitreiker',
    registrar: 'registrator',
    teacher: 'docent',
    reader: 'lezer',
    'education-expert': 'onderwijskundige',
    'content-peer': 'vakgenoot',
    'programme-owner': 'programma-eigenaar',
    'learner-representative': 'vertegenwoordiger van lerenden',
    'external-member': 'extern lid',
    'quality-officer': 'kwaliteitsmedewerker',
    'appeals-body': 'bezwaarcommissie',
    'committee-member': 'commissielid',
    'committee-chair': 'commissievoorzitter',
    'committee-secretary': 'commissiesecretaris',
    'examination-board': 'examencommissie',
    auditor: 'auditor',
    operator: 'beheerder van deze dienst',
  },
} as const satisfies Record<'en' | 'nl', Record<Role, string>>;

export function writeInvitationLetter(facts: InvitationLetterFacts): StaffLetter {
  return facts.language === 'nl' ? invitationInDutch(facts) : invitationInEnglish(facts);
}

function invitationInEnglish(facts: InvitationLetterFacts): StaffLetter {
  const { institution, role, place, expiresOn } = facts;
  return {
    subject: `${institution} asks you to work in Waarmerk`,
    content: {
      language: 'en',
      sender: { name: institution },
      ...(facts.ink ? { ink: facts.ink } : {}),
      preheader: `As ${role}${place ? `, for ${place}` : ''}. You accept or refuse on one page.`,
      heading: 'You are asked for a role',
      paragraphs: [
        'Hello,',
        `${institution} asks you to be ${role}${place ? ` for ${place}` : ''}. What that allows stands on the page, before you sign in.`,
      ],
      button: { label: 'View the invitation', url: facts.url },
      closing: [
        `The link works until ${expiresOn}, and for nobody but the owner of this address. Doing nothing is an answer too.`,
      ],
      footer: [
        { title: 'Why this letter', text: `A colleague at ${institution} wrote down your address.` },
        ...(facts.contact ? [{ title: 'Questions', text: `Write to ${facts.contact}.` }] : []),
        {
          title: 'Rather no letters',
          text: 'An invitation then leaves no letter.',
          link: { label: 'No more letters to this address', url: facts.stopUrl },
        },
      ],
    },
  };
}

function invitationInDutch(facts: InvitationLetterFacts): StaffLetter {
  const { institution, role, place, expiresOn } = facts;
  return {
    subject: `${institution} vraagt je om in Waarmerk te werken`,
    content: {
      language: 'nl',
      sender: { name: institution },
      ...(facts.ink ? { ink: facts.ink } : {}),
      preheader: `Als ${role}${place ? `, voor ${place}` : ''}. Aannemen of weigeren doe je op één pagina.`,
      heading: 'Je wordt gevraagd voor een rol',
      paragraphs: [
        'Hallo,',
        `${institution} vraagt je als ${role}${place ? ` voor ${place}` : ''}. Wat je daarmee mag, staat op de pagina, ook zonder inloggen.`,
      ],
      button: { label: 'Bekijk de uitnodiging', url: facts.url },
      closing: [
        `De link werkt tot en met ${expiresOn}, en alleen voor de eigenaar van dit adres. Niets doen mag ook.`,
      ],
      footer: [
        { title: 'Waarom deze brief', text: `Een collega bij ${institution} heeft je adres opgegeven.` },
        ...(facts.contact ? [{ title: 'Vragen', text: `Schrijf naar ${facts.contact}.` }] : []),
        {
          title: 'Liever geen brieven',
          text: 'Een uitnodiging komt dan zonder brief.',
          link: { label: 'Geen brieven meer naar dit adres', url: facts.stopUrl },
        },
      ],
    },
  };
}
