/** What the server offers, told without a database: routes are described where they are registered. */
import { type App, createServer } from '../platform/http/index.ts';
import { createLog } from '../platform/log.ts';
import type { Deps } from './deps.ts';
import { registerHealthRoutes } from './health.routes.ts';
import { registerRoutes } from './routes.ts';
import { VERSION } from './version.ts';

/** The OpenAPI document. */
export async function describeApi(): Promise<object> {
  const app = await registerAll(() => undefined);
  const document = app.swagger();
  await app.close();
  return document;
}

/** Every address of the running server but those of its pages: `GET /api/v1/designs/:id`, in the order of the alphabet. */
export async function listRoutes(): Promise<string[]> {
  const routes = new Set<string>();
  const app = await registerAll((method, url) => {
    // The documentation's own files, and what Fastify answers besides each GET.
    if (!url.startsWith('/api/docs') && method !== 'HEAD') routes.add(`${method} ${url}`);
  });
  await app.close();
  return [...routes].sort((left, right) => (left.replace(/^\w+ /, '') < right.replace(/^\w+ /, '') ? -1 : 1));
}

async function registerAll(onRoute: (method: string, url: string) => void): Promise<App> {
  const publicUrl = 'https://waarmerk.example';
  const app = await createServer({
    log: createLog({ level: 'silent' }),
    publicUrl,
    version: VERSION,
    development: false,
  });
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) onRoute(String(one), url);
  });
  app.decorateRequest('actor');
  const unused = () => Promise.reject(new Error('nothing is served here'));
  // Registering a route touches none of its deps but these; a route that did would fail here at once.
  await registerRoutes(app, {
    publicUrl,
    demo: false,
    origins: [publicUrl],
    renderPage: unused,
  } as unknown as Deps & {
    renderPage: typeof unused;
  });
  registerHealthRoutes(app, { probes: {} });
  await app.ready();
  return app;
}
