import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import {
  askedSchema,
  complaintInputSchema,
  designFeedbackSchema,
  givingSchema,
  MOMENTS,
  ownFeedbackSchema,
  remarkSchema,
  replyInputSchema,
  shownFeedbackSchema,
} from './feedback.schema.ts';
import { getOwnFeedback, listAsked } from './get-own-feedback.ts';
import { type FeedbackDeps, giveFeedback, withdrawFeedback } from './give-feedback.ts';
import { giveReading } from './give-reading.ts';
import { leaveRemark } from './leave-remark.ts';
import { recordComplaint, replyToFeedback, withdrawReply } from './reply-to-feedback.ts';
import { getDesignFeedback, showFeedback } from './show-feedback.ts';

const tags = ['feedback'];
const award = z.object({ id: z.uuid() });
const atMoment = award.extend({ moment: z.enum(MOMENTS) });
const design = z.object({ id: z.string().max(40) });
const done = { 204: z.null() };
const made = { 201: z.object({ id: z.string() }) };

export function registerFeedbackRoutes(app: App, deps: FeedbackDeps): void {
  registerLearnerRoutes(app, deps);
  registerStaffRoutes(app, deps);
  registerPublicRoutes(app, deps);
}

function registerLearnerRoutes(app: App, deps: FeedbackDeps): void {
  const path = '/api/v1/awards/:id/feedback';
  app.get(
    path,
    {
      schema: {
        ...{ tags, summary: 'What a holder is asked about what they earned, and said of it' },
        params: award,
        response: { 200: ownFeedbackSchema },
      },
    },
    (request) => getOwnFeedback(deps, request.actor, { award: request.params.id }),
  );
  app.get(
    '/api/v1/feedback/asked',
    {
      schema: {
        ...{ tags, summary: 'What the caller earned lately and has not spoken of' },
        response: { 200: askedSchema },
      },
    },
    (request) => listAsked(deps, request.actor),
  );
  app.put(
    `${path}/:moment`,
    {
      schema: {
        ...{ tags, summary: 'Say how it went, or change what was said' },
        ...{ params: atMoment, body: givingSchema, response: done },
      },
    },
    async (request, reply) => {
      const { id, moment } = request.params;
      await giveFeedback(deps, request.actor, { award: id, moment, ...request.body });
      return reply.code(204).send(null);
    },
  );
  app.delete(
    `${path}/:moment`,
    { schema: { tags, summary: 'Take back what was said', params: atMoment, response: done } },
    async (request, reply) => {
      const { id, moment } = request.params;
      await withdrawFeedback(deps, request.actor, { award: id, moment });
      return reply.code(204).send(null);
    },
  );
}

function registerStaffRoutes(app: App, deps: FeedbackDeps): void {
  const path = '/api/v1/designs/:id/feedback';
  app.get(
    path,
    {
      schema: {
        ...{ tags, summary: 'What was said of the version that is offered, in fives' },
        ...{ params: design, response: { 200: designFeedbackSchema } },
      },
    },
    (request) => getDesignFeedback(deps, request.actor, { design: request.params.id }),
  );
  app.put(
    `${path}/reading`,
    {
      schema: {
        ...{ tags, summary: 'Read a design in use, as a colleague', params: design },
        ...{ body: givingSchema, response: done },
      },
    },
    async (request, reply) => {
      await giveReading(deps, request.actor, { design: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${path}/replies`,
    {
      schema: {
        ...{ tags, summary: 'Say what was done with what was heard', params: design },
        ...{ body: replyInputSchema, response: made },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await replyToFeedback(deps, request.actor, { design: request.params.id, ...request.body })),
  );
  app.delete(
    `${path}/replies/:reply`,
    {
      schema: {
        ...{ tags, summary: 'Take a reply from the page' },
        ...{ params: design.extend({ reply: z.uuid() }), response: done },
      },
    },
    async (request, reply) => {
      const { id, reply: withdrawn } = request.params;
      await withdrawReply(deps, request.actor, { design: id, reply: withdrawn });
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${path}/complaints`,
    {
      schema: {
        ...{ tags, summary: 'Record a complaint about a design', params: design },
        ...{ body: complaintInputSchema, response: made },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await recordComplaint(deps, request.actor, { design: request.params.id, ...request.body })),
  );
}

function registerPublicRoutes(app: App, deps: FeedbackDeps): void {
  app.get(
    '/api/v1/feedback',
    {
      schema: {
        ...{ tags, summary: 'What was said of a published version, in fives, and what was done with it' },
        querystring: z.object({
          design: z.string().max(40),
          version: z.coerce.number().int().min(1).max(100_000).optional(),
        }),
        response: { 200: shownFeedbackSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'public, max-age=30');
      return await showFeedback(deps, request.query);
    },
  );
  app.post(
    '/api/v1/credentials/:id/feedback',
    {
      config: { rateLimit: { max: 6, timeWindow: '1 hour' } },
      schema: {
        ...{ tags, summary: 'Whether a credential says what its reader needed to know', params: design },
        ...{ body: remarkSchema, response: { 202: z.null() } },
      },
    },
    async (request, reply) => {
      const { website, ...remark } = request.body;
      if (website === '') await leaveRemark(deps, { credential: request.params.id, ...remark });
      return reply.code(202).send(null);
    },
  );
}
