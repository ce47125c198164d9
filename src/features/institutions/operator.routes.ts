import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { notFound } from '../../platform/problem.ts';
import { allowFirstFactorReset } from './allow-factor-reset.ts';
import { approveRequest, declineRequest, listInstitutionRequests } from './answer-request.ts';
import { changeTenant } from './change-tenant.ts';
import { listFirstAdministrators, resendFirstInvitation } from './first-administrators.ts';
import { SCHEME_NAMES, valuesOf } from './identifiers.ts';
import { inviteFirstAdministrator } from './invite-first-administrator.ts';
import type { InviteDeps } from './invite-members.ts';
import { listTenants, type Tenant } from './list-tenants.ts';
import { archiveInstitution, openInstitution } from './open-institution.ts';
import {
  approveSchema,
  changeTenantSchema,
  declineSchema,
  inviteFirstSchema,
  newRequestSchema,
  openedSchema,
  openInstitutionSchema,
  requestsSchema,
  type TenantView,
  tenantDetailSchema,
  tenantsSchema,
} from './operator.schema.ts';
import { asOperator, findTenant } from './operator.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { requestInstitution } from './request-institution.ts';

export type OperatorRouteDeps = OrganisationDeps & InviteDeps;

const tags = ['operator'];
const done = { 204: z.null() };
const params = z.object({ slug: z.string().max(60) });
const byId = z.object({ id: z.uuid() });
const path = '/api/v1/operator/institutions';

export function registerOperatorRoutes(app: App, deps: OperatorRouteDeps): void {
  app.get(
    path,
    {
      schema: { tags, summary: 'All institutions, in numbers', response: { 200: tenantsSchema } },
    },
    async (request) => {
      const tenants = await listTenants(deps, request.actor);
      const requests = await listInstitutionRequests(deps, request.actor);
      return {
        institutions: tenants.map(presentTenant),
        requests: requests.filter(({ state }) => state === 'waiting').length,
      };
    },
  );
  app.post(
    path,
    {
      schema: {
        tags,
        summary: 'Make an institution and invite its first administrator',
        body: openInstitutionSchema,
        response: { 201: openedSchema },
      },
    },
    async (request, reply) => {
      await openInstitution(deps, request.actor, request.body);
      return reply.code(201).send({ slug: request.body.slug });
    },
  );
  app.get(
    `${path}/:slug`,
    { schema: { tags, summary: 'One institution', params, response: { 200: tenantDetailSchema } } },
    async (request) => {
      const tenants = await listTenants(deps, request.actor);
      const tenant = tenants.find(({ institution }) => institution.slug === request.params.slug);
      if (!tenant) throw notFound();
      const { institution } = tenant;
      const administrators = await listFirstAdministrators(deps, request.actor, {
        institutionId: institution.id,
      });
      return {
        ...presentTenant(tenant),
        defaultLanguage: institution.defaultLanguage,
        features: [...institution.features],
        identifiers: Object.fromEntries(
          SCHEME_NAMES.map((name) => [name, valuesOf(institution.identifiers, name)]),
        ),
        administrators: administrators.map(({ id, address, state, expiresAt }) => ({
          ...{ id, address, expiresAt: expiresAt.toISOString() },
          state: state === 'pending' && expiresAt <= deps.clock.now() ? 'expired' : state,
        })),
      };
    },
  );
  app.put(
    `${path}/:slug`,
    {
      schema: {
        tags,
        summary: 'Change switches and identifiers of an institution',
        params,
        body: changeTenantSchema,
        response: done,
      },
    },
    async (request, reply) => {
      await asOperator(deps, request.actor);
      const { id } = await findTenant(deps, request.params.slug);
      await changeTenant(deps, request.actor, { institutionId: id, ...request.body });
      return reply.code(204).send(null);
    },
  );
  registerTenantStates(app, deps);
  registerRequestRoutes(app, deps);
}

function registerTenantStates(app: App, deps: OperatorRouteDeps): void {
  for (const archived of [true, false])
    app.post(
      `${path}/:slug/${archived ? 'archive' : 'restore'}`,
      {
        schema: {
          tags,
          summary: archived ? 'Archive an institution' : 'Restore an institution',
          params,
          response: done,
        },
      },
      async (request, reply) => {
        await asOperator(deps, request.actor);
        const { id } = await findTenant(deps, request.params.slug);
        await archiveInstitution(deps, request.actor, { institutionId: id, archived });
        return reply.code(204).send(null);
      },
    );
  app.post(
    `${path}/:slug/administrators`,
    {
      schema: {
        tags,
        summary: 'Invite a first administrator',
        params,
        body: inviteFirstSchema,
        response: done,
      },
    },
    async (request, reply) => {
      await asOperator(deps, request.actor);
      const { id } = await findTenant(deps, request.params.slug);
      await inviteFirstAdministrator(deps, request.actor, { institutionId: id, ...request.body });
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${path}/:slug/administrators/:id/resend`,
    {
      schema: {
        tags,
        summary: 'Send the invitation again',
        params: params.extend(byId.shape),
        response: done,
      },
    },
    async (request, reply) => {
      await asOperator(deps, request.actor);
      const { id } = await findTenant(deps, request.params.slug);
      await resendFirstInvitation(deps, request.actor, {
        institutionId: id,
        invitationId: request.params.id,
      });
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${path}/:slug/administrators/:id/factor-reset`,
    {
      schema: {
        tags,
        summary: 'Let an administrator who lost their passkey make another',
        params: params.extend(byId.shape),
        response: done,
      },
    },
    async (request, reply) => {
      await asOperator(deps, request.actor);
      const { id } = await findTenant(deps, request.params.slug);
      await allowFirstFactorReset(deps, request.actor, {
        institutionId: id,
        invitationId: request.params.id,
      });
      return reply.code(204).send(null);
    },
  );
}

function registerRequestRoutes(app: App, deps: OperatorRouteDeps): void {
  const requests = '/api/v1/operator/requests';
  app.get(
    requests,
    { schema: { tags, summary: 'Requests to join', response: { 200: requestsSchema } } },
    async (request) => {
      const found = await listInstitutionRequests(deps, request.actor);
      return {
        requests: found.map(({ id, name, kind, country, homeOrganisation, language, ...more }) => ({
          ...{ id, name, kind, country, homeOrganisation, language },
          contactName: more.contactName,
          contactAddress: more.contactAddress,
          state: more.state,
          reason: more.reason,
          createdAt: more.createdAt.toISOString(),
          decidedAt: more.decidedAt?.toISOString() ?? null,
        })),
      };
    },
  );
  app.post(
    `${requests}/:id/approve`,
    {
      schema: {
        tags,
        summary: 'Approve a request: the institution is made, its first administrator invited',
        params: byId,
        body: approveSchema,
        response: { 201: openedSchema },
      },
    },
    async (request, reply) => {
      await approveRequest(deps, request.actor, { requestId: request.params.id, firstDay: request.body });
      return reply.code(201).send({ slug: request.body.slug });
    },
  );
  app.post(
    `${requests}/:id/decline`,
    {
      schema: {
        tags,
        summary: 'Decline a request; the reason is mailed',
        params: byId,
        body: declineSchema,
        response: done,
      },
    },
    async (request, reply) => {
      await declineRequest(deps, request.actor, { requestId: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/institution-requests',
    {
      config: { rateLimit: { max: 20, timeWindow: '1 hour' } },
      schema: {
        tags: ['institution'],
        summary: 'Ask that an institution joins',
        body: newRequestSchema,
        response: { 202: z.null() },
      },
    },
    async (request, reply) => {
      await requestInstitution(deps, request.body);
      return reply.code(202).send(null);
    },
  );
}

function presentTenant({ institution, ...figures }: Tenant): TenantView {
  return {
    slug: institution.slug,
    kind: institution.kind,
    name: institution.name,
    country: institution.address.country,
    homes: [...figures.homes],
    designs: figures.designs,
    awards: figures.awards,
    members: figures.members,
    createdAt: institution.createdAt.toISOString(),
    lastActiveAt: figures.lastActiveAt?.toISOString() ?? null,
    archivedAt: institution.archivedAt?.toISOString() ?? null,
  };
}
