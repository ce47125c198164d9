import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalizeJson, type Json } from '../../formats/index.ts';
import type { App } from '../../platform/http/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Storage } from '../../platform/storage/index.ts';
import { findInstitution, listUnits, reachOf, requirePermission } from '../institutions/index.ts';
import { createDesign } from './create-design.ts';
import { placeOf } from './design.ts';
import { imageRefused } from './designs.problems.ts';
import {
  designListItemSchema,
  designSchema,
  draftSchema,
  newDesignSchema,
  parseContent,
  publishSchema,
} from './designs.schema.ts';
import { findDesign, listDesigns, listVersions } from './designs.store.ts';
import { chooseMark, drawMarkPng } from './mark.ts';
import { type DesignChecks, presentDesign, presentDesignListItem } from './present-design.ts';
import { type PublishDeps, publishDesign } from './publish-design.ts';
import { retireDesign } from './retire-design.ts';
import { saveDraft, setDraftImage } from './save-draft.ts';
import { registerTagRoutes } from './tags.routes.ts';
import { listTagsOfDesigns } from './tags.store.ts';

export type DesignRouteDeps = PublishDeps &
  DesignChecks & {
    readonly storage: Storage;
    /** Any PNG or SVG of a person into a PNG of ours; throws an error with a `reason` that may be shown. */
    readonly readBadgeImage: (bytes: Uint8Array) => Promise<{ png: Uint8Array } | { refused: string }>;
  };

const params = z.object({ id: z.string().regex(/^[0-9a-z]{16}$/) });
const MAX_IMAGE = 2 * 1024 * 1024;

export function registerDesignRoutes(app: App, deps: DesignRouteDeps): void {
  const tags = ['designs'];
  registerTagRoutes(app, deps);

  app.get(
    '/api/v1/designs',
    {
      schema: {
        tags,
        summary: 'The designs of your institution',
        querystring: z.object({ tag: z.uuid().optional() }),
        response: { 200: z.object({ designs: z.array(designListItemSchema) }) },
      },
    },
    async (request) => {
      const staff = requirePermission(request.actor, 'designs.read', 'anywhere');
      return await deps.database.asInstitution(staff.institutionId, async (tx) => {
        const units = await listUnits(tx, staff.institutionId);
        const { tag } = request.query;
        const reached = await listDesigns(tx, reachOf(staff, 'designs.read'));
        const tagsOf = await listTagsOfDesigns(
          tx,
          reached.map(({ id }) => id),
        );
        const designs = reached.filter(({ id }) => !tag || tagsOf.get(id)?.some((one) => one.id === tag));
        return {
          designs: await Promise.all(
            designs.map(async (design) =>
              presentDesignListItem(
                design,
                units,
                (await listVersions(tx, design.id))[0],
                tagsOf.get(design.id) ?? [],
              ),
            ),
          ),
        };
      });
    },
  );

  app.post(
    '/api/v1/designs',
    {
      schema: {
        tags,
        summary: 'Start a design',
        body: newDesignSchema,
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) => {
      const { unit, ...body } = request.body;
      const created = await createDesign(deps, request.actor, { ...body, ...(unit ? { unit } : {}) });
      return reply.code(201).header('location', `/api/v1/designs/${created.id}`).send(created);
    },
  );

  app.get(
    '/api/v1/designs/:id',
    {
      schema: {
        tags,
        summary: 'One design: its draft, what it lacks, its versions',
        params,
        response: { 200: designSchema },
      },
    },
    async (request) => {
      const staff = requirePermission(request.actor, 'designs.read', 'anywhere');
      return await deps.database.asInstitution(staff.institutionId, async (tx) => {
        const design = await findDesign(tx, request.params.id);
        if (!design) throw notFound();
        requirePermission(staff, 'designs.read', placeOf(design));
        return await presentDesign(deps, tx, design, await listUnits(tx, staff.institutionId));
      });
    },
  );

  app.put(
    '/api/v1/designs/:id/draft',
    {
      schema: {
        tags,
        summary: 'Save the draft',
        params,
        body: draftSchema,
        response: { 200: z.object({ revision: z.number() }) },
      },
    },
    (request) =>
      saveDraft(deps, request.actor, {
        design: request.params.id,
        revision: request.body.revision,
        content: parseContent(request.body.content),
        partnerUnits: request.body.partnerUnits,
      }),
  );

  app.put(
    '/api/v1/designs/:id/image',
    {
      bodyLimit: MAX_IMAGE,
      schema: {
        tags,
        summary: 'Use an image of your own (PNG or SVG)',
        params,
        querystring: z.object({ revision: z.coerce.number().int() }),
        response: { 200: z.object({ revision: z.number() }) },
      },
    },
    async (request) => {
      requirePermission(request.actor, 'designs.write', 'anywhere');
      if (!Buffer.isBuffer(request.body)) throw imageRefused('Send the bytes of a PNG or SVG file.');
      const read = await deps.readBadgeImage(request.body);
      if ('refused' in read) throw imageRefused(read.refused);
      const { key } = await deps.storage.put(read.png, 'image/png');
      return await setDraftImage(deps, request.actor, {
        design: request.params.id,
        revision: request.query.revision,
        image: key,
      });
    },
  );

  app.delete(
    '/api/v1/designs/:id/image',
    {
      schema: {
        tags,
        summary: 'Use the drawn waarmerk again',
        params,
        querystring: z.object({ revision: z.coerce.number().int() }),
        response: { 200: z.object({ revision: z.number() }) },
      },
    },
    (request) =>
      setDraftImage(deps, request.actor, {
        design: request.params.id,
        revision: request.query.revision,
        image: null,
      }),
  );

  app.get(
    '/api/v1/designs/:id/image.png',
    { schema: { tags, summary: 'The image that this draft would be published with', params } },
    async (request, reply) => {
      const staff = requirePermission(request.actor, 'designs.read', 'anywhere');
      const drawn = await deps.database.asInstitution(staff.institutionId, async (tx) => {
        const design = await findDesign(tx, request.params.id);
        const institution = await findInstitution(tx, staff.institutionId);
        if (!design || !institution) throw notFound();
        requirePermission(staff, 'designs.read', placeOf(design));
        const versions = await listVersions(tx, design.id);
        return { design, institution, root: versions.at(-1)?.factsHash };
      });
      reply.header('cache-control', 'private, max-age=60').type('image/png');
      if (drawn.design.draftImage) return (await deps.storage.get(drawn.design.draftImage))?.bytes;
      const hash = createHash('sha256')
        .update(canonicalizeJson(drawn.design.draft as unknown as Json))
        .digest(); // content is JSON throughout
      const mark = chooseMark({
        root: drawn.root ?? hash,
        version: hash,
        inks: drawn.institution.inks,
        knownByte: drawn.design.markByte ?? 0,
        taken: new Set(),
      });
      return await drawMarkPng(mark.hash, drawn.institution.inks);
    },
  );

  app.post(
    '/api/v1/designs/:id/publish',
    {
      schema: {
        tags,
        summary: 'Publish the draft as the next version',
        params,
        body: publishSchema,
        response: { 201: z.object({ design: z.string(), version: z.number(), url: z.string() }) },
      },
    },
    async (request, reply) =>
      reply.code(201).send(
        await publishDesign(deps, request.actor, {
          design: request.params.id,
          revision: request.body.revision,
        }),
      ),
  );

  app.post(
    '/api/v1/designs/:id/retire',
    { schema: { tags, summary: 'Retire the design', params, response: { 204: z.null() } } },
    async (request, reply) => {
      await retireDesign(deps, request.actor, { design: request.params.id });
      return reply.code(204).send(null);
    },
  );
}
