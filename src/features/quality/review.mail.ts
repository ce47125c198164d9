/** The letter of a review that was called: to who made it, who answers for it, and who keeps the clock. */
import type { LetterContent } from '../../platform/mail/index.ts';
import type { Cause } from './causes.ts';

export type ReviewFacts = {
  readonly language: 'en' | 'nl';
  readonly title: string;
  readonly institution: string;
  readonly ink: string | undefined;
  readonly causes: readonly Cause[];
  readonly url: string;
};

const WORDS = {
  en: {
    subject: (title: string) => `A review is due: ${title}`,
    heading: 'A review is due',
    says: {
      day: (ref: string) => `its day is ${ref}`,
      complaints: (ref: string) => `${ref} complaints since the last review`,
      feedback: () => 'feedback is low',
      staff: () => 'a qualification in the team ends before the delivery does',
      rules: (ref: string) => `new rules: ${ref}`,
    },
    because: (reasons: string) => `Why: ${reasons}.`,
    next: 'It is awarded as before while the review runs. A quality officer starts it.',
    button: 'Open its page',
    foot: {
      title: 'Why this letter',
      text: 'You made this design, answer for it, or keep the clock of reviews.',
    },
  },
  nl: {
    subject: (title: string) => `Tijd voor herbeoordeling: ${title}`,
    heading: 'Tijd voor herbeoordeling',
    says: {
      day: (ref: string) => `de dag ervan is ${ref}`,
      complaints: (ref: string) => `${ref} klachten sinds de vorige herbeoordeling`,
      feedback: () => 'de feedback is laag',
      staff: () => 'een bevoegdheid in het team eindigt vóór de uitvoering',
      rules: (ref: string) => `nieuwe regels: ${ref}`,
    },
    because: (reasons: string) => `Waarom: ${reasons}.`,
    next: 'Intussen wordt het toegekend als voorheen. Een kwaliteitsfunctionaris begint de herbeoordeling.',
    button: 'De pagina openen',
    foot: {
      title: 'Waarom deze brief',
      text: 'U maakte dit ontwerp, staat ervoor in, of houdt de klok van herbeoordelingen bij.',
    },
  },
} as const;

export function writeReviewLetter(facts: ReviewFacts): {
  readonly subject: string;
  readonly content: LetterContent;
} {
  const words = WORDS[facts.language];
  const reasons = facts.causes.map(({ kind, ref }) => words.says[kind](ref)).join('; ');
  return {
    subject: words.subject(facts.title),
    content: {
      language: facts.language,
      preheader: words.because(reasons),
      sender: { name: facts.institution },
      ...(facts.ink ? { ink: facts.ink } : {}),
      heading: words.heading,
      paragraphs: [words.because(reasons), words.next],
      card: { title: facts.title, lines: [] },
      button: { label: words.button, url: facts.url },
      footer: [words.foot],
    },
  };
}
