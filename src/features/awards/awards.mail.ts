/** The letters of this room, in the reader's language. What they say of an award is read when they are written. */
import type { LetterContent } from '../../platform/mail/index.ts';
import type { RevocationReason } from './award.ts';

export type LetterFacts = {
  readonly language: 'en' | 'nl';
  readonly kind: 'microcredential' | 'proof-of-competence' | 'edubadge';
  readonly title: string;
  readonly issuer: string;
  /** As the letter says it is from; the award names the issuer. */
  readonly sender: string;
  /** `cid:` of the issuer's logo, when there is one. */
  readonly logo: string | null;
  readonly ink: string | undefined;
  readonly image: { readonly source: string; readonly alt: string };
  readonly recipientName: string | null;
  readonly narrative: string | null;
  readonly offerUrl: string;
  /** Where the reader says that no letters like this one are wanted. */
  readonly stopUrl: string;
  readonly contact: string | null;
};

export type Letter = { readonly subject: string; readonly content: LetterContent };

const KIND = {
  en: {
    microcredential: 'microcredential',
    'proof-of-competence': 'proof of competence',
    edubadge: 'edubadge',
  },
  nl: {
    microcredential: 'microcredential',
    'proof-of-competence': 'bekwaamheidsbewijs',
    edubadge: 'edubadge',
  },
} as const;

export function writeOfferLetter(facts: LetterFacts): Letter {
  return facts.language === 'nl' ? offerInDutch(facts) : offerInEnglish(facts);
}

function offerInEnglish(facts: LetterFacts): Letter {
  const kind = KIND.en[facts.kind];
  return {
    subject: `You received ${facts.kind === 'edubadge' ? 'an' : 'a'} ${kind}: ${facts.title}`,
    content: {
      ...frame(facts),
      preheader: `${facts.issuer} awarded it to you. You can look before you sign in.`,
      heading: `You received ${facts.kind === 'edubadge' ? 'an' : 'a'} ${kind}`,
      paragraphs: [greet('Dear', facts.recipientName, 'Hello,'), `${facts.issuer} awards you this ${kind}.`],
      button: { label: 'View and claim', url: facts.offerUrl },
      closing: [
        'You can look at it before you sign in. You can claim it at any time; this offer does not expire. It stays private until you decide to share it.',
      ],
      footer: [
        {
          title: 'Why this letter',
          text: `${facts.issuer} gave this address when it awarded the ${kind}. Nothing happens if you do nothing.`,
        },
        ...(facts.contact ? [{ title: 'Questions', text: `Write to ${facts.contact}.` }] : []),
        stopInEnglish(facts.stopUrl),
      ],
    },
  };
}

function offerInDutch(facts: LetterFacts): Letter {
  const kind = KIND.nl[facts.kind];
  return {
    subject: `U hebt een ${kind} ontvangen: ${facts.title}`,
    content: {
      ...frame(facts),
      preheader: `${facts.issuer} heeft het u toegekend. U kunt eerst kijken, zonder in te loggen.`,
      heading: `U hebt een ${kind} ontvangen`,
      paragraphs: [greet('Beste', facts.recipientName, 'Hallo,'), `${facts.issuer} kent u dit ${kind} toe.`],
      button: { label: 'Bekijken en ophalen', url: facts.offerUrl },
      closing: [
        'U kunt het bekijken voordat u inlogt. Ophalen kan altijd; dit aanbod verloopt niet. Het blijft privé totdat u besluit het te delen.',
      ],
      footer: [
        {
          title: 'Waarom deze brief',
          text: `${facts.issuer} heeft dit adres opgegeven bij de toekenning. Doet u niets, dan gebeurt er niets.`,
        },
        ...(facts.contact ? [{ title: 'Vragen', text: `Schrijf naar ${facts.contact}.` }] : []),
        stopInDutch(facts.stopUrl),
      ],
    },
  };
}

function stopInEnglish(url: string): LetterContent['footer'][number] {
  return {
    title: 'Rather no letters',
    text: 'What is awarded to you waits all the same.',
    link: { label: 'No more letters to this address', url },
  };
}

function stopInDutch(url: string): LetterContent['footer'][number] {
  return {
    title: 'Liever geen brieven',
    text: 'Wat u is toegekend, wacht ook dan op u.',
    link: { label: 'Geen brieven meer naar dit adres', url },
  };
}

export type RevocationFacts = LetterFacts & {
  readonly reason: RevocationReason;
  readonly note: string | null;
};

const REASON = {
  en: {
    'issued-in-error': 'issued in error',
    'assessment-invalid': 'the assessment was declared invalid',
    fraud: 'fraud',
    superseded: 'replaced by a newer credential',
    'requested-by-holder': 'at the request of the holder',
    other: 'another reason',
  },
  nl: {
    'issued-in-error': 'ten onrechte uitgereikt',
    'assessment-invalid': 'de toetsing is ongeldig verklaard',
    fraud: 'fraude',
    superseded: 'vervangen door een nieuwer bewijs',
    'requested-by-holder': 'op verzoek van de houder',
    other: 'een andere reden',
  },
} as const satisfies Record<'en' | 'nl', Record<RevocationReason, string>>;

export function writeRevocationLetter(facts: RevocationFacts): Letter {
  const reason = REASON[facts.language][facts.reason];
  if (facts.language === 'nl') {
    return {
      subject: `Ingetrokken: ${facts.title}`,
      content: {
        ...frame(facts),
        preheader: `${facts.issuer} heeft dit bewijs ingetrokken. Reden: ${reason}.`,
        heading: 'Een bewijs is ingetrokken',
        paragraphs: [
          greet('Beste', facts.recipientName, 'Hallo,'),
          `${facts.issuer} heeft dit bewijs ingetrokken. Reden: ${reason}.`,
          ...(facts.note ? [facts.note] : []),
          'Wie het controleert, leest vanaf nu dat het is ingetrokken.',
        ],
        footer: [
          {
            title: 'Niet mee eens?',
            text: facts.contact ? `Schrijf naar ${facts.contact}.` : `Neem contact op met ${facts.issuer}.`,
          },
        ],
      },
    };
  }
  return {
    subject: `Withdrawn: ${facts.title}`,
    content: {
      ...frame(facts),
      preheader: `${facts.issuer} withdrew this credential. Reason: ${reason}.`,
      heading: 'A credential was withdrawn',
      paragraphs: [
        greet('Dear', facts.recipientName, 'Hello,'),
        `${facts.issuer} withdrew this credential. Reason: ${reason}.`,
        ...(facts.note ? [facts.note] : []),
        'Whoever checks it reads from now on that it was revoked.',
      ],
      footer: [
        {
          title: 'You disagree?',
          text: facts.contact ? `Write to ${facts.contact}.` : `Contact ${facts.issuer}.`,
        },
      ],
    },
  };
}

function frame(facts: LetterFacts): Pick<LetterContent, 'language' | 'sender' | 'ink' | 'card'> {
  return {
    language: facts.language,
    sender: { name: facts.sender, ...(facts.logo ? { logo: facts.logo } : {}) },
    ...(facts.ink ? { ink: facts.ink } : {}),
    card: { title: facts.title, lines: facts.narrative ? [facts.narrative] : [], image: facts.image },
  };
}

function greet(word: string, name: string | null, without: string): string {
  return name ? `${word} ${name},` : without;
}
