import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { notFound } from '../../platform/problem.ts';
import { changeHouseStyle } from './change-house-style.ts';
import { changeProfile } from './change-profile.ts';
import { changeRules } from './change-rules.ts';
import { getProfile } from './get-profile.ts';
import { findInstitution, findIssuer } from './institutions.store.ts';
import { logoRefused } from './organisation.problems.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { requirePermission } from './permissions.ts';
import {
  changeHouseStyleSchema,
  changeProfileSchema,
  changeRulesSchema,
  profileSchema,
} from './profile.schema.ts';
import { setInstitutionLogo } from './set-logo.ts';
import { logoOf } from './unit-tree.ts';
import { listUnits } from './units.store.ts';

export const LARGEST_LOGO = 2 * 1024 * 1024;
const tags = ['institution'];
const done = { 204: z.null() };

export function registerProfileRoutes(app: App, deps: OrganisationDeps): void {
  const path = '/api/v1/institution';
  app.get(
    `${path}/profile`,
    { schema: { tags, summary: 'What your institution says of itself', response: { 200: profileSchema } } },
    (request) => getProfile(deps, request.actor),
  );
  app.put(
    `${path}/profile`,
    { schema: { tags, summary: 'Change the profile', body: changeProfileSchema, response: done } },
    async (request, reply) => {
      await changeProfile(deps, request.actor, request.body);
      return reply.code(204).send(null);
    },
  );
  app.put(
    `${path}/house-style`,
    { schema: { tags, summary: 'Change the house style', body: changeHouseStyleSchema, response: done } },
    async (request, reply) => {
      await changeHouseStyle(deps, request.actor, request.body);
      return reply.code(204).send(null);
    },
  );
  app.put(
    `${path}/rules`,
    {
      schema: {
        tags,
        summary: 'Change the legal basis, whose learners may take part, and the second factor of staff',
        body: changeRulesSchema,
        response: done,
      },
    },
    async (request, reply) => {
      await changeRules(deps, request.actor, request.body);
      return reply.code(204).send(null);
    },
  );
  app.put(
    `${path}/logo`,
    { bodyLimit: LARGEST_LOGO, schema: { tags, summary: 'Use this logo (PNG or SVG)', response: done } },
    async (request, reply) => {
      requirePermission(request.actor, 'institution.manage', 'institution');
      await setInstitutionLogo(deps, request.actor, { bytes: readBytes(request.body) });
      return reply.code(204).send(null);
    },
  );
  app.delete(
    `${path}/logo`,
    { schema: { tags, summary: 'Show no logo', response: done } },
    async (request, reply) => {
      await setInstitutionLogo(deps, request.actor, { bytes: null });
      return reply.code(204).send(null);
    },
  );
  registerPublicLogos(app, deps);
}

export function readBytes(body: unknown): Uint8Array {
  if (!Buffer.isBuffer(body)) throw logoRefused('Send the bytes of a PNG or SVG file.');
  return body;
}

/** For pages and letters, the same for everybody. */
function registerPublicLogos(app: App, deps: OrganisationDeps): void {
  const params = z.object({ id: z.string().max(40) });
  const find = async (id: string, of: 'logo' | 'on-behalf-of') => {
    const key = await deps.database.asPublic(async (tx) => {
      const issuer = await findIssuer(tx, { publicId: id });
      const institution = issuer && (await findInstitution(tx, issuer.institutionId));
      if (!issuer || !institution) return undefined;
      const units = await listUnits(tx, issuer.institutionId);
      return of === 'logo'
        ? logoOf(institution, units, issuer.unitId)
        : units.find((unit) => unit.id === issuer.unitId)?.onBehalfOf?.logo;
    });
    const asset = key ? await deps.storage.get(key) : undefined;
    if (!asset) throw notFound();
    return asset;
  };
  for (const which of ['logo', 'on-behalf-of'] as const)
    app.get(`/issuers/:id/${which}.png`, { schema: { hide: true, params } }, async (request, reply) => {
      const asset = await find(request.params.id, which);
      return reply.header('cache-control', 'public, max-age=60').type(asset.mediaType).send(asset.bytes);
    });
}
