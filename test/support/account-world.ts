/**
 * Everything that signing in needs, for tests: our server on a real database, embedded providers on a port of
 * their own, and browsers that keep cookies. Time stands still until a test moves it.
 */
import { createHmac } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { identifyActor } from '../../src/app/identify-actor.ts';
import type { Tx } from '../../src/database/index.ts';
import {
  accountChangeSchema,
  findClaimantName,
  rebindPerson as rebindAccount,
  registerAccountRoutes,
  type SignInProvider,
  sendAccountLetters,
  sendCodeLetter,
} from '../../src/features/accounts/index.ts';
import { anonymous, system } from '../../src/features/audit/index.ts';
import {
  addMember,
  createInstitution,
  findInstitution,
  findInstitutionBySlug,
  findStaffRule,
  listRights,
  namesOf,
  type Role,
  rebindPerson as rebindMember,
  recogniseMember,
} from '../../src/features/institutions/index.ts';
import { createFixedClock, systemClock } from '../../src/platform/clock.ts';
import { parseMasterKey } from '../../src/platform/crypto/index.ts';
import { createEgress, createWebFetch } from '../../src/platform/egress/index.ts';
import { createServer } from '../../src/platform/http/index.ts';
import { createCookieBrowser } from '../../src/platform/identity/cookie-browser.ts';
import {
  createRelyingParty,
  type DemoPerson,
  startEmbeddedProvider,
} from '../../src/platform/identity/index.ts';
import { createLog } from '../../src/platform/log.ts';
import { openMailer, startMailSink } from '../../src/platform/mail/index.ts';
import { createTestDatabase } from './database.ts';

export const TENANTS = ['learner', 'groningen', 'oosterdiep'] as const;
export type Tenant = (typeof TENANTS)[number];

export type AccountWorld = Awaited<ReturnType<typeof openAccountWorld>>;
export type Visitor = ReturnType<AccountWorld['openBrowser']>;

const PORT_OF_OURS = 3999;

export async function openAccountWorld(
  options: { readonly secure?: boolean; readonly others?: readonly SignInProvider[] } = {},
) {
  const publicUrl = `${options.secure ? 'https' : 'http'}://localhost:${PORT_OF_OURS}`;
  const { database, queryAsSuperuser, close: closeDatabase } = await createTestDatabase();
  const clock = createFixedClock(new Date());
  const people = new Map<Tenant, DemoPerson[]>(TENANTS.map((tenant) => [tenant, []]));
  const providers = await openProviders(publicUrl, people);
  const logged: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line) => void logged.push(line) } });
  const mailSink = await startMailSink({ clock });
  const mailer = openMailer({
    kind: 'smtp',
    url: mailSink.url,
    from: { name: 'Waarmerk', address: 'no-reply@localhost' },
  });
  const keyedDigest = (purpose: string, text: string) =>
    createHmac('sha256', 'for tests').update(`${purpose}\0${text}`).digest();

  const masterKey = parseMasterKey('a1'.repeat(32));
  const institutionIds = new Map<string, string>();
  for (const slug of ['groningen', 'oosterdiep']) {
    const { institutionId } = await createInstitution(
      { database, clock, publicUrl, masterKey, makeKeysFor: async () => undefined },
      {
        slug,
        kind: 'wo',
        name: { en: `University of ${slug}`, nl: `Universiteit ${slug}` },
        defaultLanguage: 'en',
        address: { country: 'NL' },
        inks: ['#b3121d'],
      },
    );
    institutionIds.set(slug, institutionId);
  }
  const embedded: SignInProvider[] = TENANTS.map((id) => ({
    id,
    name: { en: id },
    institutionId: institutionIds.get(id) ?? null,
    settings: providers.settingsOf(id),
    scopes: id === 'learner' ? null : ['example.org', 'rug.example', `${id}.example`],
  }));
  const others = options.others ?? [];
  const listed = [...embedded, ...others];
  const listProviders = async () => listed;
  const deps = {
    ...{ database, clock, publicUrl, keyedDigest, mailer, demo: true },
    ...{ recogniseMember, listRights, namesOf, findInstitution, findInstitutionBySlug, findStaffRule },
    relyingParty: createRelyingParty({
      fetch: createWebFetch(
        createEgress({
          loopbackOrigins: [providers.origin, ...others.map(({ settings }) => settings.issuer)],
        }),
      ),
      clock: systemClock,
    }),
    findProvider: async (id: string) => listed.find((provider) => provider.id === id),
    listProviders,
    // Other rooms are not open in this world.
    countAwards: async () => 0,
    rebindPerson: async (tx: Tx, from: string, to: string) => {
      await rebindAccount(tx, from, to);
      await rebindMember(tx, from, to);
    },
  };

  const app = await createServer({ log, publicUrl, version: 'test', development: false });
  app.decorateRequest('actor');
  app.addHook('onRequest', identifyActor(deps));
  registerAccountRoutes(app, deps);
  // Says whom the server takes the visitor for, on a path that looks at cookies and on some that do not.
  for (const path of ['/whoami', '/c/:id', '/status/:id', '/designs/:id', '/issuers/:id'])
    app.get(path, async ({ actor }) => ({
      ...(actor ?? anonymous),
      permissions: 'permissions' in actor ? [...actor.permissions] : [],
    }));
  await app.ready();

  return {
    ...{ app, deps, clock, database, queryAsSuperuser, logged, publicUrl },
    /** Somebody who can be chosen at a provider. */
    settle: (tenant: Tenant, person: Partial<DemoPerson> & { readonly subject: string }): void => {
      const name = person.name ?? 'Sanne Visser';
      people.get(tenant)?.push({
        ...{ name, givenName: 'Sanne', familyName: 'Visser' },
        ...{ email: `${person.subject}@example.org`, emailVerified: true },
        // Institutions' providers ask for a second factor; a test about one that does not says so.
        ...(tenant === 'learner' ? {} : { amr: ['pwd', 'mfa'] }),
        ...person,
      });
    },
    addMember: (slug: string, identifier: string, role: Role, validUntil?: Date) =>
      addMember(deps, system, {
        institutionId: institutionIds.get(slug) ?? '',
        ...{ identifier, role, name: 'A member' },
        ...(validUntil ? { validUntil } : {}),
      }),
    institutionId: (slug: string) => institutionIds.get(slug) ?? '',
    claimantName: (personId: string) => findClaimantName({ database, listProviders }, personId),
    /** What the worker does: every code that was asked for since the last time goes out. */
    async sendLetters(): Promise<{ to: string; subject: string; text: string }[]> {
      const announced = await queryAsSuperuser<{ payload: { codeId: string; language: 'en' | 'nl' } }>(
        `DELETE FROM outbox WHERE topic = 'email-code-requested' RETURNING payload`,
      );
      const before = new Set(mailSink.listLetters().map(({ id }) => id));
      for (const { payload } of announced) await sendCodeLetter(deps, payload);
      const fresh = mailSink.listLetters().filter(({ id }) => !before.has(id));
      return Promise.all(
        fresh.map(async ({ id, to, subject }) => ({
          to: to[0] ?? '',
          subject,
          text: (await mailSink.getLetter(id))?.text ?? '',
        })),
      );
    },
    /** What the worker does with changes of accounts: who was written to, and about what. */
    async sendNotices(): Promise<{ to: string; subject: string }[]> {
      const announced = await queryAsSuperuser<{ payload: object }>(
        `DELETE FROM outbox WHERE topic = 'account-changed' RETURNING payload`,
      );
      const before = new Set(mailSink.listLetters().map(({ id }) => id));
      for (const { payload } of announced) await sendAccountLetters(deps, accountChangeSchema.parse(payload));
      return mailSink
        .listLetters()
        .filter(({ id }) => !before.has(id))
        .map(({ to, subject }) => ({ to: to[0] ?? '', subject }));
    },
    /** Lets the institution know its own provider, and whether it asks for a second factor. */
    setStaffRule: (slug: string, secondFactor: 'required' | 'off') =>
      queryAsSuperuser('UPDATE institutions SET second_factor = $2, staff_provider = $3 WHERE slug = $1', [
        slug,
        secondFactor,
        JSON.stringify({ issuer: providers.settingsOf(slug as Tenant).issuer }), // the institutions above
      ]),
    openBrowser: () => openBrowser(app, publicUrl),
    async close(): Promise<void> {
      await app.close();
      await mailer.close();
      await mailSink.close();
      await providers.close();
      await closeDatabase();
    },
  };
}

async function openProviders(publicUrl: string, people: ReadonlyMap<Tenant, readonly DemoPerson[]>) {
  let handle: ReturnType<typeof startEmbeddedProvider>['handle'] = () => undefined;
  const server = createHttpServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`; // a TCP server has no other kind
  const embedded = startEmbeddedProvider({
    demo: true,
    publicUrl: origin,
    clock: systemClock,
    tenants: TENANTS.map((id) => ({
      id,
      name: { nl: id, en: id },
      clients: [
        { clientId: 'waarmerk', clientSecret: 'secret', redirectUris: [`${publicUrl}/auth/callback/${id}`] },
      ],
    })),
    listPeople: (tenant) => people.get(tenant as Tenant) ?? [], // the tenants above and no others
  });
  ({ handle } = embedded);
  return {
    origin,
    settingsOf: (tenant: Tenant) => ({
      issuer: embedded.issuerOf(tenant),
      clientId: 'waarmerk',
      clientSecret: 'secret',
      scope: 'profile email eduperson',
      idTokenAlgorithm: 'ES256' as const,
    }),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Inject = Awaited<ReturnType<typeof createServer>>;
type Answer = {
  readonly status: number;
  readonly location: string;
  readonly body: string;
  readonly headers: Record<string, unknown>;
  readonly setCookies: readonly string[];
};

let opened = 0;

/** Each on an address of its own (RFC 5737), as the limits per address of the network see them. */
function openBrowser(app: Inject, publicUrl: string) {
  opened += 1;
  const remoteAddress = `198.51.${100 + Math.floor(opened / 250)}.${1 + (opened % 250)}`;
  const cookies = new Map<string, string>();
  const elsewhere = createCookieBrowser(`${publicUrl}/auth/callback/`);

  async function ask(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
  ): Promise<Answer> {
    const answer = await app.inject({
      method,
      url,
      remoteAddress,
      headers: {
        host: new URL(publicUrl).host,
        'accept-language': 'nl',
        ...(cookies.size > 0
          ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
          : {}),
        ...(method === 'GET' ? {} : { origin: publicUrl }),
      },
      ...(body ? { payload: body } : {}),
    });
    const setCookies = [answer.headers['set-cookie'] ?? []].flat().map(String);
    for (const line of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const { statusCode: status, headers, body: text } = answer;
    return { status, headers, body: text, setCookies, location: String(headers.location ?? '') };
  }

  /** Goes to the provider and chooses a name; gives the address to which the provider sends the browser back. */
  async function choose(tenant: Tenant, subject: string, query = ''): Promise<string> {
    const started = await ask('GET', `/auth/start/${tenant}${query}`);
    if (!started.location.startsWith('http')) throw new Error(`not sent on: ${started.location}`);
    const page = await elsewhere.visit(started.location);
    const form = subject === 'nobody' ? { cancel: 'yes' } : { person: subject };
    const back = await elsewhere.submit(page, form);
    return back.url.slice(publicUrl.length);
  }

  return {
    cookies,
    ask,
    choose,
    get: (url: string) => ask('GET', url),
    post: (url: string, body: object = {}) => ask('POST', url, body),
    remove: (url: string) => ask('DELETE', url),
    signIn: async (tenant: Tenant, subject: string, query = '') =>
      ask('GET', await choose(tenant, subject, query)),
    session: async () => JSON.parse((await ask('GET', '/api/v1/session')).body),
    actor: async () => JSON.parse((await ask('GET', '/whoami')).body),
  };
}
