import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { backpackDetailSchema, backpackSchema } from './backpack.schema.ts';
import { consentLedgerSchema } from './consents.schema.ts';
import { type BackpackDeps, getBackpackItem, listBackpack } from './list-backpack.ts';
import { listLedger } from './list-consents.ts';

export function registerBackpackRoutes(app: App, deps: BackpackDeps): void {
  const tags = ['backpack'];
  app.get(
    '/api/v1/backpack',
    { schema: { tags, summary: 'What waits for you, and what you hold', response: { 200: backpackSchema } } },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      return await listBackpack(deps, request.actor);
    },
  );

  app.get(
    '/api/v1/account/consents',
    {
      schema: {
        tags,
        summary: 'Everything you agreed to or chose to show, and took back',
        response: { 200: consentLedgerSchema },
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      return listLedger(deps, request.actor);
    },
  );

  app.get(
    '/api/v1/backpack/:id',
    {
      schema: {
        tags,
        summary: 'One of your awards, whole',
        params: z.object({ id: z.uuid() }),
        response: { 200: backpackDetailSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      return await getBackpackItem(deps, request.actor, request.params.id);
    },
  );
}
