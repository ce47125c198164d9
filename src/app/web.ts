import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import type { AppContext } from '../web/lib/app-context.ts';
import { chooseLocale, isCookieless } from '../web/lib/choose-locale.ts';
import { chooseTheme } from '../web/lib/choose-theme.ts';
import { decodeMessage, encodeMessage } from '../web/lib/flash.ts';
import { isLocale } from '../web/lib/i18n.ts';
import { sessionSchema } from '../web/lib/session.schema.ts';
import { nobody, type Session } from '../web/lib/session.ts';
import { type KeptPages, type Nonce, readKeptAddress } from './kept-pages.ts';
import { type CookieJar, callOwnApi, openCookieJar } from './web-api.ts';
import { toWebRequest } from './web-request.ts';

const buildFolder = join(import.meta.dirname, '../../build');
const oneYear = 31_536_000;

export type WebOptions = {
  readonly publicUrl: string;
  readonly demo: boolean;
  /** Absent: every page is made anew. */
  readonly keptPages?: KeptPages;
  /** Serves `src/web` through Vite with hot reloading instead of the production build. */
  readonly development?: boolean;
};

export type Web = {
  /** For routes that answer programs with a document and browsers with a page. */
  readonly renderPage: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
};

/** The build's entry exports the context and the translators that its pages use; React Router's type omits them. */
type Entry = ServerBuild['entry']['module'] & typeof import('../web/entry.server.tsx');

export async function registerWeb(app: FastifyInstance, options: WebOptions): Promise<Web> {
  const loadBuild = options.development ? await serveWithVite(app) : await serveBuild(app);

  async function renderPage(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const build = await loadBuild();
    const publicId = readKeptAddress(request.method, request.url);
    const page =
      options.keptPages && publicId !== undefined
        ? await options.keptPages.give({ publicId, name: nameKept(request) }, () =>
            make(build, request, reply),
          )
        : (await make(build, request, reply)).response;
    if (page instanceof Response) return reply.send(page);
    return reply.headers(page.headers).send(page.html(readNonce(reply)));
  }

  async function make(build: ServerBuild, request: FastifyRequest, reply: FastifyReply): Promise<Made> {
    const entry = build.entry.module as Entry;
    const webRequest = toWebRequest(request, reply, options.publicUrl);
    const cookieless = isCookieless(new URL(webRequest.url).pathname);
    const jar = openCookieJar(cookieless ? undefined : request.headers.cookie);
    const context = new RouterContextProvider();
    const appContext = await makeAppContext(app, options, entry, { request, reply, webRequest, jar });
    context.set(entry.appContext, appContext);
    if (await mustAgreeFirst(appContext, webRequest)) {
      const returnTo = request.url.replace(/\.data(?=\?|$)/, '');
      const location = `/agree?${new URLSearchParams({ returnTo })}`;
      return {
        response: new Response(null, { status: 303, headers: { location } }),
        nonce: appContext.nonce,
      };
    }

    const response = await createRequestHandler(build)(webRequest, context);
    if (!cookieless) for (const cookie of jar.received()) response.headers.append('set-cookie', cookie);
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache');
    response.headers.append(
      'vary',
      cookieless ? 'Accept, Accept-Language' : 'Accept, Accept-Language, Cookie',
    );
    return { response, nonce: appContext.nonce };
  }

  await app.register(async (pages) => {
    // A page's action reads the body itself, from the request; a stream is no text to check on the way in.
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser('*', (_request, _payload, done) => done(null));
    pages.all('/*', (request, reply) => {
      if (request.url.startsWith('/api/')) return reply.callNotFound();
      return renderPage(request, reply);
    });
  });
  return { renderPage };
}

type Made = { readonly response: Response; readonly nonce: Nonce };

/** Such a page depends on no cookie; on its address and on the language that it is told in. */
function nameKept({ url, host, headers }: FastifyRequest): string {
  const locale = chooseLocale({
    url: new URL(url, 'http://in-process'),
    cookie: undefined,
    acceptLanguage: headers['accept-language'],
  });
  return JSON.stringify([locale, host, url]);
}

type Visit = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly webRequest: Request;
  readonly jar: CookieJar;
};

async function makeAppContext(
  app: FastifyInstance,
  { publicUrl, demo }: WebOptions,
  entry: Entry,
  { request, reply, webRequest, jar }: Visit,
): Promise<AppContext> {
  const url = new URL(webRequest.url);
  const locale = chooseLocale({
    url,
    cookie: jar.get('lang'),
    acceptLanguage: request.headers['accept-language'],
  });
  const theme = chooseTheme(url, jar.get('theme'));
  rememberChoices(url, jar);
  const message = request.method === 'GET' ? decodeMessage(jar.get('message'), entry.texts) : undefined;
  if (message) jar.keep('message', '', 0);
  const api: AppContext['api'] = (path, init) => callOwnApi(app, { request, jar, locale }, path, init);
  return {
    api,
    locale,
    t: entry.translators[locale],
    theme,
    nonce: readNonce(reply),
    publicUrl,
    demo,
    session: await readSession(api, jar),
    message,
    leaveMessage: (left) => jar.keep('message', encodeMessage(left), 60),
    report: (error) => request.log.error(error),
  };
}

function rememberChoices(url: URL, jar: CookieJar): void {
  const lang = url.searchParams.get('lang');
  const theme = url.searchParams.get('theme');
  if (isLocale(lang) && lang !== jar.get('lang')) jar.keep('lang', lang, oneYear);
  if (theme === 'device') jar.keep('theme', '', 0);
  if ((theme === 'light' || theme === 'dark') && theme !== jar.get('theme'))
    jar.keep('theme', theme, oneYear);
}

/** The learner's and the institution's own pages; `/account` stays open, for whoever would rather leave. */
const ASKS_AGREEMENT = /^\/(?:backpack|studio)(?:[/?.]|$)/;

async function mustAgreeFirst({ session, api }: AppContext, { method, url }: Request): Promise<boolean> {
  if (method !== 'GET' || !session.person || !ASKS_AGREEMENT.test(new URL(url).pathname)) return false;
  const answer = await api('/api/v1/agreements/outstanding');
  if (!answer.ok) return false;
  const { terms }: { terms: unknown[] } = await answer.json();
  return terms.length > 0;
}

/** Without a cookie nobody can be signed in, and nothing need be asked. */
async function readSession(api: AppContext['api'], jar: CookieJar): Promise<Session> {
  if (jar.isEmpty()) return nobody;
  const response = await api('/api/v1/session');
  if (!response.ok) return nobody;
  const session = sessionSchema.safeParse(await response.json());
  return session.success ? session.data : nobody;
}

/** @fastify/helmet makes one nonce for scripts and another for styles; without it the pages make their own. */
function readNonce(reply: FastifyReply): AppContext['nonce'] {
  const { cspNonce } = reply as { cspNonce?: { script: string; style: string } }; // decorated by helmet, when registered
  return cspNonce ?? { script: randomBytes(16).toString('hex'), style: randomBytes(16).toString('hex') };
}

async function serveBuild(app: FastifyInstance): Promise<() => Promise<ServerBuild>> {
  await app.register(fastifyStatic, {
    root: join(buildFolder, 'client'),
    wildcard: false,
    cacheControl: false,
    index: false,
    setHeaders: (response, path) => {
      const isHashed = path.includes('/client/assets/');
      response.header(
        'cache-control',
        isHashed ? `public, max-age=${oneYear}, immutable` : 'public, max-age=300',
      );
    },
  });
  const build: ServerBuild = await import(pathToFileURL(join(buildFolder, 'server/index.js')).href);
  return async () => build;
}

async function serveWithVite(app: FastifyInstance): Promise<() => Promise<ServerBuild>> {
  const { createServer } = await import('vite');
  const { default: middie } = await import('@fastify/middie');
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' });
  await app.register(middie);
  app.get<{ Params: { name: string } }>('/behaviours/:name.js', ({ params }, reply) =>
    reply.redirect(`/src/web/behaviours/${params.name}.ts`),
  );
  app.use(vite.middlewares);
  app.addHook('onClose', () => vite.close());
  // The virtual module of @react-router/dev has the shape of a build; Vite types every module as a record.
  return () => vite.ssrLoadModule('virtual:react-router/server-build') as unknown as Promise<ServerBuild>;
}
