/** The last letter, in the language of whoever it was. */
import type { LetterContent } from '../platform/mail/index.ts';

export function writeErasedLetter(facts: { readonly language: 'en' | 'nl'; readonly host: string }): {
  readonly subject: string;
  readonly content: LetterContent;
} {
  const { language, host } = facts;
  const frame = { language, sender: { name: 'Waarmerk' } } as const;
  if (language === 'nl')
    return {
      subject: 'Uw gegevens zijn gewist',
      content: {
        ...frame,
        preheader: 'Dit is de laatste brief die u van ons krijgt.',
        heading: 'Uw gegevens zijn gewist',
        paragraphs: [
          `Uw account bij ${host} bestaat niet meer. Uw naam, adressen, bewijzen en openbare pagina’s zijn weg.`,
          'Instellingen bewaren dat zij iets hebben toegekend, op welke dag en van welke versie, zonder uw naam. Bestanden die u hebt gedownload, blijven controleerbaar.',
        ],
        footer: [
          {
            title: 'Waarom deze brief',
            text: 'Ter bevestiging. Uw adres is gewist zodra deze brief was geschreven; u hoort niets meer van ons, tenzij een instelling u opnieuw iets toekent.',
          },
        ],
      },
    };
  return {
    subject: 'Your data has been erased',
    content: {
      ...frame,
      preheader: 'This is the last letter that you get from us.',
      heading: 'Your data has been erased',
      paragraphs: [
        `Your account at ${host} is no more. Your name, addresses, credentials and public pages are gone.`,
        'Institutions keep that they awarded something, on which day and of which version, without your name. Files that you downloaded go on verifying.',
      ],
      footer: [
        {
          title: 'Why this letter',
          text: 'To confirm it. Your address was erased once this letter was written; you will not hear from us again, unless an institution awards you something anew.',
        },
      ],
    },
  };
}
