/** The embedded provider's one page: choose a name. Works without JavaScript and by keyboard. */
import type { DemoPerson } from './demo-person.ts';

export type PageLanguage = 'nl' | 'en';

const WORDS = {
  nl: {
    title: 'Inloggen',
    at: 'bij',
    demo: 'Demonstratie: kies een verzonnen persoon. Er is geen wachtwoord.',
    search: 'Zoek op naam',
    find: 'Zoek',
    people: 'Personen',
    found: (count: number) => (count === 1 ? '1 persoon' : `${count} personen`),
    none: 'Niemand gevonden. Maak de zoekterm korter.',
    cancel: 'Annuleren',
    other: 'In English',
    failed: 'Inloggen is niet gelukt',
    again: 'Ga terug naar waar u vandaan kwam en begin opnieuw.',
  },
  en: {
    title: 'Sign in',
    at: 'at',
    demo: 'Demonstration: choose an invented person. There is no password.',
    search: 'Search by name',
    find: 'Search',
    people: 'People',
    found: (count: number) => (count === 1 ? '1 person' : `${count} people`),
    none: 'Nobody found. Try a shorter search.',
    cancel: 'Cancel',
    other: 'In het Nederlands',
    failed: 'Signing in did not work',
    again: 'Go back to where you came from and start again.',
  },
} as const;

export type SignInPage = {
  readonly language: PageLanguage;
  readonly tenantName: string;
  readonly people: readonly DemoPerson[];
  readonly query: string;
  readonly stylesheet: string;
};

export function renderSignInPage(page: SignInPage): string {
  const { language, tenantName, people, query } = page;
  const words = WORDS[language];
  const other = language === 'nl' ? 'en' : 'nl';
  const rows = people.map((person) => {
    const about = person.description?.[language] ?? person.email;
    return `<li><button name="person" value="${escapeMarkup(person.subject)}"><b>${escapeMarkup(person.name)}</b> <span>${escapeMarkup(about)}</span></button></li>`;
  });
  const body = `<p class="language"><a href="?lang=${other}" lang="${other}" hreflang="${other}">${words.other}</a></p>
<h1>${words.title} <small>${words.at} ${escapeMarkup(tenantName)}</small></h1>
<p class="notice">${words.demo}</p>
<form method="get" role="search">
<input type="hidden" name="lang" value="${language}">
<label for="q">${words.search}</label>
<div class="row"><input id="q" name="q" type="search" value="${escapeMarkup(query)}" autocomplete="off" autofocus><button>${words.find}</button></div>
</form>
<h2 id="people">${words.people} <small role="status">${words.found(people.length)}</small></h2>
<form method="post" aria-labelledby="people">
${people.length > 0 ? `<ul>${rows.join('\n')}</ul>` : `<p>${words.none}</p>`}
<p><button class="cancel" name="cancel" value="yes">${words.cancel}</button></p>
</form>`;
  return renderFrame({ ...page, title: `${words.title} – ${tenantName}`, body });
}

export function renderFailurePage(page: {
  readonly language: PageLanguage;
  readonly stylesheet: string;
}): string {
  const words = WORDS[page.language];
  return renderFrame({ ...page, title: words.failed, body: `<h1>${words.failed}</h1><p>${words.again}</p>` });
}

function renderFrame(page: {
  readonly language: PageLanguage;
  readonly title: string;
  readonly body: string;
  readonly stylesheet: string;
}): string {
  return `<!doctype html>
<html lang="${page.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeMarkup(page.title)}</title>
<link rel="stylesheet" href="${escapeMarkup(page.stylesheet)}"></head>
<body><main>${page.body}</main></body>
</html>
`;
}

function escapeMarkup(words: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return words.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}
