import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { adoptPack } from './adopt-pack.ts';
import { listPacks } from './list-packs.ts';
import { makePack } from './make-pack.ts';
import type { QualityDeps } from './open-way.ts';
import { packSchema } from './pack.schema.ts';
import {
  adoptionPreviewSchema,
  adoptionSchema,
  packsSchema,
  packViewSchema,
  previewQuerySchema,
} from './packs.schema.ts';
import { previewAdoption } from './preview-adoption.ts';
import { showPack } from './show-pack.ts';

const tags = ['quality'];
const named = z.object({ name: z.string().max(100) });

/** By which rules an institution judges: to read, to choose, to make. */
export function registerPackRoutes(app: App, deps: QualityDeps): void {
  const path = '/api/v1/quality/packs';
  app.get(
    path,
    {
      schema: {
        ...{ tags, summary: 'By which rules designs are judged, and which others there are' },
        response: { 200: packsSchema },
      },
    },
    (request) => listPacks(deps, request.actor),
  );
  app.post(
    path,
    {
      schema: {
        ...{ tags, summary: 'Make a policy pack, or a next version of one', body: packSchema },
        response: { 201: z.object({ ref: z.string() }) },
      },
    },
    async (request, reply) => reply.code(201).send(await makePack(deps, request.actor, request.body)),
  );
  app.get(
    `${path}/:name`,
    {
      schema: {
        ...{ tags, summary: 'One version of a pack, as it is written and with all that it extends' },
        ...{ params: named, response: { 200: packViewSchema } },
      },
    },
    async (request) => {
      const { own, written, whole } = await showPack(deps, request.actor, request.params);
      return { own, written, whole };
    },
  );
  app.get(
    `${path}/:name/preview`,
    {
      schema: {
        ...{ tags, summary: 'What another pack would change, and for which designs under way' },
        ...{ params: named, querystring: previewQuerySchema, response: { 200: adoptionPreviewSchema } },
      },
    },
    (request) =>
      previewAdoption(deps, request.actor, { pack: request.params.name, kind: request.query.kind }),
  );
  app.post(
    '/api/v1/quality/adoptions',
    {
      schema: {
        ...{ tags, summary: 'Judge by another pack from now on', body: adoptionSchema },
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await adoptPack(deps, request.actor, request.body);
      return reply.code(204).send(null);
    },
  );
}
