import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { callMeeting, closeMeeting, openMeeting, putOnAgenda, takeOffAgenda } from './hold-meeting.ts';
import type { QualityDeps } from './open-way.ts';
import { getMeeting, getMeetings } from './present-meeting.ts';
import {
  agendaInputSchema,
  closingSchema,
  meetingInputSchema,
  meetingSchema,
  meetingsSchema,
  openingSchema,
} from './quality.schema.ts';

const tags = ['quality'];
const uuid = z.object({ id: z.uuid() });
const done = { 204: z.null() };

/** The committee's meetings: from the calling to the minutes. */
export function registerMeetingRoutes(app: App, deps: QualityDeps): void {
  const path = '/api/v1/quality/meetings';
  app.get(
    path,
    {
      schema: {
        tags,
        summary: "The committee's meetings, and what waits",
        response: { 200: meetingsSchema },
      },
    },
    (request) => getMeetings(deps, request.actor),
  );
  app.post(
    path,
    {
      schema: {
        ...{ tags, summary: 'Call a meeting', body: meetingInputSchema },
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) => reply.code(201).send(await callMeeting(deps, request.actor, request.body)),
  );
  app.get(
    `${path}/:id`,
    { schema: { tags, summary: 'One meeting', params: uuid, response: { 200: meetingSchema } } },
    (request) => getMeeting(deps, request.actor, request.params.id),
  );
  app.post(
    `${path}/:id/agenda`,
    {
      schema: {
        tags,
        summary: 'Put a design before the committee',
        params: uuid,
        body: agendaInputSchema,
        response: done,
      },
    },
    async (request, reply) => {
      await putOnAgenda(deps, request.actor, { meeting: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
  app.delete(
    `${path}/:id/agenda/:design`,
    {
      schema: {
        ...{ tags, summary: 'Take a design off the agenda' },
        params: uuid.extend({ design: z.string().max(40) }),
        response: done,
      },
    },
    async (request, reply) => {
      const { id, design } = request.params;
      await takeOffAgenda(deps, request.actor, { meeting: id, design });
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${path}/:id/open`,
    { schema: { tags, summary: 'Open a meeting', params: uuid, body: openingSchema, response: done } },
    async (request, reply) => {
      await openMeeting(deps, request.actor, { meeting: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${path}/:id/close`,
    { schema: { tags, summary: 'Close a meeting', params: uuid, body: closingSchema, response: done } },
    async (request, reply) => {
      await closeMeeting(deps, request.actor, { meeting: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
}
