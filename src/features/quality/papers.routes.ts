import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { reviewSchema } from './evidence.schema.ts';
import { listPublicChanges } from './list-public-changes.ts';
import { makeDesignPaper, makePaper, makeReviewPaper, type PaperDeps } from './papers/make-paper.ts';
import { publicChangesSchema } from './quality.schema.ts';
import { showReview } from './show-review.ts';

const tags = ['quality'];
const params = z.object({ id: z.uuid() });
const design = z.object({ id: z.string().max(40) });
/** Without one: the institution's own. */
const querystring = z.object({ lang: z.enum(['en', 'nl']).optional() });

/** A review: what it rests on, read by machines and people, and what strangers read of it. */
export function registerReviewRoutes(app: App, deps: PaperDeps): void {
  app.get(
    '/api/v1/designs/:id/quality/review',
    {
      schema: {
        ...{ tags, summary: 'What the newest review of a design rests on', params: design },
        response: { 200: reviewSchema },
      },
    },
    (request) => showReview(deps, request.actor, { design: request.params.id }),
  );
  app.get(
    '/api/v1/designs/:id/quality/review.pdf',
    { schema: { tags, summary: 'What a review rests on, as PDF', params: design, querystring } },
    async (request, reply) => {
      const bytes = await makeReviewPaper(deps, request.actor, {
        ...{ design: request.params.id, language: request.query.lang },
      });
      return sendPaper(reply, 'review', bytes);
    },
  );
  app.get(
    '/api/v1/quality/changes',
    {
      schema: {
        ...{ tags, summary: 'Versions and reviews of a published design' },
        querystring: z.object({ design: z.string().max(40) }),
        response: { 200: publicChangesSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'public, max-age=30');
      return await deps.database.asPublic((tx) => listPublicChanges(tx, request.query));
    },
  );
}

/** A meeting on paper: what the committee reads before it, and what stays of it. */
export function registerPaperRoutes(app: App, deps: PaperDeps): void {
  for (const { kind, summary } of [
    { kind: 'pack', summary: 'The papers of a meeting, as PDF' },
    { kind: 'minutes', summary: 'The minutes of a meeting, as PDF' },
  ] as const)
    app.get(
      `/api/v1/quality/meetings/:id/${kind}.pdf`,
      { schema: { tags, summary, params, querystring } },
      async (request, reply) => {
        const { lang } = request.query;
        const bytes = await makePaper(deps, request.actor, {
          ...{ meeting: request.params.id, kind, language: lang },
        });
        return sendPaper(reply, kind, bytes);
      },
    );
  app.get(
    '/api/v1/designs/:id/quality/handed-in.pdf',
    {
      schema: {
        ...{ tags, summary: 'A design as it was handed in, as PDF' },
        params: design,
        querystring,
      },
    },
    async (request, reply) => {
      const { lang } = request.query;
      const bytes = await makeDesignPaper(deps, request.actor, { design: request.params.id, language: lang });
      return sendPaper(reply, 'handed-in', bytes);
    },
  );
}

function sendPaper(reply: FastifyReply, name: string, bytes: Uint8Array) {
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .header('cache-control', 'no-store')
    .send(Buffer.from(bytes));
}
