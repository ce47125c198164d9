/** Whoever teaches or examines is qualified from the first day of the delivery to the last. */
import type { Dossier } from '../dossier.schema.ts';
import type { Check, Fault } from '../finding.ts';
import type { Reason } from '../reasons.ts';

type Teacher = Dossier['team'][number];
type Delivery = NonNullable<Dossier['delivery']>;

export const checkStaffQualified: Check = ({ dossier }, { check }) => {
  const { team, delivery } = dossier;
  if (team.length === 0) return [{ pointer: '/dossier/team', reason: 'team-missing' }];
  const counting = new Set(check?.qualifications ?? []);
  const faults = team.flatMap((teacher, at): Fault[] => {
    const reason = judgeTeacher(teacher, delivery, counting);
    return reason ? [{ pointer: `/dossier/team/${at}`, reason, values: { name: teacher.name } }] : [];
  });
  return delivery ? faults : [{ pointer: '/dossier/delivery', reason: 'delivery-missing' }, ...faults];
};

function judgeTeacher(
  { qualification }: Teacher,
  delivery: Delivery | undefined,
  counting: ReadonlySet<string>,
): Reason | undefined {
  if (!qualification) return 'teacher-unqualified';
  const { kind, evidence, reference, validFrom, validUntil } = qualification;
  const isEquivalence = evidence === 'equivalence';
  if (!isEquivalence && !counting.has(kind)) return 'teacher-qualification-does-not-count';
  if (isEquivalence && !validUntil) return 'teacher-equivalence-without-end';
  if (reference === '') return 'teacher-qualification-without-reference';
  if (delivery && validFrom > delivery.from) return 'teacher-qualification-not-yet-valid';
  if (delivery && validUntil && validUntil < delivery.until) return 'teacher-qualification-expires';
  return undefined;
}
