import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { reachOf, requirePermission } from '../institutions/index.ts';
import { addTag, archiveTag, renameTag } from './change-tags.ts';
import type { DesignDeps } from './create-design.ts';
import { designTagsSchema, tagNameSchema, tagsSchema } from './designs.schema.ts';
import { listDesigns } from './designs.store.ts';
import { tagDesign } from './tag-design.ts';
import { listTags, listTagsOfDesigns } from './tags.store.ts';

const tags = ['designs'];
const nothing = z.null();
const tagParams = z.object({ id: z.uuid() });
const designParams = z.object({ id: z.string().regex(/^[0-9a-z]{16}$/) });

export function registerTagRoutes(app: App, deps: DesignDeps): void {
  app.get(
    '/api/v1/tags',
    {
      schema: {
        tags,
        summary: "Your institution's own tags, and how many of the designs you may see have each",
        response: { 200: tagsSchema },
      },
    },
    async (request) => {
      const staff = requirePermission(request.actor, 'designs.read', 'anywhere');
      return await deps.database.asInstitution(staff.institutionId, async (tx) => {
        const designs = await listDesigns(tx, reachOf(staff, 'designs.read'));
        const tagged = await listTagsOfDesigns(
          tx,
          designs.map(({ id }) => id),
        );
        const put = [...tagged.values()].flat().map(({ id }) => id);
        const all = await listTags(tx, staff.institutionId);
        return {
          tags: all.map(({ id, name }) => ({ id, name, designs: put.filter((one) => one === id).length })),
        };
      });
    },
  );

  app.post(
    '/api/v1/tags',
    {
      schema: {
        tags,
        summary: 'Add a tag',
        body: tagNameSchema,
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) => reply.code(201).send(await addTag(deps, request.actor, request.body)),
  );

  app.put(
    '/api/v1/tags/:id',
    {
      schema: {
        tags,
        summary: 'Give a tag another name',
        params: tagParams,
        body: tagNameSchema,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await renameTag(deps, request.actor, { id: request.params.id, name: request.body.name });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/tags/:id/archive',
    { schema: { tags, summary: 'Archive a tag', params: tagParams, response: { 204: nothing } } },
    async (request, reply) => {
      await archiveTag(deps, request.actor, request.params);
      return reply.code(204).send(null);
    },
  );

  app.put(
    '/api/v1/designs/:id/tags',
    {
      schema: {
        tags,
        summary: 'Put exactly these tags on a design; no version changes',
        params: designParams,
        body: designTagsSchema,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await tagDesign(deps, request.actor, { design: request.params.id, tags: request.body.tags });
      return reply.code(204).send(null);
    },
  );
}
