import { z } from 'zod';
import type { Database } from '../../database/index.ts';
import type { App } from '../../platform/http/index.ts';
import { notFound } from '../../platform/problem.ts';
import { findInstitution, listUnits } from './institutions.store.ts';
import { listMembers } from './members.store.ts';
import { requirePermission } from './permissions.ts';

const text = z.record(z.string(), z.string());

export const ownInstitutionSchema = z.object({
  slug: z.string(),
  kind: z.string(),
  name: text,
  defaultLanguage: z.string(),
  timeZone: z.string(),
  inks: z.array(z.string()),
  units: z.array(z.object({ slug: z.string(), name: text })),
});

export const memberSchema = z.object({ name: z.string(), identifier: z.string(), role: z.string(), validUntil: z.string().nullable(), signedIn: z.boolean() });

/** What staff need of their own institution while they work. */
export function registerInstitutionRoutes(app: App, deps: { readonly database: Database }): void {
  const tags = ['institution'];
  app.get('/api/v1/institution', { schema: { tags, summary: 'Your institution and its units', response: { 200: ownInstitutionSchema } } }, async (request) => {
    const staff = requirePermission(request.actor, 'designs.read');
    return await deps.database.asInstitution(staff.institutionId, async (tx) => {
      const institution = await findInstitution(tx, staff.institutionId);
      if (!institution) throw notFound();
      const units = await listUnits(tx, staff.institutionId);
      const { slug, kind, name, defaultLanguage, timeZone, inks } = institution;
      return { slug, kind, name, defaultLanguage, timeZone, inks: [...inks], units: units.map((unit) => ({ slug: unit.slug, name: unit.name })) };
    });
  });

  app.get('/api/v1/members', { schema: { tags, summary: 'Who works here, in which role', response: { 200: z.object({ members: z.array(memberSchema) }) } } }, async (request) => {
    const staff = requirePermission(request.actor, 'members.read');
    const members = await deps.database.asInstitution(staff.institutionId, (tx) => listMembers(tx, staff.institutionId));
    return { members: members.map(({ name, identifier, role, validUntil, signedIn }) => ({ name, identifier, role, validUntil: validUntil?.toISOString() ?? null, signedIn })) };
  });
}
