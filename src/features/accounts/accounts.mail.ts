/** The letter of this room, in the reader's language. */
import type { LetterContent } from '../../platform/mail/index.ts';

export type CodeLetterFacts = {
  readonly language: 'en' | 'nl';
  readonly code: string;
  /** Opens the same code with one press, in the browser that asked for it. */
  readonly link: string;
  readonly publicUrl: string;
};

type CodeLetter = { readonly subject: string; readonly content: LetterContent };

export function writeCodeLetter({ language, code, link, publicUrl }: CodeLetterFacts): CodeLetter {
  const host = new URL(publicUrl).host;
  const digits = `${code.slice(0, 3)} ${code.slice(3)}`;
  return language === 'nl' ? inDutch(digits, host, link) : inEnglish(digits, host, link);
}

function inEnglish(digits: string, host: string, link: string): CodeLetter {
  return {
    subject: `${digits} is your code`,
    content: {
      language: 'en',
      sender: { name: 'Waarmerk' },
      preheader: 'It shows that this address is yours. It works for 15 minutes.',
      heading: digits,
      paragraphs: [
        `Type this code in the page at ${host} that asked for it. It shows that this address is yours, and works once, for 15 minutes, in the browser where you asked for it.`,
      ],
      button: { label: 'Or go on here', url: link },
      closing: ['In another browser the button shows the digits, to type in the first.'],
      footer: [
        {
          title: 'You did not ask for this?',
          text: 'Then someone typed your address by mistake. Give the code to nobody: without it nothing happens.',
        },
      ],
    },
  };
}

function inDutch(digits: string, host: string, link: string): CodeLetter {
  return {
    subject: `${digits} is uw code`,
    content: {
      language: 'nl',
      sender: { name: 'Waarmerk' },
      preheader: 'Hiermee laat u zien dat dit adres van u is. De code werkt 15 minuten.',
      heading: digits,
      paragraphs: [
        `Typ deze code op de pagina van ${host} die erom vroeg. Zo laat u zien dat dit adres van u is. De code werkt één keer, 15 minuten lang, in de browser waarin u erom vroeg.`,
      ],
      button: { label: 'Of ga hier verder', url: link },
      closing: ['In een andere browser toont de knop de cijfers, om in de eerste over te typen.'],
      footer: [
        {
          title: 'Niet om gevraagd?',
          text: 'Dan heeft iemand zich vertypt. Geef de code aan niemand: zonder code gebeurt er niets.',
        },
      ],
    },
  };
}
