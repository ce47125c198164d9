/** The letters of this room, in the reader's language. */
import type { LetterContent } from '../../platform/mail/index.ts';

export type CompromiseLetterFacts = {
  readonly language: 'en' | 'nl';
  readonly institution: string;
  readonly ink: string | undefined;
  readonly issuer: string;
  readonly kid: string;
  /** From when on others may have signed, in words. */
  readonly since: string;
  /** Page of the keys. */
  readonly url: string;
};

export type KeyLetter = { readonly subject: string; readonly content: LetterContent };

export function writeCompromiseLetter(facts: CompromiseLetterFacts): KeyLetter {
  return facts.language === 'nl' ? inDutch(facts) : inEnglish(facts);
}

function inEnglish({ institution, issuer, kid, since, url, ink }: CompromiseLetterFacts): KeyLetter {
  return {
    subject: `A signing key of ${issuer} is in other hands`,
    content: {
      language: 'en',
      sender: { name: institution },
      ...(ink ? { ink } : {}),
      preheader: 'It signs nothing more. What you should know, and do.',
      heading: 'A signing key was marked as compromised',
      paragraphs: [
        'Hello,',
        `A signing key of ${issuer} was marked as compromised: from ${since} on, others may have been able to sign in your name with it.`,
        'It signs nothing more, and another key has taken over. What you signed before that moment goes on verifying here, because we kept a digest of it. What you signed since cannot be told from a forgery: award it again.',
      ],
      card: { title: issuer, lines: [`Key ${kid}`, `Compromised since ${since}`] },
      button: { label: 'View the keys', url },
      footer: [
        {
          title: 'Why this letter',
          text: `You administer ${institution} in Waarmerk. Letters about the safety of its keys go to all administrators.`,
        },
      ],
    },
  };
}

function inDutch({ institution, issuer, kid, since, url, ink }: CompromiseLetterFacts): KeyLetter {
  return {
    subject: `Een ondertekensleutel van ${issuer} is in andere handen`,
    content: {
      language: 'nl',
      sender: { name: institution },
      ...(ink ? { ink } : {}),
      preheader: 'Hij ondertekent niets meer. Wat je moet weten en doen.',
      heading: 'Een ondertekensleutel is als gelekt gemeld',
      paragraphs: [
        'Hallo,',
        `Een ondertekensleutel van ${issuer} is als gelekt gemeld: vanaf ${since} kunnen anderen er in jullie naam mee ondertekend hebben.`,
        'De sleutel ondertekent niets meer en een andere heeft het overgenomen. Wat jullie voor dat moment ondertekenden, blijft hier controleerbaar, omdat we er een digest van bewaarden. Wat daarna is ondertekend, is niet van een vervalsing te onderscheiden: reik dat opnieuw uit.',
      ],
      card: { title: issuer, lines: [`Sleutel ${kid}`, `Gelekt sinds ${since}`] },
      button: { label: 'Bekijk de sleutels', url },
      footer: [
        {
          title: 'Waarom deze brief',
          text: `Je beheert ${institution} in Waarmerk. Brieven over de veiligheid van de sleutels gaan naar alle beheerders.`,
        },
      ],
    },
  };
}
