import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { makeDesignPaper, makePaper, type PaperDeps } from './papers/make-paper.ts';

const tags = ['quality'];
const params = z.object({ id: z.uuid() });
/** Without one: the institution's own. */
const querystring = z.object({ lang: z.enum(['en', 'nl']).optional() });

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
        params: z.object({ id: z.string().max(40) }),
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
