import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import {
  accreditationDetailSchema,
  accreditationInputSchema,
  accreditationsSchema,
  shownAccreditationsSchema,
  withdrawalSchema,
} from './accreditations.schema.ts';
import { getAccreditation, getAccreditations, getShownAccreditations } from './get-accreditations.ts';
import type { CandidateDeps } from './list-candidates.ts';
import {
  type AccreditationDeps,
  changeAccreditation,
  recordAccreditation,
  withdrawAccreditation,
} from './record-accreditation.ts';

const tags = ['accreditations'];
const params = z.object({ id: z.uuid() });
const nothing = { 204: z.null() };
const path = '/api/v1/accreditations';

export function registerAccreditationRoutes(app: App, deps: AccreditationDeps & CandidateDeps): void {
  registerReading(app, deps);
  app.post(
    path,
    {
      schema: {
        ...{ tags, summary: 'Record a decision of an agency or an entry in a register' },
        body: accreditationInputSchema,
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await recordAccreditation(deps, request.actor, request.body)),
  );
  app.put(
    `${path}/:id`,
    {
      schema: {
        ...{ tags, summary: 'Change what is recorded; what was frozen before stays as it is' },
        ...{ params, body: accreditationInputSchema, response: nothing },
      },
    },
    async (request, reply) => {
      await changeAccreditation(deps, request.actor, { id: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${path}/:id/withdraw`,
    {
      schema: {
        ...{ tags, summary: 'The agency took the decision back' },
        ...{ params, body: withdrawalSchema, response: nothing },
      },
    },
    async (request, reply) => {
      await withdrawAccreditation(deps, request.actor, { id: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
}

function registerReading(app: App, deps: AccreditationDeps & CandidateDeps): void {
  app.get(
    path,
    {
      schema: {
        ...{ tags, summary: 'External quality assurance of your institution, and what registers know of it' },
        response: { 200: accreditationsSchema },
      },
    },
    (request) => getAccreditations(deps, request.actor),
  );
  app.get(
    `${path}/:id`,
    {
      schema: {
        ...{ tags, summary: 'One decision, with how it was recorded before', params },
        response: { 200: accreditationDetailSchema },
      },
    },
    (request) => getAccreditation(deps, request.actor, request.params.id),
  );
  app.get(
    `${path}/shown`,
    {
      schema: {
        ...{ tags, summary: 'External quality assurance of an institution, expired decisions too' },
        querystring: z.object({ institution: z.string().max(80) }),
        response: { 200: shownAccreditationsSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'public, max-age=30');
      return await getShownAccreditations(deps, request.query.institution);
    },
  );
}
