/** The letter of this room, in the reader's language. */
import type { LetterContent } from '../../platform/mail/index.ts';

export type AskFacts = {
  readonly language: 'en' | 'nl';
  readonly title: string;
  readonly issuer: string;
  readonly sender: string;
  readonly ink: string | undefined;
  /** The page of the questions; whoever follows it signs in. */
  readonly url: string;
  readonly stopUrl: string;
};

const WORDS = {
  en: {
    subject: (title: string) => `How did it go since? ${title}`,
    heading: 'What do you use at work?',
    asks: ({ issuer, title }: AskFacts) =>
      `Half a year ago ${issuer} awarded you “${title}”. What can you do now, and what do you use? A few questions, of which you may skip any.`,
    button: 'Answer the questions',
    closing:
      'Answering is your choice and changes nothing about your credential. The makers read numbers of five or more, and your words without your name.',
    why: 'Why this letter',
    because: 'You collected this in your backpack. We ask once.',
    stop: 'Rather no letters',
    waits: 'The questions stand in your backpack all the same.',
    stopLabel: 'No more letters to this address',
  },
  nl: {
    subject: (title: string) => `Hoe ging het sindsdien? ${title}`,
    heading: 'Wat gebruikt u op uw werk?',
    asks: ({ issuer, title }: AskFacts) =>
      `Een half jaar geleden kende ${issuer} u “${title}” toe. Wat kunt u nu, en wat gebruikt u? Een paar vragen, waarvan u er mag overslaan.`,
    button: 'De vragen beantwoorden',
    closing:
      'Antwoorden is uw keuze en verandert niets aan uw bewijs. De makers lezen aantallen van vijf of meer, en uw woorden zonder uw naam.',
    why: 'Waarom deze brief',
    because: 'U hebt dit in uw rugzak verzameld. We vragen het één keer.',
    stop: 'Liever geen brieven',
    waits: 'De vragen staan hoe dan ook in uw rugzak.',
    stopLabel: 'Geen brieven meer naar dit adres',
  },
} as const;

export function writeAskLetter(facts: AskFacts): {
  readonly subject: string;
  readonly content: LetterContent;
} {
  const words = WORDS[facts.language];
  return {
    subject: words.subject(facts.title),
    content: {
      language: facts.language,
      preheader: words.closing,
      sender: { name: facts.sender },
      ...(facts.ink ? { ink: facts.ink } : {}),
      heading: words.heading,
      paragraphs: [words.asks(facts)],
      button: { label: words.button, url: facts.url },
      closing: [words.closing],
      footer: [
        { title: words.why, text: words.because },
        { title: words.stop, text: words.waits, link: { label: words.stopLabel, url: facts.stopUrl } },
      ],
    },
  };
}
