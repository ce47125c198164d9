import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { changeProvider, getProvider, type ProviderDeps, removeProvider } from './change-provider.ts';
import { changeProviderSchema, providerViewSchema } from './provider.schema.ts';

const tags = ['institution'];
const path = '/api/v1/institution/provider';
const done = { 204: z.null() };

export function registerProviderRoutes(app: App, deps: ProviderDeps): void {
  app.get(
    path,
    { schema: { tags, summary: 'Where your staff sign in', response: { 200: providerViewSchema } } },
    (request) => getProvider(deps, request.actor),
  );

  app.put(
    path,
    {
      schema: {
        tags,
        summary: 'Let your staff sign in at your own provider',
        body: changeProviderSchema,
        response: done,
      },
    },
    async (request, reply) => {
      await changeProvider(deps, request.actor, request.body);
      return reply.code(204).send(null);
    },
  );

  app.delete(
    path,
    { schema: { tags, summary: 'Have no provider of your own', response: done } },
    async (request, reply) => {
      await removeProvider(deps, request.actor);
      return reply.code(204).send(null);
    },
  );
}
