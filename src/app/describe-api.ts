import { createServer } from '../platform/http/index.ts';
import { createLog } from '../platform/log.ts';
import type { Deps } from './deps.ts';
import { registerRoutes } from './routes.ts';
import { VERSION } from './version.ts';

/** The OpenAPI document, made without a database: routes are described where they are registered. */
export async function describeApi(): Promise<object> {
  const publicUrl = 'https://waarmerk.example';
  const app = await createServer({
    log: createLog({ level: 'silent' }),
    publicUrl,
    version: VERSION,
    development: false,
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
  await app.ready();
  const document = app.swagger();
  await app.close();
  return document;
}
