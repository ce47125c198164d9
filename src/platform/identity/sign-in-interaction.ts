/** Shows the page and takes the choice: the step between "please sign in" and "this is who it is". */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { DemoPerson } from './demo-person.ts';
import { searchPeople } from './demo-person.ts';
import type { PageLanguage } from './sign-in-page.ts';
import { renderSignInPage } from './sign-in-page.ts';

export type InteractionDeps = {
  readonly provider: Provider;
  readonly tenant: { readonly id: string; readonly name: { readonly nl: string; readonly en: string } };
  readonly stylesheet: string;
  readonly listPeople: (tenantId: string) => readonly DemoPerson[] | Promise<readonly DemoPerson[]>;
};

const MAX_FORM_BYTES = 4096;

export async function answerInteraction(
  deps: InteractionDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Throws when the browser does not hold this interaction's cookie.
  const { params } = await deps.provider.interactionDetails(request, response);
  const people = await deps.listPeople(deps.tenant.id);
  if (request.method === 'POST') return finishInteraction(deps, people, request, response);

  const query = new URLSearchParams((request.url ?? '').split('?')[1]);
  const language = chooseLanguage([query.get('lang'), params.ui_locales, request.headers['accept-language']]);
  const q = (query.get('q') ?? '').slice(0, 100);
  const page = renderSignInPage({
    language,
    tenantName: deps.tenant.name[language],
    people: searchPeople(people, q),
    query: q,
    stylesheet: deps.stylesheet,
  });
  // Chromium holds the redirects after a form to `form-action` too, so the client's origin must be in it.
  const { redirect_uri: redirectUri } = params;
  sendPage(response, 200, page, typeof redirectUri === 'string' ? new URL(redirectUri).origin : '');
}

async function finishInteraction(
  { provider }: InteractionDeps,
  people: readonly DemoPerson[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = await readForm(request);
  const person = people.find(({ subject }) => subject === form.get('person'));
  const options = { mergeWithLastSubmission: false };
  if (!person) {
    const refusal = { error: 'access_denied', error_description: 'nobody was chosen' };
    return provider.interactionFinished(request, response, refusal, options);
  }
  await forgetPrevious({ provider, person, request, response });
  const login = {
    accountId: person.subject,
    ...(person.acr ? { acr: person.acr } : {}),
    ...(person.amr ? { amr: [...person.amr] } : {}),
  };
  return provider.interactionFinished(request, response, { login }, options);
}

/**
 * In a demo one is a teacher now and a learner a minute later. The library would first ask to sign the previous
 * person out; here choosing another name is that.
 */
async function forgetPrevious(input: {
  readonly provider: Provider;
  readonly person: DemoPerson;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}): Promise<void> {
  const { provider, person, request, response } = input;
  const interaction = await provider.interactionDetails(request, response);
  const { session, exp, iat } = interaction;
  if (!session || session.accountId === person.subject) return;
  const previous = await provider.Session.findByUid(session.uid);
  await previous?.destroy();
  Reflect.deleteProperty(interaction, 'session');
  await interaction.save(exp - iat);
}

export function sendPage(response: ServerResponse, status: number, html: string, formTarget = ''): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; style-src 'self'; form-action 'self' ${formTarget}; frame-ancestors 'none'; base-uri 'none'`,
  });
  response.end(html);
}

/** The first wish that names Dutch or English; `nl-BE, en;q=0.5` names Dutch. */
function chooseLanguage(wishes: readonly unknown[]): PageLanguage {
  for (const wish of wishes) {
    const found = typeof wish === 'string' ? /\b(nl|en)\b/i.exec(wish)?.[1]?.toLowerCase() : undefined;
    if (found === 'nl' || found === 'en') return found;
  }
  return 'en';
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_FORM_BYTES) throw new RangeError('the form is too large');
  }
  return new URLSearchParams(text);
}
