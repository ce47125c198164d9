/** The HTTP server, put together: machine room, rooms, pages. */
import { findPageStamp } from '../features/credentials/index.ts';
import { openHouse } from '../features/verification/index.ts';
import { type App, createServer } from '../platform/http/index.ts';
import type { EmbeddedProvider } from '../platform/identity/index.ts';
import type { MailSink } from '../platform/mail/index.ts';
import type { Deps } from './deps.ts';
import { registerHealthRoutes } from './health.routes.ts';
import { identifyActor } from './identify-actor.ts';
import { openKeptPages } from './kept-pages.ts';
import { registerMailboxRoutes } from './mailbox.routes.ts';
import { registerRoutes } from './routes.ts';
import type { HarnessIssuer } from './vc-api/issuer-keys.ts';
import { registerVcApi } from './vc-api/vc-api.routes.ts';
import { watchViewing } from './watch-viewing.ts';
import { registerWeb, type Web } from './web.ts';

export type AppParts = {
  readonly deps: Deps;
  readonly development: boolean;
  readonly version: string;
  readonly mailSink: MailSink | undefined;
  readonly provider: EmbeddedProvider | undefined;
  /** Undefined unless the conformance harness is switched on. */
  readonly harness?: readonly HarnessIssuer[] | undefined;
  readonly probes: Readonly<Record<string, () => Promise<boolean>>>;
};

export async function createApp({
  deps,
  development,
  version,
  mailSink,
  provider,
  harness,
  probes,
}: AppParts): Promise<App> {
  const app = await createServer({ log: deps.log, publicUrl: deps.publicUrl, version, development });
  if (provider) mountProvider(app, provider);
  app.decorateRequest('actor');
  app.addHook('onRequest', identifyActor(deps));
  app.addHook('onRequest', watchViewing(deps));
  // Pages are registered last; documents that have a page ask for it when a request comes.
  let web: Web | undefined;
  await registerRoutes(app, {
    ...deps,
    renderPage: (request, reply) => {
      if (!web) throw new Error('the pages are not there yet');
      return web.renderPage(request, reply);
    },
  });
  if (harness) registerVcApi(app, { ...deps, house: openHouse(deps), issuers: harness });
  registerHealthRoutes(app, { probes });
  if (mailSink) registerMailboxRoutes(app, mailSink);
  const keptPages = openKeptPages({
    clock: deps.clock,
    findPageStamp: (publicId) => findPageStamp(deps, publicId),
  });
  web = await registerWeb(app, {
    publicUrl: deps.publicUrl,
    demo: deps.demo,
    development,
    // In development a page is made of sources that change.
    ...(development ? {} : { keptPages }),
  });
  return app;
}

/** The provider writes its own answers, headers too: it is another party that happens to live here. */
function mountProvider(app: App, provider: EmbeddedProvider): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.raw.url?.startsWith('/idp/')) return;
    reply.hijack();
    for (const name of reply.raw.getHeaderNames()) reply.raw.removeHeader(name);
    provider.handle(request.raw, reply.raw);
  });
}
