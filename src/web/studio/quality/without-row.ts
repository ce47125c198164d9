import type { Dossier } from '../../../features/quality/dossier.schema.ts';

/** One row less. Rows of a table are known by their id, what it counts towards by its place. Pure. */
export function withoutRow(dossier: Dossier, list: string, row: string): Dossier {
  if (list === 'activities') {
    const activities = dossier.workload.activities.filter(({ id }) => id !== row);
    return { ...dossier, workload: { ...dossier.workload, activities } };
  }
  if (list === 'team') return { ...dossier, team: dossier.team.filter(({ id }) => id !== row) };
  if (list === 'stacksInto')
    return { ...dossier, stacksInto: dossier.stacksInto.filter((_, at) => String(at) !== row) };
  return dossier;
}
