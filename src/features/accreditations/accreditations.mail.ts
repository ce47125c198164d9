/** The letters of this room, in the reader's language. */
import type { LetterContent } from '../../platform/mail/index.ts';

export type EndingLetterFacts = {
  readonly language: 'en' | 'nl';
  readonly institution: string;
  readonly ink: string | undefined;
  readonly title: string;
  readonly source: string;
  /** The last day, in words. */
  readonly until: string;
  /** Where it can be renewed. */
  readonly url: string;
};

type Letter = { readonly subject: string; readonly content: LetterContent };

export function writeEndingLetter(facts: EndingLetterFacts): Letter {
  return facts.language === 'nl' ? inDutch(facts) : inEnglish(facts);
}

function inEnglish({ institution, ink, title, source, until, url }: EndingLetterFacts): Letter {
  return {
    subject: `${title} ends on ${until}`,
    content: {
      language: 'en',
      sender: { name: institution },
      ...(ink ? { ink } : {}),
      preheader: 'Nothing is recorded that follows upon it.',
      heading: 'An accreditation is about to end',
      paragraphs: [
        'Hello,',
        `${title} (${source}) is in force until ${until}, and nothing is recorded that follows upon it.`,
        'Versions that are published after that day no longer name it. What was awarded keeps what it says, and its page shows that the decision has ended. Is there a new decision? Record it as the renewal of this one.',
      ],
      card: { title, lines: [source, `In force until ${until}`] },
      button: { label: 'View the accreditations', url },
      footer: [
        {
          title: 'Why this letter',
          text: `You administer ${institution} in Waarmerk. Letters about its accreditations go to all administrators.`,
        },
      ],
    },
  };
}

function inDutch({ institution, ink, title, source, until, url }: EndingLetterFacts): Letter {
  return {
    subject: `${title} loopt af op ${until}`,
    content: {
      language: 'nl',
      sender: { name: institution },
      ...(ink ? { ink } : {}),
      preheader: 'Er is nog niets vastgelegd dat erop volgt.',
      heading: 'Een accreditatie loopt bijna af',
      paragraphs: [
        'Hallo,',
        `${title} (${source}) geldt tot en met ${until}, en er is nog niets vastgelegd dat erop volgt.`,
        'Versies die na die dag worden gepubliceerd, noemen het besluit niet meer. Wat is uitgereikt, blijft zeggen wat het zegt, en op de pagina ervan staat dat het besluit is verlopen. Is er een nieuw besluit? Leg het vast als vervolg op dit besluit.',
      ],
      card: { title, lines: [source, `Geldig tot en met ${until}`] },
      button: { label: 'Bekijk de accreditaties', url },
      footer: [
        {
          title: 'Waarom deze brief',
          text: `Je beheert ${institution} in Waarmerk. Brieven over de accreditaties gaan naar alle beheerders.`,
        },
      ],
    },
  };
}
