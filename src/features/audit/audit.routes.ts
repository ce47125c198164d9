import type { App } from '../../platform/http/index.ts';
import { auditPageSchema, auditQuerySchema, historyQuerySchema } from './audit.schema.ts';
import { readHistory, searchAudit, type TrailDeps } from './read-trail.ts';

const tags = ['audit'];

export function registerAuditRoutes(app: App, deps: TrailDeps): void {
  app.get(
    '/api/v1/audit',
    {
      schema: {
        tags,
        summary: 'What was done and read in your institution, newest first',
        querystring: auditQuerySchema,
        response: { 200: auditPageSchema },
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      return searchAudit(deps, request.actor, request.query);
    },
  );

  app.get(
    '/api/v1/account/history',
    {
      schema: {
        tags,
        summary: 'Who read or changed what about you, newest first',
        querystring: historyQuerySchema,
        response: { 200: auditPageSchema },
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      return readHistory(deps, request.actor, request.query);
    },
  );
}
