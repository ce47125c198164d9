import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { bringFramework, renewFramework } from './bring-framework.ts';
import type { FrameworkDeps } from './framework-deps.ts';
import {
  bringSchema,
  broughtSchema,
  fileSchema,
  frameworkDetailSchema,
  frameworksSchema,
  goneSchema,
  hitsSchema,
  searchQuerySchema,
} from './frameworks.schema.ts';
import { getFramework, getFrameworks, listGone, searchFrameworks } from './read-frameworks.ts';
import { removeFramework } from './remove-framework.ts';
import type { Owner } from './require-keeper.ts';

const params = z.object({ id: z.uuid() });
/** The skills of ESCO in one language are some ten megabytes. */
const LARGEST_FILE = 16 * 1024 * 1024;

const PLACES = {
  institution: { path: '/api/v1/frameworks', tags: ['frameworks'] },
  operator: { path: '/api/v1/operator/frameworks', tags: ['operator'] },
} as const;

export function registerFrameworkRoutes(app: App, deps: FrameworkDeps): void {
  for (const owner of ['institution', 'operator'] as const) {
    registerReading(app, deps, owner);
    registerKeeping(app, deps, owner);
  }
  registerSearching(app, deps);
}

function registerReading(app: App, deps: FrameworkDeps, owner: Owner): void {
  const { path, tags } = PLACES[owner];
  app.get(
    path,
    { schema: { tags, summary: 'Skills frameworks', response: { 200: frameworksSchema } } },
    async (request) => ({ frameworks: await getFrameworks(deps, request.actor, owner) }),
  );
  app.get(
    `${path}/:id`,
    {
      schema: {
        ...{
          tags,
          summary: 'One framework: its items, searched or by page, and the drafts that use them',
          params,
        },
        querystring: z.object({
          q: z.string().trim().max(200).default(''),
          page: z.coerce.number().int().min(1).max(1_000).default(1),
        }),
        response: { 200: frameworkDetailSchema },
      },
    },
    (request) => getFramework(deps, request.actor, { owner, id: request.params.id, ...request.query }),
  );
}

function registerKeeping(app: App, deps: FrameworkDeps, owner: Owner): void {
  const { path, tags } = PLACES[owner];
  app.post(
    path,
    {
      bodyLimit: LARGEST_FILE,
      schema: {
        ...{
          tags,
          summary: 'Bring in a framework: CASE 1.0 (JSON) or a table (CSV), as the bytes of the file',
        },
        ...{ querystring: bringSchema, response: { 201: broughtSchema } },
      },
    },
    async (request, reply) => {
      const input = { ...request.query, owner, file: bytesOf(request.body) };
      return reply.code(201).send(await bringFramework(deps, request.actor, input));
    },
  );
  app.put(
    `${path}/:id/items`,
    {
      bodyLimit: LARGEST_FILE,
      schema: {
        ...{ tags, summary: 'Bring in a newer file of it, or one in another language', params },
        ...{ querystring: fileSchema, response: { 200: broughtSchema } },
      },
    },
    (request) =>
      renewFramework(deps, request.actor, {
        ...{ ...request.query, owner, id: request.params.id, file: bytesOf(request.body) },
      }),
  );
  app.delete(
    `${path}/:id`,
    {
      schema: { tags, summary: 'Remove a framework that no draft uses', params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await removeFramework(deps, request.actor, { owner, id: request.params.id });
      return reply.code(204).send(null);
    },
  );
}

/** What is no file is an empty one: who may not come learns nothing of what a file should be. */
function bytesOf(body: unknown): Uint8Array {
  return Buffer.isBuffer(body) ? body : new Uint8Array();
}

function registerSearching(app: App, deps: FrameworkDeps): void {
  const { path, tags } = PLACES.institution;
  app.get(
    `${path}/search`,
    {
      schema: {
        ...{ tags, summary: 'Skills by words in Dutch or English, or by code; the best twenty' },
        ...{ querystring: searchQuerySchema, response: { 200: hitsSchema } },
      },
    },
    (request) => searchFrameworks(deps, request.actor, request.query),
  );
  app.get(
    `${path}/gone`,
    {
      schema: {
        ...{ tags, summary: 'Skills that drafts name and that their framework no longer has' },
        response: { 200: goneSchema },
      },
    },
    (request) => listGone(deps, request.actor),
  );
}
