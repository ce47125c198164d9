/** The page in the archive: what is in it, in the reader's language. It needs nothing but itself. Pure. */
import { escapeMarkup } from '../platform/mail/index.ts';

export type ListedFile = {
  readonly title: string;
  readonly awardedOn: string;
  readonly state: string;
  readonly folder: string;
  readonly files: readonly string[];
};

export type TakeOutFacts = {
  readonly language: 'en' | 'nl';
  readonly name: string;
  readonly addresses: readonly string[];
  readonly madeAt: Date;
  readonly host: string;
  readonly awards: readonly ListedFile[];
  /** Rooms whose data stands in `data/`. */
  readonly data: readonly string[];
};

const WORDS = {
  en: {
    title: 'Your data',
    made: 'Taken along from',
    you: 'You',
    awards: 'What was awarded to you',
    none: 'Nothing was awarded to you.',
    files: 'Files',
    verify: 'The files of each award verify by themselves. Open them with any verifier of Open Badges 3.0.',
    data: 'Everything else, for programs',
    states: {
      offered: 'offered',
      claimed: 'claimed',
      declined: 'declined',
      revoked: 'withdrawn by the institution',
      pending: 'being prepared',
    },
    rooms: {
      accounts: 'your account, ways to sign in, addresses, sessions',
      institutions: 'where you work, and in which role',
      terms: 'what you agreed to',
      awards: 'what institutions wrote about you',
      credentials: 'what was signed, and what you chose to show',
      audit: 'who read or changed what',
    },
  },
  nl: {
    title: 'Uw gegevens',
    made: 'Meegenomen van',
    you: 'U',
    awards: 'Wat u is toegekend',
    none: 'Er is u niets toegekend.',
    files: 'Bestanden',
    verify:
      'De bestanden bij elke toekenning zijn op zichzelf te controleren, met elk programma dat Open Badges 3.0 kent.',
    data: 'Al het andere, voor programma’s',
    states: {
      offered: 'aangeboden',
      claimed: 'opgehaald',
      declined: 'geweigerd',
      revoked: 'ingetrokken door de instelling',
      pending: 'in voorbereiding',
    },
    rooms: {
      accounts: 'uw account, manieren van inloggen, adressen, sessies',
      institutions: 'waar u werkt, en in welke rol',
      terms: 'waarmee u akkoord ging',
      awards: 'wat instellingen over u schreven',
      credentials: 'wat is ondertekend, en wat u koos te tonen',
      audit: 'wie wat las of veranderde',
    },
  },
} as const;

export function composeIndexPage(facts: TakeOutFacts): string {
  const words = WORDS[facts.language];
  const day = new Intl.DateTimeFormat(facts.language === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long' });
  return `<!doctype html>
<html lang="${facts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} – ${escapeMarkup(facts.name)}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600;margin-top:1rem}dd{margin:0}</style>
</head>
<body>
<h1>${words.title}</h1>
<p>${words.made} ${escapeMarkup(facts.host)}, ${day.format(facts.madeAt)}.</p>
<h2>${words.you}</h2>
<p>${[facts.name, ...facts.addresses].map(escapeMarkup).join('<br>')}</p>
<h2>${words.awards}</h2>
${facts.awards.length === 0 ? `<p>${words.none}</p>` : `<p>${words.verify}</p>\n<dl>\n${facts.awards.map((award) => listAward(award, words)).join('\n')}\n</dl>`}
<h2>${words.data}</h2>
<ul>
${facts.data.map((room) => `<li><a href="data/${room}.json">${room}.json</a>: ${escapeMarkup(sayRoom(words.rooms, room))}</li>`).join('\n')}
</ul>
</body>
</html>
`;
}

function listAward(award: ListedFile, words: (typeof WORDS)['en' | 'nl']): string {
  const links = award.files.map((file) => `<a href="${award.folder}/${file}">${file}</a>`).join(', ');
  const state = sayRoom(words.states, award.state);
  return `<dt>${escapeMarkup(award.title)}</dt>\n<dd>${award.awardedOn}, ${state}${links ? `. ${words.files}: ${links}` : ''}</dd>`;
}

function sayRoom(words: Readonly<Record<string, string>>, name: string): string {
  return words[name] ?? name;
}
