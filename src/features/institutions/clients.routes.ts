import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import {
  endFormerSecret,
  limitClient,
  listClients,
  openClient,
  rotateSecret,
  withdrawClient,
} from './change-client.ts';
import {
  clientsSchema,
  limitSchema,
  newClientSchema,
  openedClientSchema,
  rotatedSchema,
  rotateSchema,
} from './clients.schema.ts';
import { INSTITUTION_PERMISSIONS } from './institution-permissions.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { isPermission, requirePermission } from './permissions.ts';

const tags = ['clients'];
const params = z.object({ id: z.uuid() });
const done = { 204: z.null() };
const path = '/api/v1/clients';

export function registerClientRoutes(app: App, deps: OrganisationDeps): void {
  app.get(
    path,
    { schema: { tags, summary: 'Programs of your institution', response: { 200: clientsSchema } } },
    async (request) => {
      const staff = requirePermission(request.actor, 'clients.manage', 'institution');
      const now = deps.clock.now();
      const clients = await listClients(deps, request.actor);
      return {
        // What the reader may hand on.
        scopes: INSTITUTION_PERMISSIONS.filter((one) => staff.permissions.has(one)),
        clients: clients.map(({ id, clientId, name, scopes, demo, createdBy, requestsPerMinute, ...at }) => ({
          ...{ id, clientId, name, scopes: [...scopes], demo, createdBy, requestsPerMinute },
          createdAt: at.createdAt.toISOString(),
          lastUsedAt: at.lastUsedAt?.toISOString() ?? null,
          rotatedAt: at.rotatedAt?.toISOString() ?? null,
          formerUntil: at.formerUntil && at.formerUntil > now ? at.formerUntil.toISOString() : null,
          withdrawnAt: at.revokedAt?.toISOString() ?? null,
        })),
      };
    },
  );
  app.post(
    path,
    {
      schema: {
        tags,
        summary: 'Make a program; its secret is in this answer only',
        body: newClientSchema,
        response: { 201: openedClientSchema },
      },
    },
    async (request, reply) => {
      const { scopes, ...client } = request.body;
      const opened = await openClient(deps, request.actor, {
        ...client,
        scopes: scopes.filter(isPermission),
      });
      return reply.code(201).header('cache-control', 'no-store').send(opened);
    },
  );
  app.post(
    `${path}/:id/rotate`,
    {
      schema: {
        tags,
        summary: 'Give a program a new secret; the one before is good for so many hours more',
        params,
        body: rotateSchema,
        response: { 200: rotatedSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return await rotateSecret(deps, request.actor, { id: request.params.id, ...request.body });
    },
  );
  app.post(
    `${path}/:id/end-former-secret`,
    { schema: { tags, summary: 'End the secret before at once', params, response: done } },
    async (request, reply) => {
      await endFormerSecret(deps, request.actor, request.params);
      return reply.code(204).send(null);
    },
  );
  app.put(
    `${path}/:id/limit`,
    { schema: { tags, summary: 'How often a program may ask', params, body: limitSchema, response: done } },
    async (request, reply) => {
      await limitClient(deps, request.actor, { ...request.params, ...request.body });
      return reply.code(204).send(null);
    },
  );
  app.delete(
    `${path}/:id`,
    { schema: { tags, summary: 'Withdraw a program', params, response: done } },
    async (request, reply) => {
      await withdrawClient(deps, request.actor, request.params);
      return reply.code(204).send(null);
    },
  );
}
