/** Whoever is picked from the records needs no name typed. Pure. */
import type { Dossier } from '../../../features/quality/dossier.schema.ts';
import type { QualificationView } from '../../../features/quality/staff.schema.ts';

export function nameRecorded(
  dossier: Dossier,
  staff: readonly Pick<QualificationView, 'id' | 'name' | 'person'>[],
): Dossier {
  return {
    ...dossier,
    team: dossier.team.map((teacher) => {
      const held = staff.find(({ id }) => id === teacher.record);
      if (!held) return teacher;
      const { personId: _, ...rest } = teacher;
      return { ...rest, name: held.name, ...(held.person === null ? {} : { personId: held.person }) };
    }),
  };
}
