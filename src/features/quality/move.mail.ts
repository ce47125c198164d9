/** The letter about a step of a design: to whom it waits for now, or to its makers when something was decided. */
import type { LetterContent } from '../../platform/mail/index.ts';
import type { News } from './news.ts';
import type { LetterVoice } from './write-to-staff.ts';

export type MoveFacts = LetterVoice & {
  readonly news: News;
  readonly title: string;
  readonly kind: 'microcredential' | 'proof-of-competence' | 'edubadge';
  /** The day by which it is due; null: none is set. */
  readonly target: string | null;
  readonly url: string;
};

type Words = { readonly subject: (title: string) => string; readonly says: string };

const NEWS: Readonly<Record<'en' | 'nl', Readonly<Record<News, Words>>>> = {
  en: {
    intake: {
      subject: (title) => `An idea waits for an expert: ${title}`,
      says: 'A colleague has an idea for a new design. Whoever takes it on guides it.',
    },
    'expert-review': {
      subject: (title) => `Waits for your advice: ${title}`,
      says: 'A design was handed in and waits for the advice of an education expert.',
    },
    'peer-review': {
      subject: (title) => `Waits for a reader of the subject: ${title}`,
      says: 'The education expert asks a colleague of the subject whether the content is right.',
    },
    'owner-review': {
      subject: (title) => `Waits for its owner: ${title}`,
      says: 'A design waits for the word of whoever answers for the programme.',
    },
    'committee-queue': {
      subject: (title) => `For the agenda: ${title}`,
      says: 'A design is ready for the committee and can be put on an agenda.',
    },
    'committee-review': {
      subject: (title) => `Open for your vote: ${title}`,
      says: 'The meeting is open and the committee votes on this design.',
    },
    appeal: {
      subject: (title) => `An objection to settle: ${title}`,
      says: 'The makers object to the decision of the committee.',
    },
    'changes-requested': {
      subject: (title) => `Sent back with reasons: ${title}`,
      says: 'Your design was read and comes back. What should change, and why, stands on its page.',
    },
    approved: {
      subject: (title) => `Approved: ${title}`,
      says: 'Exactly what you handed in is approved and can be published.',
    },
    'approved-conditional': {
      subject: (title) => `Approved with conditions: ${title}`,
      says: 'What you handed in is approved on conditions. Each has an owner and a day; they stand on its page.',
    },
    rejected: {
      subject: (title) => `Not approved: ${title}`,
      says: 'The committee did not approve it. The reasons, and how to object, stand on its page.',
    },
    suspended: {
      subject: (title) => `Suspended: ${title}`,
      says: 'Nothing is awarded until it is resumed. What was awarded stays as it is. The reason stands on its page.',
    },
  },
  nl: {
    intake: {
      subject: (title) => `Een idee wacht op een onderwijskundige: ${title}`,
      says: 'Een collega heeft een idee voor een nieuw ontwerp. Wie het oppakt, begeleidt het.',
    },
    'expert-review': {
      subject: (title) => `Wacht op uw advies: ${title}`,
      says: 'Een ontwerp is ingediend en wacht op het advies van een onderwijskundige.',
    },
    'peer-review': {
      subject: (title) => `Wacht op een vakgenoot: ${title}`,
      says: 'De onderwijskundige vraagt een vakgenoot of de inhoud klopt.',
    },
    'owner-review': {
      subject: (title) => `Wacht op de eigenaar: ${title}`,
      says: 'Een ontwerp wacht op het woord van wie de opleiding verantwoordt.',
    },
    'committee-queue': {
      subject: (title) => `Voor de agenda: ${title}`,
      says: 'Een ontwerp is klaar voor de commissie en kan op een agenda.',
    },
    'committee-review': {
      subject: (title) => `Open voor uw stem: ${title}`,
      says: 'De vergadering is geopend en de commissie stemt over dit ontwerp.',
    },
    appeal: {
      subject: (title) => `Een bezwaar om te behandelen: ${title}`,
      says: 'De makers maken bezwaar tegen het besluit van de commissie.',
    },
    'changes-requested': {
      subject: (title) => `Terug met redenen: ${title}`,
      says: 'Uw ontwerp is gelezen en komt terug. Wat er anders moet, en waarom, staat op de pagina ervan.',
    },
    approved: {
      subject: (title) => `Goedgekeurd: ${title}`,
      says: 'Precies wat u indiende is goedgekeurd en kan worden gepubliceerd.',
    },
    'approved-conditional': {
      subject: (title) => `Goedgekeurd met voorwaarden: ${title}`,
      says: 'Wat u indiende is onder voorwaarden goedgekeurd. Elk heeft een eigenaar en een dag; ze staan op de pagina ervan.',
    },
    rejected: {
      subject: (title) => `Niet goedgekeurd: ${title}`,
      says: 'De commissie keurde het niet goed. De redenen, en hoe u bezwaar maakt, staan op de pagina ervan.',
    },
    suspended: {
      subject: (title) => `Geschorst: ${title}`,
      says: 'Er wordt niets toegekend tot het wordt hervat. Wat is toegekend blijft zoals het is. De reden staat op de pagina ervan.',
    },
  },
};

const FRAME = {
  en: {
    due: (day: string) => `Please by ${day}.`,
    button: 'Open its page',
    why: 'Why this letter',
    because: (institution: string) =>
      `You made this design, or your role at ${institution} has a part in it.`,
    kind: {
      microcredential: 'Microcredential',
      'proof-of-competence': 'Proof of competence',
      edubadge: 'Edubadge',
    },
  },
  nl: {
    due: (day: string) => `Graag uiterlijk ${day}.`,
    button: 'De pagina openen',
    why: 'Waarom deze brief',
    because: (institution: string) =>
      `U maakte dit ontwerp, of uw rol bij ${institution} heeft er een aandeel in.`,
    kind: {
      microcredential: 'Microcredential',
      'proof-of-competence': 'Bewijs van bekwaamheid',
      edubadge: 'Edubadge',
    },
  },
} as const;

export function writeMoveLetter(facts: MoveFacts): {
  readonly subject: string;
  readonly content: LetterContent;
} {
  const { language, institution, ink, title, target } = facts;
  const { subject, says } = NEWS[language][facts.news];
  const frame = FRAME[language];
  const day = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    ...{ dateStyle: 'long', timeZone: 'UTC' },
  });
  return {
    subject: subject(title),
    content: {
      ...{ language, preheader: says, sender: { name: institution }, ...(ink ? { ink } : {}) },
      heading: subject(title).split(':', 1)[0] ?? '',
      paragraphs: [says, ...(target ? [frame.due(day.format(new Date(`${target}T00:00:00Z`)))] : [])],
      card: { title, lines: [frame.kind[facts.kind]] },
      button: { label: frame.button, url: facts.url },
      footer: [{ title: frame.why, text: frame.because(institution) }],
    },
  };
}
