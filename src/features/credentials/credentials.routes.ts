import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { composeRevokedAssertion, type Format, type FormatId, formats } from '../../formats/index.ts';
import { type App, chooseType, type RenderPage, wantsPage } from '../../platform/http/index.ts';
import { notFound } from '../../platform/problem.ts';
import { sendShareCard } from '../designs/index.ts';
import { type BakeDeps, bakeBadge } from './bake-image.ts';
import {
  disclosablePartsSchema,
  disclosureSchema,
  publicCredentialSchema,
  publishChoiceSchema,
} from './credentials.schema.ts';
import { type DiscloseDeps, discloseAward, listDisclosableParts } from './disclose-award.ts';
import { isOlder } from './document.ts';
import { getPublicCredential } from './get-public-credential.ts';
import { getShareCard } from './get-share-card.ts';
import type { IssueDeps } from './issue-credentials.ts';
import { type CertificateDeps, makeCertificate } from './make-certificate.ts';
import { publishAward, withdrawPublication } from './publish-award.ts';
import { type ReadDocument, readHolderDocument, readPublicDocument } from './read-document.ts';

export type CredentialRouteDeps = IssueDeps &
  BakeDeps &
  DiscloseDeps &
  CertificateDeps & { readonly renderPage: RenderPage };

const PUBLIC_ID = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;
/** `abc…`, `abc….json`: the id and how it is asked for. */
const FILE = /^([0-9a-z]{26})(?:\.(json|jwt|png|svg|pdf))?$/;
const fileParams = z.object({ file: z.string().max(60) });
const awardParams = z.object({ id: z.uuid() });
const querystring = z.object({
  v: z.string().max(10).optional(),
  lang: z.string().max(20).optional(),
  profile: z.string().max(10).optional(),
});
/**
 * What may be kept as a file: whatever is signed and shown whole. A hosted badge stands at its address, and what parts
 * are made of is for nobody's eyes.
 */
const signedFormats = (Object.keys(formats) as FormatId[]).filter((id) => {
  const { keyPurpose, derive }: Format = formats[id];
  return keyPurpose !== undefined && derive === undefined;
});
const DOCUMENT_TYPES = ['application/vc', 'application/ld+json', 'application/json'];

export function registerCredentialRoutes(app: App, deps: CredentialRouteDeps): void {
  registerPublicRoutes(app, deps);
  registerHolderRoutes(app, deps);
  registerDisclosureRoutes(app, deps);
  const tags = ['credentials'];

  app.get(
    '/api/v1/credentials/:id',
    {
      schema: {
        tags,
        summary: 'A published credential, as its page shows it',
        params: z.object({ id: z.string().max(40) }),
        response: { 200: publicCredentialSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'public, max-age=5');
      if (!PUBLIC_ID.test(request.params.id)) throw notFound();
      return await getPublicCredential(deps, request.params.id);
    },
  );

  app.put(
    '/api/v1/awards/:id/publication',
    {
      schema: {
        tags,
        summary: 'Make public what you choose to show',
        params: awardParams,
        body: publishChoiceSchema,
        response: { 200: z.object({ url: z.string() }) },
      },
    },
    async (request) => {
      const award = await publishAward(deps, request.actor, {
        award: request.params.id,
        choice: request.body,
      });
      return { url: award.url };
    },
  );

  app.delete(
    '/api/v1/awards/:id/publication',
    { schema: { tags, summary: 'Take it private again', params: awardParams, response: { 204: z.null() } } },
    async (request, reply) => {
      await withdrawPublication(deps, request.actor, { award: request.params.id });
      return reply.code(204).send(null);
    },
  );
}

/** Everything under `/c/`. No cookie is read, and every answer that shows nothing is one and the same. */
function registerPublicRoutes(app: App, deps: CredentialRouteDeps): void {
  app.get('/c/:file', { schema: { hide: true, params: fileParams, querystring } }, async (request, reply) => {
    const [, publicId = '', extension] = FILE.exec(request.params.file) ?? [];
    if (extension === undefined) {
      reply.header('vary', 'Accept, Accept-Language');
      if (wantsPage(request)) return await deps.renderPage(request, reply);
    }
    const older = request.query.v === '2_0';
    const european = request.query.profile === 'eu' && extension !== 'jwt';
    const format = european ? 'ob3-eu' : chooseFormat(request, extension, older);
    const read = await readPublicDocument(deps, { publicId, format });
    openToAll(reply, read);
    if (extension === 'pdf') {
      return reply
        .type('application/pdf')
        .header('content-disposition', 'attachment; filename="certificate.pdf"')
        .send(Buffer.from(await makeCertificate(deps, read)));
    }
    if (extension === 'png' || extension === 'svg') {
      return reply
        .type(`image/${extension === 'svg' ? 'svg+xml' : 'png'}`)
        .send(Buffer.from(await bake(deps, extension, read)));
    }
    return reply.type(mediaType(request, format)).send(read.document.bytes);
  });

  app.get('/c/:file/card.png', { schema: { hide: true, params: fileParams } }, async (request, reply) => {
    const card = await getShareCard(deps, request.params.file);
    reply.header('cache-control', 'public, max-age=5').header('x-robots-tag', 'noindex');
    return await sendShareCard(request, reply, card);
  });

  // A revoked Assertion is Gone and says so (Open Badges 2.0, "Revoking").
  app.get('/c/:file/ob2', { schema: { hide: true, params: fileParams } }, async (request, reply) => {
    const read = await readPublicDocument(deps, { publicId: request.params.file, format: 'ob2-hosted' });
    openToAll(reply, read).type(
      chooseType(request.headers.accept, ['application/ld+json', 'application/json']),
    );
    if (!read.revoked) return reply.send(read.document.bytes);
    const { id } = JSON.parse(read.document.bytes);
    return reply
      .code(410)
      .send(
        JSON.stringify(
          composeRevokedAssertion(String(id).replace(/\/ob2$/, ''), read.revoked.reason ?? undefined),
        ),
      );
  });
}

/** What an address without `format` means. */
const EXTENSIONS = {
  json: 'ob3-data-integrity',
  jwt: 'ob3-jwt',
  jws: 'ob2-signed',
  png: 'ob3-data-integrity',
  svg: 'ob3-data-integrity',
  pdf: 'ob3-data-integrity',
} as const satisfies Record<string, FormatId>;

function registerHolderRoutes(app: App, deps: CredentialRouteDeps): void {
  app.get(
    '/backpack/:award/download.:extension',
    {
      schema: {
        hide: true,
        params: z.object({ award: z.uuid(), extension: z.enum(['json', 'jwt', 'jws', 'png', 'svg', 'pdf']) }),
        querystring: z.object({ format: z.enum(signedFormats).optional() }),
      },
    },
    async (request, reply) => {
      const { award, extension } = request.params;
      const asked = extension === 'pdf' ? undefined : request.query.format;
      const format = asked ?? EXTENSIONS[extension];
      const read = await readHolderDocument(deps, request.actor, { award, format });
      reply
        .header('cache-control', 'private, no-store')
        .header(
          'content-disposition',
          `attachment; filename="waarmerk-${read.award.awardedOn}-${award.slice(-6)}.${extension}"`,
        );
      if (extension === 'png' || extension === 'svg') {
        return reply
          .type(extension === 'svg' ? 'image/svg+xml' : 'image/png')
          .send(Buffer.from(await bake(deps, extension, read)));
      }
      if (extension === 'pdf')
        return reply.type('application/pdf').send(Buffer.from(await makeCertificate(deps, read)));
      const type = formats[format].mediaType;
      return reply.type(type === 'text/plain' ? `${type}; charset=utf-8` : type).send(read.document.bytes);
    },
  );
}

/** A part of it, for one reader. */
function registerDisclosureRoutes(app: App, deps: CredentialRouteDeps): void {
  const path = '/api/v1/awards/:id/disclosures';
  const tags = ['credentials'];
  app.get(
    path,
    {
      schema: {
        tags,
        summary: 'The parts of your credential that you can show or leave out',
        params: awardParams,
        response: { 200: disclosablePartsSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      return { parts: [...(await listDisclosableParts(deps, request.actor, { award: request.params.id }))] };
    },
  );
  app.post(
    path,
    {
      schema: {
        tags,
        summary: 'Your credential with the parts that you choose, and no others',
        description:
          'Answers with `application/vc`: signed by the issuer, and checked like any other. Several files made of one award can be recognised as being of one award.',
        params: awardParams,
        body: disclosureSchema,
      },
    },
    async (request, reply) => {
      const { bytes } = await discloseAward(deps, request.actor, {
        award: request.params.id,
        parts: request.body.parts,
      });
      return reply.type('application/vc').header('cache-control', 'private, no-store').send(bytes);
    },
  );
}

function chooseFormat(request: FastifyRequest, extension: string | undefined, older: boolean): FormatId {
  if (older) return 'ob2-hosted';
  const asksJwt =
    extension === undefined &&
    chooseType(request.headers.accept, [...DOCUMENT_TYPES, 'application/jwt', 'text/plain']);
  return extension === 'jwt' || asksJwt === 'application/jwt' || asksJwt === 'text/plain'
    ? 'ob3-jwt'
    : 'ob3-data-integrity';
}

/** Old validators refuse `application/jwt`, so a token is plain text unless someone asks by name. */
function mediaType(request: FastifyRequest, format: FormatId): string {
  if (formats[format].mediaType === 'text/plain')
    return chooseType(request.headers.accept, ['text/plain; charset=utf-8', 'application/jwt']);
  if (format === 'ob2-hosted') return formats[format].mediaType;
  return chooseType(request.headers.accept, DOCUMENT_TYPES);
}

function bake(deps: BakeDeps, kind: 'png' | 'svg', { version, document }: ReadDocument): Promise<Uint8Array> {
  return bakeBadge(deps, kind, {
    version,
    bytes: document.bytes,
    keyword: isOlder(document.format) ? 'openbadges' : 'openbadgecredential',
  });
}

/** Short-lived, because the learner may take it private at any moment. Not for indexes, nor for frames. */
function openToAll(reply: FastifyReply, { document }: ReadDocument): FastifyReply {
  return reply
    .header('access-control-allow-origin', '*')
    .header('cache-control', 'public, max-age=5')
    .header('last-modified', document.signedAt.toUTCString())
    .header('x-robots-tag', 'noindex')
    .header(
      'content-security-policy',
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
    );
}
