import { z } from 'zod';
import { type App, type RenderPage, wantsPage } from '../../platform/http/index.ts';
import { bytesOfPack, readPublicPack } from './public-pack.ts';

type PackDeps = Parameters<typeof readPublicPack>[0] & { readonly renderPage: RenderPage };

const params = z.object({ slug: z.string().max(100), name: z.string().max(100) });
const querystring = z.object({ on: z.iso.date().optional(), lang: z.string().max(20).optional() });
const FOREVER = 'public, max-age=31536000, immutable';

const tags = ['quality'];

/** The rules that an approval names: its bytes for programs, a page for people. */
export function registerPublicPackRoutes(app: App, deps: PackDeps): void {
  app.get(
    '/api/v1/policy-packs/:slug/:name',
    {
      schema: {
        tags,
        summary: 'The rules that designs are judged by, with everything they extend',
        ...{ params, querystring: querystring.pick({ on: true }) },
      },
    },
    async (request, reply) => {
      const pack = await readPublicPack(deps, { ...request.params, on: request.query.on });
      return reply.type('application/json').send(Buffer.from(bytesOfPack(pack)));
    },
  );
  app.get(
    '/policy-packs/:slug/:name',
    { schema: { hide: true, params, querystring } },
    async (request, reply) => {
      reply.header('vary', 'Accept');
      if (wantsPage(request)) return await deps.renderPage(request, reply);
      const { on } = request.query;
      const pack = await readPublicPack(deps, { ...request.params, on });
      return reply
        .header('access-control-allow-origin', '*')
        .header('cache-control', on === undefined ? 'public, max-age=300' : FOREVER)
        .type('application/json')
        .send(Buffer.from(bytesOfPack(pack)));
    },
  );
}
