import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import {
  archiveUnit,
  changeUnit,
  deleteUnit,
  moveUnit,
  restoreUnit,
  setUnitLogo,
  startIssuing,
} from './change-unit.ts';
import { createUnit } from './create-unit.ts';
import { findInstitution, listIssuers } from './institutions.store.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { mayAt, requirePermission } from './permissions.ts';
import { LARGEST_LOGO, readBytes } from './profile.routes.ts';
import { isTest } from './unit-tree.ts';
import { changeUnitSchema, newUnitSchema, unitsSchema } from './units.schema.ts';
import { listUnits } from './units.store.ts';

const tags = ['units'];
const params = z.object({ id: z.uuid() });
const done = { 204: z.null() };
const path = '/api/v1/units';

export function registerUnitRoutes(app: App, deps: OrganisationDeps): void {
  app.get(
    path,
    { schema: { tags, summary: 'The units of your institution', response: { 200: unitsSchema } } },
    (request) => presentUnits(deps, request.actor),
  );
  app.post(
    path,
    {
      schema: {
        tags,
        summary: 'Add a unit',
        body: newUnitSchema,
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) => {
      const staff = requirePermission(request.actor, 'units.manage', 'anywhere');
      const { parent, slug, onBehalfOf, ...unit } = request.body;
      const { unitId } = await createUnit(deps, request.actor, {
        ...unit,
        institutionId: staff.institutionId,
        parentId: parent,
        onBehalfOf: onBehalfOf && withoutAbsent(onBehalfOf),
        ...(slug ? { slug } : {}),
      });
      return reply.code(201).send({ id: unitId });
    },
  );
  app.put(
    `${path}/:id`,
    { schema: { tags, summary: 'Change a unit', params, body: changeUnitSchema, response: done } },
    async (request, reply) => {
      const { onBehalfOf, ...change } = request.body;
      await changeUnit(deps, request.actor, {
        unitId: request.params.id,
        change: { ...change, onBehalfOf: onBehalfOf && withoutAbsent(onBehalfOf) },
      });
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${path}/:id/move`,
    {
      schema: {
        tags,
        summary: 'Put a unit below another, or at the top',
        params,
        body: z.object({ parent: z.uuid().nullable() }),
        response: done,
      },
    },
    async (request, reply) => {
      await moveUnit(deps, request.actor, { unitId: request.params.id, parentId: request.body.parent });
      return reply.code(204).send(null);
    },
  );
  registerStates(app, deps);
  registerLogos(app, deps);
}

function registerStates(app: App, deps: OrganisationDeps): void {
  const states = {
    issue: { summary: 'Let a unit sign under a name and keys of its own', verb: startIssuing },
    archive: { summary: 'Archive a unit', verb: archiveUnit },
    restore: { summary: 'Restore an archived unit', verb: restoreUnit },
  };
  for (const [name, { summary, verb }] of Object.entries(states))
    app.post(
      `${path}/:id/${name}`,
      { schema: { tags, summary, params, response: done } },
      async (request, reply) => {
        await verb(deps, request.actor, { unitId: request.params.id });
        return reply.code(204).send(null);
      },
    );
  app.delete(
    `${path}/:id`,
    { schema: { tags, summary: 'Delete a unit on which nothing hangs', params, response: done } },
    async (request, reply) => {
      await deleteUnit(deps, request.actor, { unitId: request.params.id });
      return reply.code(204).send(null);
    },
  );
}

function registerLogos(app: App, deps: OrganisationDeps): void {
  const which = params.extend({ of: z.enum(['logo', 'on-behalf-of']) });
  const readOf = (of: 'logo' | 'on-behalf-of') => (of === 'logo' ? ('unit' as const) : of);
  app.put(
    `${path}/:id/images/:of`,
    {
      bodyLimit: LARGEST_LOGO,
      schema: { tags, summary: 'Use this logo (PNG or SVG)', params: which, response: done },
    },
    async (request, reply) => {
      requirePermission(request.actor, 'units.manage', 'anywhere');
      const { id, of } = request.params;
      await setUnitLogo(deps, request.actor, { unitId: id, of: readOf(of), bytes: readBytes(request.body) });
      return reply.code(204).send(null);
    },
  );
  app.delete(
    `${path}/:id/images/:of`,
    { schema: { tags, summary: 'Show no logo', params: which, response: done } },
    async (request, reply) => {
      const { id, of } = request.params;
      await setUnitLogo(deps, request.actor, { unitId: id, of: readOf(of), bytes: null });
      return reply.code(204).send(null);
    },
  );
  app.get(
    `${path}/:id/images/:of`,
    { schema: { tags, summary: 'A logo of a unit', params: which } },
    async (request, reply) => {
      const staff = requirePermission(request.actor, 'designs.read', 'anywhere');
      const { id, of } = request.params;
      const units = await deps.database.asInstitution(staff.institutionId, (tx) =>
        listUnits(tx, staff.institutionId),
      );
      const unit = units.find((one) => one.id === id);
      const key = of === 'logo' ? unit?.logo : unit?.onBehalfOf?.logo;
      const asset = key ? await deps.storage.get(key) : undefined;
      if (!asset) throw notFound();
      return reply.header('cache-control', 'private, max-age=60').type(asset.mediaType).send(asset.bytes);
    },
  );
}

async function presentUnits(deps: OrganisationDeps, actor: Actor): Promise<z.output<typeof unitsSchema>> {
  const staff = requirePermission(actor, 'designs.read', 'anywhere');
  return await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const institution = await findInstitution(tx, staff.institutionId);
    if (!institution) throw notFound();
    const units = await listUnits(tx, institution.id);
    const issuers = await listIssuers(tx, institution.id);
    const imageOf = (id: string, of: string, key: string | null | undefined) =>
      key ? `${path}/${id}/images/${of}?v=${key.slice(0, 8)}` : null;
    return {
      institution: { name: institution.name, kind: institution.kind },
      mayAddAtTop: mayAt(staff, 'units.manage', 'institution'),
      units: units.map((unit) => {
        const { id, slug, name, description, website, linkedinId, sort, visibility, onBehalfOf } = unit;
        const issuer = issuers.find(({ unitId }) => unitId === id);
        return {
          ...{ id, slug, name, description, website, linkedinId, sort, visibility },
          parent: unit.parentId,
          test: isTest(units, id),
          onBehalfOf: onBehalfOf && {
            name: onBehalfOf.name,
            url: onBehalfOf.url ?? null,
            logo: imageOf(id, 'on-behalf-of', onBehalfOf.logo),
          },
          logo: imageOf(id, 'logo', unit.logo),
          issuer: issuer ? { id: issuer.publicId, name: issuer.name, did: issuer.did } : null,
          archivedAt: unit.archivedAt?.toISOString() ?? null,
          mayManage: mayAt(staff, 'units.manage', { unitId: id }),
          mayPlace: mayAt(staff, 'units.manage', unit.parentId ? { unitId: unit.parentId } : 'institution'),
        };
      }),
    };
  });
}

function withoutAbsent({ name, url }: { name: Record<string, string>; url?: string | undefined }) {
  return { name, ...(url ? { url } : {}) };
}
