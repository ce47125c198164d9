import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Database } from '../../database/index.ts';
import type { App } from '../../platform/http/index.ts';
import {
  catalogueDesignSchema,
  catalogueQuerySchema,
  catalogueSchema,
  issuerPageSchema,
  providersSchema,
} from './catalogue.schema.ts';
import { getCatalogueDesign } from './get-catalogue-design.ts';
import { getProvider, listProviders } from './list-providers.ts';
import { searchCatalogue } from './search-catalogue.ts';

const tags = ['catalogue'];
const params = z.object({ id: z.string().max(40) });

/** Everything here is public and the same for everybody. */
export function registerCatalogueRoutes(app: App, deps: { readonly database: Database }): void {
  app.get(
    '/api/v1/catalogue',
    {
      schema: {
        tags,
        summary: 'What is on offer, with facets',
        querystring: catalogueQuerySchema,
        response: { 200: catalogueSchema },
      },
    },
    async (request, reply) => {
      openToAll(reply);
      return await searchCatalogue(deps, request.query);
    },
  );

  app.get(
    '/api/v1/catalogue/designs/:id',
    {
      schema: {
        tags,
        summary: 'A published design, in the newest version or the one asked for',
        params,
        querystring: z.object({ version: z.coerce.number().int().min(1).max(100_000).optional() }),
        response: { 200: catalogueDesignSchema },
      },
    },
    async (request, reply) => {
      openToAll(reply);
      const { version } = request.query;
      return await getCatalogueDesign(deps, {
        design: request.params.id,
        ...(version === undefined ? {} : { version }),
      });
    },
  );

  app.get(
    '/api/v1/providers',
    { schema: { tags, summary: 'The register of providers', response: { 200: providersSchema } } },
    async (_request, reply) => {
      openToAll(reply);
      return { providers: await listProviders(deps) };
    },
  );

  app.get(
    '/api/v1/providers/:id',
    {
      schema: {
        tags,
        summary: 'One issuer: its provider, its keys, its offer',
        params,
        response: { 200: issuerPageSchema },
      },
    },
    async (request, reply) => {
      openToAll(reply);
      return await getProvider(deps, { issuer: request.params.id });
    },
  );
}

function openToAll(reply: FastifyReply): void {
  reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=10');
}
