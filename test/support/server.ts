/** Every address of the house, without its pages, for tests that come in by HTTP. */

import { registerHealthRoutes } from '../../src/app/health.routes.ts';
import { identifyActor } from '../../src/app/identify-actor.ts';
import { registerRoutes } from '../../src/app/routes.ts';
import { watchViewing } from '../../src/app/watch-viewing.ts';
import { createApiClient, type Permission } from '../../src/features/institutions/index.ts';
import { createServer } from '../../src/platform/http/index.ts';
import { PUBLIC_URL, type World } from './world.ts';

export async function openServer(world: World) {
  const app = await createServer({
    log: world.deps.log,
    publicUrl: PUBLIC_URL,
    version: 'test',
    development: false,
  });
  app.decorateRequest('actor');
  app.addHook('onRequest', identifyActor(world.deps));
  app.addHook('onRequest', watchViewing(world.deps));
  await registerRoutes(app, {
    ...world.deps,
    renderPage: async (_request, reply) => reply.code(200).type('text/html').send('<p>page</p>'),
  });
  registerHealthRoutes(app, { probes: { database: async () => true } });
  await app.ready();
  return {
    app,
    /** A bearer token of a program of that institution. */
    signInClient: async (institutionId: string, scopes: readonly Permission[]): Promise<string> => {
      const clientId = `client-${crypto.randomUUID()}`;
      await createApiClient(world.deps, {
        institutionId,
        clientId,
        secret: 'secret',
        name: 'test',
        scopes,
        requestsPerMinute: 100_000,
      });
      const answer = await app.inject({
        method: 'POST',
        url: '/oauth/token',
        headers: {
          authorization: `Basic ${Buffer.from(`${clientId}:secret`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: 'grant_type=client_credentials',
      });
      return answer.json().access_token;
    },
  };
}
