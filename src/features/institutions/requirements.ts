/** Whether an institution may do a kind of thing at all: asked by the rooms that design and award. Pure. */
import { basisFor, type Feature, type Institution, type Unit } from './institution.ts';
import { noLegalBasis, switchedOff, unitArchived } from './organisation.problems.ts';

export function requireFeature(institution: Pick<Institution, 'features'>, feature: Feature): void {
  if (!institution.features.includes(feature)) throw switchedOff(feature);
}

/** @throws Problem 409 where the institution has no ground for that kind, or may not make microcredentials */
export function requireKind(
  institution: Pick<Institution, 'features' | 'formalBasis' | 'informalBasis'>,
  kind: string,
): void {
  if (basisFor(institution, kind) === null) throw noLegalBasis(kind);
  if (kind === 'microcredential') requireFeature(institution, 'microcredentials');
}

/** A unit that is archived takes no new designs and grants nothing. */
export function requireStanding(units: readonly Unit[], unitId: string | null): void {
  if (units.some(({ id, archivedAt }) => id === unitId && archivedAt !== null)) throw unitArchived();
}
