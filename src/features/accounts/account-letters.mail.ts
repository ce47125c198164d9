/** Letters about the account itself, in the reader's language. They name no identity and no address. */
import type { LetterContent } from '../../platform/mail/index.ts';
import type { AccountChange } from './tell-person.ts';

type Words = { readonly subject: string; readonly text: string };
type Language = 'en' | 'nl';
export type AccountLetter = { readonly subject: string; readonly content: LetterContent };

const CHANGES: Readonly<Record<Language, Readonly<Record<AccountChange, Words>>>> = {
  en: {
    'identity-linked': {
      subject: 'A way to sign in was added to your account',
      text: 'From now on one more way to sign in opens your account.',
    },
    'identity-unlinked': {
      subject: 'A way to sign in was removed from your account',
      text: 'It opens your account no longer. Your badges are untouched.',
    },
    'address-added': {
      subject: 'An e-mail address was added to your account',
      text: 'Somebody showed that they read its letters. What is awarded to it appears in your backpack.',
    },
    'address-removed': {
      subject: 'An e-mail address was removed from your account',
      text: 'What you collected stays yours. What still waits for that address waits on, until you prove it again.',
    },
    'passkey-added': {
      subject: 'A passkey was added to your account',
      text: 'From now on it opens your account, without a password.',
    },
    'passkey-removed': {
      subject: 'A passkey was removed from your account',
      text: 'It opens your account no longer. Your badges are untouched.',
    },
    'accounts-merged': {
      subject: 'Two of your accounts are one now',
      text: 'Badges, ways to sign in and addresses of both are in one account. No badge and no link to a badge has changed.',
    },
    'factor-reset-allowed': {
      subject: 'You may make a new passkey',
      text: 'Somebody at your institution allowed it, because you lost yours. It works once, within 24 hours, right after you have shown there who you are. Did you not ask for it? Tell your institution today.',
    },
    'passkey-reset': {
      subject: 'Your passkeys were replaced',
      text: 'A new passkey was made, as your institution allowed. Those of before open nothing any more, and you are signed out everywhere else. Was it not you? Tell your institution today.',
    },
  },
  nl: {
    'identity-linked': {
      subject: 'Uw account heeft een manier van inloggen erbij',
      text: 'Vanaf nu geeft nog een manier van inloggen toegang tot uw account.',
    },
    'identity-unlinked': {
      subject: 'Een manier van inloggen is uit uw account verwijderd',
      text: 'Zij geeft geen toegang meer tot uw account. Uw badges zijn niet veranderd.',
    },
    'address-added': {
      subject: 'Uw account heeft een e-mailadres erbij',
      text: 'Iemand heeft laten zien dat die de brieven leest. Wat daaraan wordt toegekend, staat in uw rugzak.',
    },
    'address-removed': {
      subject: 'Een e-mailadres is uit uw account verwijderd',
      text: 'Wat u hebt opgehaald blijft van u. Wat nog op dat adres wacht, blijft wachten tot u het opnieuw bewijst.',
    },
    'passkey-added': {
      subject: 'Uw account heeft een passkey erbij',
      text: 'Vanaf nu geeft die toegang tot uw account, zonder wachtwoord.',
    },
    'passkey-removed': {
      subject: 'Een passkey is uit uw account verwijderd',
      text: 'Die geeft geen toegang meer tot uw account. Uw badges zijn niet veranderd.',
    },
    'accounts-merged': {
      subject: 'Twee accounts van u zijn nu één',
      text: 'Badges, manieren van inloggen en adressen van beide staan in één account. Geen badge en geen link naar een badge is veranderd.',
    },
    'factor-reset-allowed': {
      subject: 'U mag een nieuwe passkey maken',
      text: 'Iemand bij uw instelling heeft dit toegestaan, omdat u de uwe kwijt bent. Het kan één keer, binnen 24 uur, meteen nadat u daar hebt laten zien wie u bent. Hebt u hier niet om gevraagd? Meld het vandaag bij uw instelling.',
    },
    'passkey-reset': {
      subject: 'Uw passkeys zijn vervangen',
      text: 'Er is een nieuwe passkey gemaakt, zoals uw instelling had toegestaan. De eerdere geven geen toegang meer en u bent overal elders uitgelogd. Was u dit niet? Meld het vandaag bij uw instelling.',
    },
  },
};

export function writeChangeLetter(facts: {
  readonly language: Language;
  readonly change: AccountChange;
  readonly publicUrl: string;
}): AccountLetter {
  const { language, change, publicUrl } = facts;
  const { subject, text } = CHANGES[language][change];
  const url = `${publicUrl}/account/ways-in`;
  return {
    subject,
    content: {
      language,
      sender: { name: 'Waarmerk' },
      preheader: text,
      heading: subject,
      paragraphs: [text],
      button: { label: language === 'nl' ? 'Uw account bekijken' : 'Look at your account', url },
      footer: [
        language === 'nl'
          ? {
              title: 'Was u dit niet?',
              text: 'Log in, beëindig onder Manieren van inloggen de andere sessies en verwijder wat u niet kent.',
            }
          : {
              title: 'Was this not you?',
              text: 'Sign in, end the other sessions under Ways to sign in, and remove what you do not know.',
            },
      ],
    },
  };
}

/** Ninety days before an institution's account ends. */
export function writeEndLetter(facts: {
  readonly language: Language;
  readonly institution: string;
  readonly until: Date;
  readonly publicUrl: string;
}): AccountLetter {
  const { language, institution, until } = facts;
  const day = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Amsterdam',
  }).format(until);
  const url = `${facts.publicUrl}/account/ways-in`;
  const sender = { name: 'Waarmerk' };
  if (language === 'nl')
    return {
      subject: `Uw account bij ${institution} eindigt op ${day}`,
      content: {
        language,
        sender,
        preheader: 'Voeg een manier van inloggen toe die blijft.',
        heading: 'Houd toegang tot wat u hebt behaald',
        paragraphs: [
          `U logt hier in via ${institution}. Dat account eindigt volgens de instelling op ${day}. Daarna komt u er niet meer mee binnen.`,
          'Uw badges blijven van u. Voeg nu een manier van inloggen toe die blijft: eduID, een eigen e-mailadres of een passkey.',
        ],
        button: { label: 'Een manier van inloggen toevoegen', url },
        footer: [{ text: 'Deze brief krijgt u één keer.' }],
      },
    };
  return {
    subject: `Your account at ${institution} ends on ${day}`,
    content: {
      language,
      sender,
      preheader: 'Add a way to sign in that stays.',
      heading: 'Keep access to what you earned',
      paragraphs: [
        `You sign in here through ${institution}. It says that this account ends on ${day}. After that it no longer lets you in.`,
        'Your badges stay yours. Add a way to sign in that stays: eduID, an e-mail address of your own, or a passkey.',
      ],
      button: { label: 'Add a way to sign in', url },
      footer: [{ text: 'You get this letter once.' }],
    },
  };
}
