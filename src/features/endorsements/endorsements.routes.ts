import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { chooseType } from '../../platform/http/index.ts';
import { notFound } from '../../platform/problem.ts';
import { findVersion } from '../designs/index.ts';
import { findIssuer, requirePermission } from '../institutions/index.ts';
import { answerEndorsement, withdrawEndorsement } from './answer-endorsement.ts';
import { type EndorseDeps, endorse } from './endorse.ts';
import { endorsementsSchema, endorseSchema, shownEndorsementsSchema } from './endorsements.schema.ts';
import { findDocument, listAccepted, listEndorsements } from './endorsements.store.ts';
import { presentEndorsements } from './present-endorsements.ts';

const tags = ['endorsements'];
const path = '/api/v1/endorsements';
const params = z.object({ id: z.uuid() });
const done = { 204: z.null() };

export function registerEndorsementRoutes(app: App, deps: EndorseDeps): void {
  registerPublicRoutes(app, deps);

  app.get(
    path,
    { schema: { tags, summary: 'Endorsements given and received', response: { 200: endorsementsSchema } } },
    async (request) => {
      const staff = requirePermission(request.actor, 'designs.read', 'anywhere');
      const { institutionId } = staff;
      const all = await deps.database.asInstitution(institutionId, listEndorsements);
      return await deps.database.asPublic(async (tx) => ({
        received: await presentEndorsements(
          tx,
          all.filter((one) => one.subjectInstitutionId === institutionId),
        ),
        given: await presentEndorsements(
          tx,
          all.filter((one) => one.institutionId === institutionId),
        ),
      }));
    },
  );
  app.post(
    path,
    {
      schema: {
        ...{ tags, summary: 'Vouch for a design or an institution', body: endorseSchema },
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) => reply.code(201).send(await endorse(deps, request.actor, request.body)),
  );
  for (const accept of [true, false])
    app.post(
      `${path}/:id/${accept ? 'accept' : 'decline'}`,
      {
        schema: {
          tags,
          summary: accept ? 'Show an endorsement' : 'Do not show an endorsement',
          params,
          response: done,
        },
      },
      async (request, reply) => {
        await answerEndorsement(deps, request.actor, { endorsement: request.params.id, accept });
        return reply.code(204).send(null);
      },
    );
  app.post(
    `${path}/:id/withdraw`,
    { schema: { tags, summary: 'Take an endorsement back', params, response: done } },
    async (request, reply) => {
      await withdrawEndorsement(deps, request.actor, { endorsement: request.params.id });
      return reply.code(204).send(null);
    },
  );
}

function registerPublicRoutes(app: App, deps: EndorseDeps): void {
  app.get(
    `${path}/shown`,
    {
      schema: {
        tags,
        summary: 'Who vouches for a design or an issuer, as its page shows it',
        querystring: z.object({
          design: z.string().max(40).optional(),
          version: z.coerce.number().int().min(1).max(99_999).optional(),
          issuer: z.string().max(40).optional(),
        }),
        response: { 200: shownEndorsementsSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'public, max-age=30');
      const { design, version, issuer } = request.query;
      return await deps.database.asPublic(async (tx) => {
        const subject =
          design === undefined
            ? issuer && (await findIssuer(tx, { publicId: issuer }))?.did
            : (await findVersion(tx, design, version))?.url;
        if (!subject) throw notFound();
        return { endorsements: await presentEndorsements(tx, await listAccepted(tx, [subject])) };
      });
    },
  );
  app.get(
    '/endorsements/:id',
    { schema: { hide: true, params: z.object({ id: z.string().max(40) }) } },
    async (request, reply) => {
      const document = await deps.database.asPublic((tx) => findDocument(tx, request.params.id));
      if (document === undefined) throw notFound();
      const types = ['application/vc', 'application/ld+json', 'application/json'];
      return reply
        .header('access-control-allow-origin', '*')
        .header('cache-control', 'public, max-age=300')
        .type(chooseType(request.headers.accept, types))
        .send(document);
    },
  );
}
