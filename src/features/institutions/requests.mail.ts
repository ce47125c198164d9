/** Letters about a request to join. Nothing that was typed in the form stands in the first: anyone may type anything. */
import type { LetterContent } from '../../platform/mail/index.ts';

type Letter = { readonly subject: string; readonly content: LetterContent };
type Language = 'en' | 'nl';

export function writeReceipt(language: Language, publicUrl: string): Letter {
  const { host } = new URL(publicUrl);
  return language === 'nl'
    ? {
        subject: 'Uw aanvraag is ontvangen',
        content: {
          language,
          sender: { name: 'Waarmerk' },
          preheader: 'U hoort van de beheerder of uw instelling kan meedoen.',
          heading: 'Uw aanvraag is ontvangen',
          paragraphs: [
            `Op ${host} is met dit adres gevraagd of een instelling kan meedoen. De beheerder leest uw aanvraag en antwoordt op dit adres.`,
          ],
          footer: [
            {
              title: 'Niet door u gevraagd?',
              text: 'Dan heeft iemand uw adres getypt. U hoeft niets te doen.',
            },
          ],
        },
      }
    : {
        subject: 'Your request has arrived',
        content: {
          language,
          sender: { name: 'Waarmerk' },
          preheader: 'The operator will tell you whether your institution can join.',
          heading: 'Your request has arrived',
          paragraphs: [
            `On ${host} somebody asked with this address whether an institution can join. The operator reads the request and answers to this address.`,
          ],
          footer: [
            { title: 'You did not ask?', text: 'Then someone typed your address. You need not do anything.' },
          ],
        },
      };
}

export function writeRefusal(language: Language, facts: { institution: string; reason: string }): Letter {
  const { institution, reason } = facts;
  return language === 'nl'
    ? {
        subject: 'Uw aanvraag is afgewezen',
        content: {
          language,
          sender: { name: 'Waarmerk' },
          preheader: `${institution} kan nu niet meedoen.`,
          heading: 'Uw aanvraag is afgewezen',
          paragraphs: [`De beheerder heeft de aanvraag voor ${institution} afgewezen. De reden:`, reason],
          footer: [{ text: 'U mag opnieuw vragen. Na 90 dagen zijn uw naam en adres hier verwijderd.' }],
        },
      }
    : {
        subject: 'Your request was declined',
        content: {
          language,
          sender: { name: 'Waarmerk' },
          preheader: `${institution} cannot join now.`,
          heading: 'Your request was declined',
          paragraphs: [`The operator declined the request for ${institution}. The reason:`, reason],
          footer: [{ text: 'You may ask again. After 90 days your name and address are removed here.' }],
        },
      };
}
