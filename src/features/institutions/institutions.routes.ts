import type { Database } from '../../database/index.ts';
import type { App } from '../../platform/http/index.ts';
import { notFound } from '../../platform/problem.ts';
import { ownInstitutionSchema } from './institutions.schema.ts';
import { findInstitution, listIssuers } from './institutions.store.ts';
import { requirePermission } from './permissions.ts';
import { listUnits } from './units.store.ts';

/** What staff need of their own institution while they work. */
export function registerInstitutionRoutes(app: App, deps: { readonly database: Database }): void {
  const tags = ['institution'];
  app.get(
    '/api/v1/institution',
    { schema: { tags, summary: 'Your institution and its units', response: { 200: ownInstitutionSchema } } },
    async (request) => {
      const staff = requirePermission(request.actor, 'designs.read', 'anywhere');
      return await deps.database.asInstitution(staff.institutionId, async (tx) => {
        const institution = await findInstitution(tx, staff.institutionId);
        if (!institution) throw notFound();
        const units = await listUnits(tx, staff.institutionId);
        const issuers = await listIssuers(tx, staff.institutionId);
        const { slug, kind, name, defaultLanguage, timeZone, inks } = institution;
        return {
          slug,
          kind,
          name,
          defaultLanguage,
          timeZone,
          inks: [...inks],
          units: units
            .filter(({ archivedAt }) => archivedAt === null)
            .map(({ id, slug, name }) => ({
              slug,
              name,
              issuing: issuers.some(({ unitId }) => unitId === id),
            })),
        };
      });
    },
  );
}
