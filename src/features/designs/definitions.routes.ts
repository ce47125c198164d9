import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Database } from '../../database/index.ts';
import { type App, chooseType, type RenderPage, wantsPage } from '../../platform/http/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Storage } from '../../platform/storage/index.ts';
import { findIssuer } from '../institutions/index.ts';
import { composeShareCard, markOf } from './compose-share-card.ts';
import { contentLanguages, contentOf } from './design.ts';
import { findFrozenDocument, findVersion } from './designs.store.ts';
import { drawMarkSvg } from './mark.ts';
import { sendShareCard } from './send-share-card.ts';

export type DefinitionRouteDeps = {
  readonly database: Database;
  readonly storage: Storage;
  readonly renderPage: RenderPage;
};

const params = z.object({ id: z.string().max(40) });
const versionParams = params.extend({ n: z.coerce.number().int().min(1).max(100_000) });
const querystring = z.object({ v: z.string().max(10).optional(), lang: z.string().max(20).optional() });
const FOREVER = 'public, max-age=31536000, immutable';

/** Definitions at the addresses that credentials name: frozen bytes for programs, a page for people. */
export function registerDefinitionRoutes(app: App, deps: DefinitionRouteDeps): void {
  const sendDefinition = async (
    request: FastifyRequest,
    reply: FastifyReply,
    asked: { id: string; n?: number; older: boolean; language?: string },
  ) => {
    const bytes = await deps.database.asPublic(async (tx) => {
      const version = await findVersion(tx, asked.id, asked.n);
      if (!version) throw notFound();
      const content = contentOf(version);
      const language = contentLanguages(content).includes(asked.language ?? '')
        ? asked.language
        : content.defaultLanguage;
      return await findFrozenDocument(
        tx,
        version.id,
        asked.older ? 'badge-class' : 'achievement',
        language ?? content.defaultLanguage,
      );
    });
    if (bytes === undefined) throw notFound();
    return reply
      .header('access-control-allow-origin', '*')
      .header('cache-control', asked.n === undefined ? 'public, max-age=60' : FOREVER)
      .type(
        asked.older
          ? 'application/ld+json'
          : chooseType(request.headers.accept, ['application/json', 'application/ld+json']),
      )
      .send(bytes);
  };

  app.get('/designs/:id', { schema: { hide: true, params, querystring } }, async (request, reply) => {
    reply.header('vary', 'Accept');
    const { v, lang } = request.query;
    if (wantsPage(request) && !v) return await deps.renderPage(request, reply);
    return await sendDefinition(request, reply, {
      id: request.params.id,
      older: v === '2_0',
      ...(lang ? { language: lang } : {}),
    });
  });

  app.get(
    '/designs/:id/versions/:n',
    { schema: { hide: true, params: versionParams, querystring } },
    async (request, reply) => {
      reply.header('vary', 'Accept');
      const { v, lang } = request.query;
      if (wantsPage(request) && !v) return await deps.renderPage(request, reply);
      return await sendDefinition(request, reply, {
        ...request.params,
        older: v === '2_0',
        ...(lang ? { language: lang } : {}),
      });
    },
  );

  app.get(
    '/designs/:id/versions/:n/image.png',
    { schema: { hide: true, params: versionParams } },
    async (request, reply) => {
      const version = await deps.database.asPublic((tx) =>
        findVersion(tx, request.params.id, request.params.n),
      );
      const image = version && (await deps.storage.get(version.imageKey));
      if (!image) throw notFound();
      return reply
        .header('access-control-allow-origin', '*')
        .header('cache-control', FOREVER)
        .type(image.mediaType)
        .send(Buffer.from(image.bytes));
    },
  );

  app.get('/designs/:id/card.png', { schema: { hide: true, params } }, async (request, reply) => {
    const card = await deps.database.asPublic(async (tx) => {
      const version = await findVersion(tx, request.params.id);
      const issuer = version && (await findIssuer(tx, { id: version.issuerId }));
      if (!version || !issuer) throw notFound();
      const content = contentOf(version);
      const picture = version.imageKind === 'waarmerk' ? undefined : await deps.storage.get(version.imageKey);
      return composeShareCard({
        content,
        issuer: issuer.name,
        language: content.defaultLanguage,
        url: version.url,
        mark: markOf(version, picture?.bytes),
        ...(version.retiredAt ? { ended: 'retired' } : {}),
      });
    });
    return await sendShareCard(request, reply.header('cache-control', 'public, max-age=300'), card);
  });

  // Sharp at any size; an image that someone brought has no lines to draw and stands inside as it is.
  app.get(
    '/designs/:id/versions/:n/image.svg',
    { schema: { hide: true, params: versionParams } },
    async (request, reply) => {
      const version = await deps.database.asPublic((tx) =>
        findVersion(tx, request.params.id, request.params.n),
      );
      if (!version) throw notFound();
      return reply
        .header('access-control-allow-origin', '*')
        .header('cache-control', FOREVER)
        .header(
          'content-security-policy',
          "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
        )
        .type('image/svg+xml')
        .send(await readImageSvg(deps.storage, version));
    },
  );
}

export async function readImageSvg(
  storage: Storage,
  version: { imageKind: string; imageKey: string; markHash: Uint8Array; inks: readonly string[] },
): Promise<string> {
  if (version.imageKind === 'waarmerk') return drawMarkSvg(version.markHash, version.inks);
  const image = await storage.get(version.imageKey);
  if (!image) throw notFound();
  const source = `data:image/png;base64,${Buffer.from(image.bytes).toString('base64')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600"><image href="${source}" width="600" height="600"/></svg>`;
}
