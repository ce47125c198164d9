import { z } from 'zod';
import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { App } from '../../platform/http/index.ts';
import { signInNeeded } from '../../platform/problem.ts';
import { endViewing, startViewing, VIEWING_REASONS } from './start-viewing.ts';

const tags = ['operator'];

export const viewingSchema = z.object({
  address: z.string().min(3).max(300),
  institution: z.string().min(1).max(60).optional(),
  reason: z.enum(VIEWING_REASONS),
  reference: z.string().regex(/^[A-Za-z0-9/-]{1,40}$/, 'is letters, digits, - and /'),
});

export function registerViewingRoutes(
  app: App,
  deps: { readonly database: Database; readonly clock: Clock },
): void {
  app.post(
    '/api/v1/operator/viewing',
    {
      schema: {
        tags,
        summary: 'See the pages as someone else does, to read',
        body: viewingSchema,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await startViewing(deps, request.actor, request.body);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/viewing/end',
    { schema: { tags, summary: 'Be yourself again', response: { 204: z.null() } } },
    async (request, reply) => {
      if (request.actor.kind !== 'person') throw signInNeeded();
      await endViewing(deps, request.actor);
      return reply.code(204).send(null);
    },
  );
}
