import type { z } from 'zod';
import { dayIn } from '../../platform/calendar.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { findInstitution, findInstitutionBySlug, requirePermission } from '../institutions/index.ts';
import type {
  accreditationDetailSchema,
  accreditationsSchema,
  shownAccreditationsSchema,
} from './accreditations.schema.ts';
import { listRevisions } from './accreditations.store.ts';
import { type CandidateDeps, listCandidates } from './list-candidates.ts';
import { presentAccreditations } from './present-accreditations.ts';
import type { AccreditationDeps } from './record-accreditation.ts';

/** What is recorded, and what the registers offer to be recorded. */
export async function getAccreditations(
  deps: AccreditationDeps & CandidateDeps,
  actor: Actor,
): Promise<z.output<typeof accreditationsSchema>> {
  const { institutionId } = requirePermission(actor, 'designs.read', 'anywhere');
  const { institution, accreditations } = await deps.database.asInstitution(institutionId, async (tx) => {
    const institution = await findInstitution(tx, institutionId);
    if (!institution) throw notFound();
    const today = dayIn(institution.timeZone, deps.clock.now());
    return { institution, accreditations: await presentAccreditations(tx, institutionId, today) };
  });
  return { accreditations, candidates: await listCandidates(deps, institution, accreditations) };
}

/** @throws Problem 404 for one of another institution */
export async function getAccreditation(
  deps: AccreditationDeps,
  actor: Actor,
  id: string,
): Promise<z.output<typeof accreditationDetailSchema>> {
  const { institutionId } = requirePermission(actor, 'designs.read', 'institution');
  return await deps.database.asInstitution(institutionId, async (tx) => {
    const institution = await findInstitution(tx, institutionId);
    const today = dayIn(institution?.timeZone ?? 'UTC', deps.clock.now());
    const found = (await presentAccreditations(tx, institutionId, today)).find((one) => one.id === id);
    if (!found) throw notFound();
    const history = (await listRevisions(tx, id)).map(({ revision, act, at, body }) => {
      const said = body as Said; // as keepRevision() writes it
      return {
        ...{ revision, act, at: at.toISOString(), validFrom: said.validFrom, validUntil: said.validUntil },
        ...{ agency: said.agency, register: said.register, number: said.number },
      };
    });
    return { ...found, history };
  });
}

type Said = {
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly agency: string;
  readonly register: string;
  readonly number: string | null;
};

/** What anyone may see of an institution. */
export async function getShownAccreditations(
  deps: AccreditationDeps,
  slug: string,
): Promise<z.output<typeof shownAccreditationsSchema>> {
  return await deps.database.asPublic(async (tx) => {
    const institution = await findInstitutionBySlug(tx, slug);
    if (!institution) throw notFound();
    const today = dayIn(institution.timeZone, deps.clock.now());
    const all = await presentAccreditations(tx, institution.id, today);
    return { today, accreditations: all.map(({ id: _id, renews: _renews, ...shown }) => shown) };
  });
}
