import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { notFound, signInNeeded } from '../../platform/problem.ts';
import { agreeToTerms, withdrawAgreement } from './agree-to-terms.ts';
import { findTermsToAgree } from './find-terms-to-agree.ts';
import { publishTerms, saveTermsDraft, type WriteTermsDeps } from './publish-terms.ts';
import { listTermsOf, presentTerms, readOwnTerms } from './read-terms.ts';
import {
  ownTermsSchema,
  termsKindSchema,
  termsListSchema,
  termsTextsSchema,
  termsViewSchema,
} from './terms.schema.ts';

const tags = ['terms'];
const ownerParams = z.object({ owner: z.string().max(100) });
const kindParams = z.object({ kind: termsKindSchema });

export function registerTermsRoutes(app: App, deps: WriteTermsDeps): void {
  registerPublicRoutes(app, deps);
  registerStaffRoutes(app, deps);

  app.get(
    '/api/v1/agreements/outstanding',
    {
      schema: {
        tags,
        summary: 'Terms of the platform that you have not agreed to yet',
        response: { 200: termsListSchema },
      },
    },
    async ({ actor }, reply) => {
      reply.header('cache-control', 'private, no-store');
      if (actor.kind !== 'person') throw signInNeeded();
      const { personId, institutionId } = actor;
      return await deps.database.asPerson(personId, async (tx) => {
        const kinds = ['terms-of-service', ...(institutionId ? (['staff-agreement'] as const) : [])] as const;
        const due = await findTermsToAgree(tx, { personId, institutionId: null, kinds });
        return { terms: await presentTerms(tx, due) };
      });
    },
  );

  app.post(
    '/api/v1/agreements',
    {
      schema: {
        tags,
        summary: 'Agree to a version of terms',
        body: z.strictObject({ terms: z.uuid(), language: z.enum(['en', 'nl']).default('en') }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await agreeToTerms(deps, request.actor, request.body);
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/api/v1/agreements/:terms',
    {
      schema: {
        tags,
        summary: 'Withdraw your agreement to a version of terms',
        params: z.object({ terms: z.uuid() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await withdrawAgreement(deps, request.actor, request.params);
      return reply.code(204).send(null);
    },
  );
}

function registerPublicRoutes(app: App, deps: WriteTermsDeps): void {
  app.get(
    '/api/v1/terms/:owner',
    {
      schema: {
        tags,
        summary: "An institution's terms, or the operator's for the platform",
        params: ownerParams,
        response: { 200: termsListSchema },
      },
    },
    async (request) => ({ terms: await listTermsOf(deps, { owner: request.params.owner }) }),
  );

  app.get(
    '/api/v1/terms/:owner/:kind',
    {
      schema: {
        tags,
        summary: 'One text: the version that stands, or an earlier one',
        params: ownerParams.extend(kindParams.shape),
        querystring: z.object({ version: z.coerce.number().int().min(1).max(100_000).optional() }),
        response: { 200: termsViewSchema },
      },
    },
    async (request) => {
      const versions = await listTermsOf(deps, request.params);
      const { version } = request.query;
      const found = version ? versions.find((terms) => terms.version === version) : versions.at(-1);
      if (!found) throw notFound();
      return found;
    },
  );
}

function registerStaffRoutes(app: App, deps: WriteTermsDeps): void {
  app.get(
    '/api/v1/institution/terms',
    { schema: { tags, summary: 'Your terms: drafts and versions', response: { 200: ownTermsSchema } } },
    (request) => readOwnTerms(deps, request.actor),
  );

  app.put(
    '/api/v1/institution/terms/:kind',
    {
      schema: {
        tags,
        summary: 'Save a draft of terms',
        params: kindParams,
        body: termsTextsSchema,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await saveTermsDraft(deps, request.actor, { kind: request.params.kind, texts: request.body });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/institution/terms/:kind/publish',
    {
      schema: {
        tags,
        summary: 'Publish the draft as the version that stands',
        params: kindParams,
        response: { 201: z.object({ version: z.number() }) },
      },
    },
    async (request, reply) => reply.code(201).send(await publishTerms(deps, request.actor, request.params)),
  );
}
