import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  composeExtensionContext,
  composeExtensionSchema,
  contexts,
  EUROPEAN_ELEMENTS,
  isExtensionName,
} from '../../formats/index.ts';
import type { App } from '../../platform/http/index.ts';
import { notFound } from '../../platform/problem.ts';

const params = z.object({ name: z.string().max(60) });

/** What the words of our documents mean: the extension context of badges, and the Dutch extensions of older ones. */
export function registerVocabularyRoutes(app: App, { publicUrl }: { readonly publicUrl: string }): void {
  app.get('/contexts/eu/v1.json', { schema: { hide: true } }, async (_request, reply) =>
    sendVocabulary(reply, 'application/ld+json', contexts.get(EUROPEAN_ELEMENTS)),
  );
  app.get('/extensions/:name/context.json', { schema: { hide: true, params } }, async (request, reply) => {
    const { name } = request.params;
    const document = isExtensionName(name) ? composeExtensionContext(name, publicUrl) : undefined;
    return sendVocabulary(reply, 'application/ld+json', document);
  });
  app.get('/extensions/:name/schema.json', { schema: { hide: true, params } }, async (request, reply) => {
    const { name } = request.params;
    const document = isExtensionName(name) ? composeExtensionSchema(name) : undefined;
    return sendVocabulary(reply, 'application/schema+json', document);
  });
}

/** Any origin may read it (Open Badges 3.0, "Extending and Profiling the Data Model"). */
function sendVocabulary(reply: FastifyReply, type: string, document: object | undefined): FastifyReply {
  if (!document) throw notFound();
  return reply
    .header('access-control-allow-origin', '*')
    .header('cache-control', 'public, max-age=86400')
    .type(type)
    .send(JSON.stringify(document));
}
