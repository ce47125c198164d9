import { z } from 'zod';
import type { App } from '../../../platform/http/index.ts';
import type { QualityDeps } from '../open-way.ts';
import {
  handedInSchema,
  proofInputSchema,
  qualificationInputSchema,
  staffSchema,
  withdrawalInputSchema,
} from '../staff.schema.ts';
import { getStaff } from './get-staff.ts';
import { type HandInDeps, handInCredential } from './hand-in-credential.ts';
import { proveQualification, recordQualification, withdrawQualification } from './keep-qualification.ts';

const tags = ['quality'];
const params = z.object({ id: z.uuid() });
const nothing = { 204: z.null() };
const path = '/api/v1/quality/staff';
/** A picture with a credential inside is far smaller. */
const LARGEST = 5 * 1024 * 1024;

export function registerStaffQualificationRoutes(app: App, deps: QualityDeps & HandInDeps): void {
  app.get(
    path,
    {
      schema: {
        ...{ tags, summary: 'Who is qualified to teach and examine, and what shows it' },
        response: { 200: staffSchema },
      },
    },
    (request) => getStaff(deps, request.actor),
  );
  app.post(
    path,
    {
      schema: {
        ...{ tags, summary: 'Record a qualification', body: qualificationInputSchema },
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await recordQualification(deps, request.actor, request.body)),
  );
  app.post(
    `${path}/:id/proofs`,
    {
      schema: {
        ...{ tags, summary: 'What shows it: an entry in a register, or a decision of equivalence' },
        ...{ params, body: proofInputSchema, response: nothing },
      },
    },
    async (request, reply) => {
      await proveQualification(deps, request.actor, { id: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${path}/:id/credential`,
    {
      bodyLimit: LARGEST,
      schema: {
        ...{ tags, summary: 'Hand in a credential that shows it; it is verified and not kept' },
        ...{ params, response: { 200: handedInSchema } },
      },
    },
    ({ actor, params: { id }, body }) =>
      handInCredential(deps, actor, { id, bytes: Buffer.isBuffer(body) ? body : undefined }),
  );
  app.post(
    `${path}/:id/withdraw`,
    {
      schema: {
        ...{ tags, summary: 'It counts no longer' },
        ...{ params, body: withdrawalInputSchema, response: nothing },
      },
    },
    async (request, reply) => {
      await withdrawQualification(deps, request.actor, { id: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
}
