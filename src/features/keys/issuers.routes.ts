import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Database, Tx } from '../../database/index.ts';
import { composeIssuer, composeProfile, type IssuerFacts } from '../../formats/index.ts';
import { type App, chooseType, type RenderPage, wantsPage } from '../../platform/http/index.ts';
import { notFound } from '../../platform/problem.ts';
import {
  composeIssuerFacts,
  findInstitution,
  findIssuer,
  findIssuerOfUnit,
  findOperator,
  type Issuer,
} from '../institutions/index.ts';
import { composeDidDocument, composeKeySet, presentJwk } from './did-document.ts';
import { findDidVersion, listDidVersions } from './did-documents.store.ts';
import { composeDidHistory } from './did-history.ts';
import { listPublicKeys } from './keys.store.ts';
import { listOlderKeys, presentOlderKey } from './older-keys.ts';

export type IssuerRouteDeps = { readonly database: Database; readonly renderPage: RenderPage };

const params = z.object({ id: z.string().max(40) });
const hidden = { hide: true, params };

/** DID Core 1.0, section 3.2.1. */
const versionQuery = z.object({
  versionTime: z.iso.datetime({ offset: true }).optional(),
  versionId: z.coerce.number().int().min(1).max(1_000_000).optional(),
});

/** Who signs, for programs: Profile, DID document, key set, single keys. For a browser: the issuer's page. */
export function registerIssuerRoutes(app: App, deps: IssuerRouteDeps): void {
  const read = <T>(id: string, present: (tx: Tx, issuer: Issuer) => Promise<T>): Promise<T> =>
    deps.database.asPublic(async (tx) => {
      const issuer = await findIssuer(tx, { publicId: id });
      if (!issuer) throw notFound();
      return await present(tx, issuer);
    });

  app.get(
    '/issuers/:id',
    {
      schema: {
        ...hidden,
        querystring: z.object({ v: z.string().max(10).optional(), lang: z.string().max(20).optional() }),
      },
    },
    async (request, reply) => {
      reply.header('vary', 'Accept');
      if (wantsPage(request) && !request.query.v) return await deps.renderPage(request, reply);
      return await read(request.params.id, async (tx, issuer) => {
        const { facts, language } = await gatherIssuer(tx, issuer);
        const older = request.query.v === '2_0';
        const document = older
          ? composeIssuer(facts, language, listOlderKeys(await listPublicKeys(tx, issuer.id), issuer))
          : composeProfile(facts, language);
        return sendPublic(
          reply,
          older
            ? 'application/ld+json'
            : chooseType(request.headers.accept, ['application/json', 'application/ld+json']),
          document,
        );
      });
    },
  );

  app.get('/issuers/:id/did.json', { schema: { ...hidden, querystring: versionQuery } }, (request, reply) =>
    read(request.params.id, async (tx, issuer) => {
      const { versionTime, versionId } = request.query;
      if (versionTime === undefined && versionId === undefined)
        return sendPublic(reply, 'application/did+json', await readDidDocument(tx, issuer));
      const version = await findDidVersion(tx, issuer.id, {
        at: versionTime === undefined ? undefined : new Date(versionTime),
        version: versionId,
      });
      if (!version) throw notFound();
      return sendText(reply, 'application/did+json', version.bytes);
    }),
  );

  // did:web forgets; whoever asks what the keys were at some instant is answered from here.
  app.get('/issuers/:id/did-history.json', { schema: hidden }, (request, reply) =>
    read(request.params.id, async (tx, issuer) =>
      sendPublic(reply, 'application/json', composeDidHistory(issuer, await listDidVersions(tx, issuer.id))),
    ),
  );

  app.get('/.well-known/did.json', { schema: { hide: true } }, (_request, reply) =>
    deps.database.asPublic(async (tx) => {
      const operator = await findOperator(tx);
      const issuer = operator && (await findIssuerOfUnit(tx, operator.id, null));
      if (!issuer) throw notFound();
      return sendPublic(reply, 'application/did+json', await readDidDocument(tx, issuer));
    }),
  );

  app.get('/issuers/:id/jwks.json', { schema: hidden }, (request, reply) =>
    read(request.params.id, async (tx, issuer) =>
      sendPublic(reply, 'application/jwk-set+json', composeKeySet(await listPublicKeys(tx, issuer.id))),
    ),
  );

  // One JWK, not a set: Open Badges 3.0 says that `kid` leads to the key itself.
  app.get(
    '/issuers/:id/keys/:kid',
    {
      schema: {
        hide: true,
        params: params.extend({ kid: z.string().max(100) }),
        querystring: z.object({ v: z.string().max(10).optional() }),
      },
    },
    (request, reply) =>
      read(request.params.id, async (tx, issuer) => {
        const key = (await listPublicKeys(tx, issuer.id)).find((one) => one.kid === request.params.kid);
        if (!key) throw notFound();
        if (request.query.v !== '2_0') return sendPublic(reply, 'application/jwk+json', presentJwk(key));
        const older = presentOlderKey(key, issuer);
        if (!older) throw notFound();
        return sendPublic(reply, 'application/ld+json', older);
      }),
  );
}

async function readDidDocument(tx: Tx, issuer: Issuer): Promise<object> {
  return composeDidDocument(issuer.did, issuer.url, await listPublicKeys(tx, issuer.id));
}

async function gatherIssuer(tx: Tx, issuer: Issuer): Promise<{ facts: IssuerFacts; language: string }> {
  const institution = await findInstitution(tx, issuer.institutionId);
  const top = await findIssuerOfUnit(tx, issuer.institutionId, null);
  if (!institution || !top) throw notFound();
  return { facts: composeIssuerFacts(institution, issuer, top), language: institution.defaultLanguage };
}

function sendPublic(reply: FastifyReply, type: string, document: object): FastifyReply {
  return sendText(reply, type, JSON.stringify(document));
}

function sendText(reply: FastifyReply, type: string, text: string): FastifyReply {
  return reply
    .header('access-control-allow-origin', '*')
    .header('cache-control', 'public, max-age=60')
    .type(type)
    .send(text);
}
