import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { findGuide, readOwnGuide } from './find-guide.ts';
import { guideInputSchema, guideViewSchema, ownGuideSchema } from './guide.schema.ts';
import type { QualityDeps } from './open-way.ts';
import { publishGuide } from './publish-guide.ts';

const tags = ['quality'];
const params = z.object({ slug: z.string().max(100) });
const version = params.extend({ n: z.coerce.number().int().min(1).max(100_000) });

/** The Guide of an institution: for everybody to read, for its quality officers to write. */
export function registerGuideRoutes(app: App, deps: QualityDeps): void {
  app.get(
    '/api/v1/guides/:slug',
    {
      schema: {
        ...{ tags, summary: 'The Guide of an institution, as it is now', params },
        response: { 200: guideViewSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'public, max-age=30');
      return await findGuide(deps, { slug: request.params.slug, n: undefined });
    },
  );
  app.get(
    '/api/v1/guides/:slug/:n',
    {
      schema: {
        ...{ tags, summary: 'One version of a Guide, which never changes', params: version },
        response: { 200: guideViewSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'public, max-age=30');
      return await findGuide(deps, request.params);
    },
  );
  app.get(
    '/api/v1/quality/guide',
    {
      schema: {
        ...{ tags, summary: 'The own Guide, and which of its sections are cited' },
        response: { 200: ownGuideSchema },
      },
    },
    (request) => readOwnGuide(deps, request.actor),
  );
  app.post(
    '/api/v1/quality/guide',
    {
      schema: {
        ...{ tags, summary: 'Publish the next version of the Guide', body: guideInputSchema },
        response: { 201: z.object({ n: z.number() }) },
      },
    },
    async (request, reply) => reply.code(201).send(await publishGuide(deps, request.actor, request.body)),
  );
}
