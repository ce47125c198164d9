/** What the audit room asks of the rooms after it. */
import { listMergedInto } from '../features/accounts/index.ts';
import type { TrailDeps } from '../features/audit/index.ts';
import { findRecipientsLike, listHeldAwards, nameAwards } from '../features/awards/index.ts';
import { describeDesigns } from '../features/designs/index.ts';
import {
  listMembers,
  nameApiClients,
  nameInstitutions,
  requirePermission,
} from '../features/institutions/index.ts';

export const trailPorts = {
  requireAuditReader: (actor) => requirePermission(actor, 'audit.read', 'institution'),
  nameActors: async (tx, institutionId) => ({
    people: new Map(
      (await listMembers(tx, institutionId)).flatMap(({ personId, name }) =>
        personId ? [[personId, name] as const] : [],
      ),
    ),
    programs: new Map((await nameApiClients(tx, institutionId)).map(({ id, name }) => [id, name] as const)),
  }),
  findConcerned: async (tx, text) =>
    (await findRecipientsLike(tx, text)).flatMap(({ awardId, personId }) =>
      personId ? [awardId, personId] : [awardId],
    ),
  nameAwards,
  nameDesigns: async (tx, ids) =>
    new Map(
      (await describeDesigns(tx, { ids })).map(
        ({ id, title }) => [id, title.en ?? Object.values(title)[0] ?? ''] as const,
      ),
    ),
  listThingsOf: async (tx, personId) => {
    const awards = await listHeldAwards(tx, personId);
    const merged = await listMergedInto(tx, personId);
    return [
      ...new Set([
        personId,
        ...merged,
        ...awards.flatMap(({ id, batchId }) => (batchId ? [id, batchId] : [id])),
      ]),
    ];
  },
  nameInstitutions,
} satisfies Omit<TrailDeps, 'database'>;
