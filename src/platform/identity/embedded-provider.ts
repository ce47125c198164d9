/**
 * OpenID Connect providers for development and the demo: one per tenant, at `/idp/{tenant}`, where one signs in by
 * choosing a name. They never run beside real people: without `demo` they refuse to start.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Configuration } from 'oidc-provider';
import Provider, { interactionPolicy } from 'oidc-provider';
import type { Clock } from '../clock.ts';
import { generateKey } from '../crypto/node-crypto.ts';
import type { DemoPerson } from './demo-person.ts';
import { presentClaims, SCOPE_CLAIMS } from './demo-person.ts';
import { createMemoryAdapters } from './memory-adapter.ts';
import { answerInteraction, sendPage } from './sign-in-interaction.ts';
import { renderFailurePage } from './sign-in-page.ts';
import { SIGN_IN_STYLE } from './sign-in-style.ts';

export type ProviderTenant = {
  /** A path segment: `eduid`, `groningen`. */
  readonly id: string;
  readonly name: { readonly nl: string; readonly en: string };
  readonly clients: readonly {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly redirectUris: readonly string[];
  }[];
};

export type EmbeddedProviderSettings = {
  readonly demo: boolean;
  /** `PUBLIC_URL`; issuers are `{publicUrl}/idp/{tenant}`. */
  readonly publicUrl: string;
  readonly tenants: readonly ProviderTenant[];
  readonly listPeople: (tenantId: string) => readonly DemoPerson[] | Promise<readonly DemoPerson[]>;
  readonly clock: Clock;
};

export type EmbeddedProvider = {
  /** For Node's http server or Connect-style middleware; anything outside `/idp/` goes to `next`. */
  readonly handle: (request: IncomingMessage, response: ServerResponse, next?: () => void) => void;
  readonly issuerOf: (tenantId: string) => string;
};

const MINUTE = 60;
const ACR_VALUES = ['https://eduid.nl/trust/linked-institution', 'https://eduid.nl/trust/validate-names'];

export function startEmbeddedProvider(settings: EmbeddedProviderSettings): EmbeddedProvider {
  if (!settings.demo) throw new Error('the embedded identity provider runs only in the demo');
  const origin = new URL(settings.publicUrl);
  const issuerOf = (tenantId: string) => new URL(`/idp/${tenantId}`, origin).href;
  const open = (tenant: ProviderTenant) =>
    [tenant.id, openTenant(settings, tenant, issuerOf(tenant.id))] as const;
  const tenants = new Map(settings.tenants.map(open));

  const handle: EmbeddedProvider['handle'] = (request, response, next) => {
    const whole = wholePath(request);
    const [, tenantId = '', rest = ''] = /^\/idp\/([a-z0-9-]+)(\/.*)$/.exec(whole) ?? [];
    const answer = tenants.get(tenantId);
    if (!answer) {
      if (next) next();
      else response.writeHead(404).end();
      return;
    }
    // The addresses in discovery come from these headers: they are the configuration's, not the visitor's.
    request.headers['x-forwarded-host'] = origin.host;
    request.headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
    Object.assign(request, { originalUrl: whole, url: rest });
    answer(request, response);
  };
  return { handle, issuerOf };
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

function openTenant(settings: EmbeddedProviderSettings, tenant: ProviderTenant, issuer: string): Answer {
  const provider = new Provider(issuer, configureTenant(settings, tenant, issuer));
  provider.proxy = true;
  const callback = provider.callback();
  const stylesheet = `${new URL(issuer).pathname}/style.css`;

  return (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path === '/style.css') {
      response.writeHead(200, { 'content-type': 'text/css', 'cache-control': 'max-age=300' });
      response.end(SIGN_IN_STYLE);
      return;
    }
    if (!path.startsWith('/interaction/')) {
      void callback(request, response);
      return;
    }
    const deps = { provider, tenant, stylesheet, listPeople: settings.listPeople };
    // Also a page that was left open too long, or opened in another browser.
    answerInteraction(deps, request, response).catch(() => {
      sendPage(response, 400, renderFailurePage({ language: 'en', stylesheet }));
    });
  };
}

function configureTenant(
  { clock, listPeople }: EmbeddedProviderSettings,
  tenant: ProviderTenant,
  issuer: string,
): Configuration {
  const key = generateKey('ES256').privateJwk;
  const policy = interactionPolicy.base();
  policy.remove('consent');
  const { Check } = interactionPolicy;
  const everyTime = new Check('choose', 'a person is chosen each time', ({ oidc }) => !oidc.result?.login);
  policy.get('login')?.checks.add(everyTime);

  return {
    adapter: createMemoryAdapters(clock),
    jwks: { keys: [{ ...key, kid: tenant.id, alg: 'ES256', use: 'sig' }] },
    clients: tenant.clients.map(({ clientId, clientSecret, redirectUris }) => ({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [...redirectUris],
      id_token_signed_response_alg: 'ES256',
      // Like eduID, it says how sure it is of a person also when nobody asks.
      default_acr_values: ACR_VALUES,
      response_types: ['code'],
      grant_types: ['authorization_code'],
    })),
    responseTypes: ['code'],
    pkce: { required: () => true },
    scopes: ['openid'],
    claims: { ...mutable(SCOPE_CLAIMS), acr: null, auth_time: null, iss: null },
    acrValues: ACR_VALUES,
    cookies: { keys: [randomBytes(32).toString('hex')], names: cookieNames(tenant.id) },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    interactions: { policy, url: (_ctx, { uid }) => `${new URL(issuer).pathname}/interaction/${uid}` },
    ttl: {
      ...{ AccessToken: 5 * MINUTE, AuthorizationCode: MINUTE, IdToken: 5 * MINUTE, Grant: 30 * MINUTE },
      ...{ Interaction: 30 * MINUTE, Session: 30 * MINUTE },
    },
    renderError: (ctx) => {
      ctx.type = 'html';
      ctx.body = renderFailurePage({ language: 'en', stylesheet: `${new URL(issuer).pathname}/style.css` });
    },
    findAccount: async (_ctx, subject) => {
      const person = (await listPeople(tenant.id)).find((one) => one.subject === subject);
      return person && { accountId: subject, claims: async () => presentClaims(person) };
    },
    // Everything the client asks for is granted: the choice of a name is the only question asked.
    loadExistingGrant: async ({ oidc }) => {
      const { client, provider, session } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(Object.keys(SCOPE_CLAIMS).join(' '));
      await grant.save();
      return grant;
    },
  };
}

/** Tenants share a host, so their sessions must not share a cookie. */
function cookieNames(tenantId: string): { session: string; interaction: string; resume: string } {
  return { session: `idp_${tenantId}`, interaction: `idp_${tenantId}_i`, resume: `idp_${tenantId}_r` };
}

function mutable(scopes: typeof SCOPE_CLAIMS): Record<string, string[]> {
  return Object.fromEntries(Object.entries(scopes).map(([scope, claims]) => [scope, [...claims]]));
}

/** Connect-style middleware may have cut off a prefix and kept the whole in `originalUrl`. */
function wholePath(request: IncomingMessage): string {
  if ('originalUrl' in request && typeof request.originalUrl === 'string') return request.originalUrl;
  return request.url ?? '';
}
