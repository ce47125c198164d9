import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { notFound } from '../../platform/problem.ts';
import { LIST_TTL_MS, type PublishStatusDeps, readStatusList } from './publish-status-list.ts';
import { readRevocations } from './read-revocations.ts';

/** `GET /status/{id}`: the same bytes for everyone, so that nobody learns whose credential is being checked. */
export function registerStatusRoutes(app: App, deps: PublishStatusDeps): void {
  app.get(
    '/status/:id',
    { schema: { hide: true, params: z.object({ id: z.string().max(40) }) } },
    async (request, reply) => {
      const list = await readStatusList(deps, request.params.id);
      if (!list) throw notFound();
      const tag = `"${createHash('sha256').update(list.document).digest('base64url')}"`;
      reply
        .header('access-control-allow-origin', '*')
        .header('cache-control', `public, max-age=${LIST_TTL_MS / 2000}`)
        .header('etag', tag)
        .header('last-modified', list.signedAt.toUTCString());
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      return reply.type('application/vc').send(list.document);
    },
  );

  // For readers from before the status list: what of this issuer is revoked, by id.
  app.get(
    '/issuers/:id/revocations',
    {
      schema: {
        hide: true,
        params: z.object({ id: z.string().max(40) }),
        querystring: z.object({ v: z.string().max(10).optional() }),
      },
    },
    async (request, reply) => {
      const older = request.query.v === '2_0';
      const list = await deps.database.asPublic((tx) => readRevocations(tx, request.params.id, older));
      if (!list) throw notFound();
      return reply
        .header('access-control-allow-origin', '*')
        .header('cache-control', 'public, max-age=30')
        .type(older ? 'application/ld+json' : 'application/json')
        .send(JSON.stringify(list));
    },
  );
}
