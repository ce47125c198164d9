import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { allowFactorReset } from './allow-factor-reset.ts';
import { answerInvitation } from './answer-invitation.ts';
import { resendInvitation, withdrawInvitation } from './change-invitation.ts';
import { changeMember, removeMember } from './change-member.ts';
import { getInvitation } from './get-invitation.ts';
import { type InviteDeps, inviteMembers } from './invite-members.ts';
import { listInvitationsFor, listMembersFor, listRolesFor } from './list-staff.ts';
import { changeRole, createRole, removeRole } from './save-role.ts';
import {
  answerSchema,
  changeMemberSchema,
  invitationsSchema,
  invitedSchema,
  inviteSchema,
  membersSchema,
  removeMemberSchema,
  rolesSchema,
  saveRoleSchema,
  shownInvitationSchema,
} from './staff.schema.ts';

const tags = ['staff'];
const idParams = z.object({ id: z.uuid() });
const tokenParams = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
const slugParams = z.object({ slug: z.string().min(1).max(60) });
const nothing = z.null();

export function registerStaffRoutes(app: App, deps: InviteDeps): void {
  registerMemberRoutes(app, deps);
  registerFactorRoute(app, deps);
  registerInvitationRoutes(app, deps);
  registerRoleRoutes(app, deps);
}

function registerMemberRoutes(app: App, deps: InviteDeps): void {
  app.get(
    '/api/v1/members',
    { schema: { tags, summary: 'Who works here, in which role', response: { 200: membersSchema } } },
    async (request) => ({ members: await listMembersFor(deps, request.actor) }),
  );

  app.patch(
    '/api/v1/members/:id',
    {
      schema: {
        tags,
        summary: 'Until when a role lasts',
        params: idParams,
        body: changeMemberSchema,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await changeMember(deps, request.actor, { id: request.params.id, until: request.body.until });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/members/:id/remove',
    {
      schema: {
        tags,
        summary: 'End a role, or leave',
        params: idParams,
        body: removeMemberSchema,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await removeMember(deps, request.actor, { id: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
}

function registerFactorRoute(app: App, deps: InviteDeps): void {
  app.post(
    '/api/v1/members/:id/factor-reset',
    {
      schema: {
        tags,
        summary: 'Let a member who lost their passkey make another',
        params: idParams,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await allowFactorReset(deps, request.actor, request.params);
      return reply.code(204).send(null);
    },
  );
}

function registerInvitationRoutes(app: App, deps: InviteDeps): void {
  app.get(
    '/api/v1/invitations',
    {
      schema: { tags, summary: 'Whom you invited, and their answers', response: { 200: invitationsSchema } },
    },
    async (request) => ({ invitations: await listInvitationsFor(deps, request.actor) }),
  );

  app.post(
    '/api/v1/invitations',
    {
      schema: {
        tags,
        summary: 'Invite one or many people to a role',
        body: inviteSchema,
        response: { 200: invitedSchema },
      },
    },
    async (request) => ({ rows: await inviteMembers(deps, request.actor, request.body) }),
  );

  app.post(
    '/api/v1/invitations/:id/resend',
    { schema: { tags, summary: 'Send the letter again', params: idParams, response: { 204: nothing } } },
    async (request, reply) => {
      await resendInvitation(deps, request.actor, request.params);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/invitations/:id/withdraw',
    { schema: { tags, summary: 'Withdraw an invitation', params: idParams, response: { 204: nothing } } },
    async (request, reply) => {
      await withdrawInvitation(deps, request.actor, request.params);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/invitation/:token',
    {
      schema: {
        tags,
        summary: 'What a letter asks you for, before signing in',
        params: tokenParams,
        response: { 200: shownInvitationSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store').header('referrer-policy', 'no-referrer');
      return await getInvitation(deps, request.actor, request.params.token);
    },
  );

  app.post(
    '/api/v1/invitation/:token/answer',
    {
      schema: {
        tags,
        summary: 'Accept or refuse an invitation',
        params: tokenParams,
        body: answerSchema,
        response: { 200: z.object({ institution: z.string() }) },
      },
    },
    (request) =>
      answerInvitation(deps, request.actor, { token: request.params.token, answer: request.body.answer }),
  );
}

function registerRoleRoutes(app: App, deps: InviteDeps): void {
  app.get(
    '/api/v1/roles',
    { schema: { tags, summary: 'The roles that people can have here', response: { 200: rolesSchema } } },
    (request) => listRolesFor(deps, request.actor),
  );

  app.post(
    '/api/v1/roles',
    {
      schema: {
        tags,
        summary: 'Make a role of your own',
        body: saveRoleSchema,
        response: { 201: z.object({ slug: z.string() }) },
      },
    },
    async (request, reply) => reply.code(201).send(await createRole(deps, request.actor, request.body)),
  );

  app.put(
    '/api/v1/roles/:slug',
    {
      schema: {
        tags,
        summary: 'Change a role of your own',
        params: slugParams,
        body: saveRoleSchema,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await changeRole(deps, request.actor, { slug: request.params.slug, ...request.body });
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/api/v1/roles/:slug',
    {
      schema: { tags, summary: 'Remove a role of your own', params: slugParams, response: { 204: nothing } },
    },
    async (request, reply) => {
      await removeRole(deps, request.actor, request.params);
      return reply.code(204).send(null);
    },
  );
}
