/** Whoever teaches or examines is qualified from the first day of the delivery to the last. */
import type { Dossier } from '../dossier.schema.ts';
import type { Check, Fault, Judged } from '../finding.ts';
import type { Reason } from '../reasons.ts';
import { type Holding, isEquivalence, judgeHolding } from '../staff/qualification.ts';

type Teacher = Dossier['team'][number];
type Delivery = NonNullable<Dossier['delivery']>;

type Asked = {
  readonly delivery: Delivery | undefined;
  readonly counting: ReadonlySet<string>;
  readonly isRecordNeeded: boolean;
  readonly staff: Judged['staff'];
  readonly on: string;
};

export const checkStaffQualified: Check = ({ dossier, staff, on }, { check }) => {
  const { team, delivery } = dossier;
  if (team.length === 0) return [{ pointer: '/dossier/team', reason: 'team-missing' }];
  const asked: Asked = {
    ...{ delivery, staff, on },
    counting: new Set(check?.qualifications ?? []),
    isRecordNeeded: check?.recordedOnly === true,
  };
  const faults = team.flatMap((teacher, at): Fault[] => {
    const reason = judgeTeacher(teacher, asked);
    return reason ? [{ pointer: `/dossier/team/${at}`, reason, values: { name: teacher.name } }] : [];
  });
  return delivery ? faults : [{ pointer: '/dossier/delivery', reason: 'delivery-missing' }, ...faults];
};

function judgeTeacher(teacher: Teacher, asked: Asked): Reason | undefined {
  if (teacher.record !== undefined) return judgeRecorded(teacher.record, asked);
  return asked.isRecordNeeded ? 'teacher-not-recorded' : judgeTyped(teacher, asked);
}

const REASON_OF: Readonly<Record<Exclude<Holding, 'holds'>, Reason>> = {
  withdrawn: 'teacher-record-withdrawn',
  unproven: 'teacher-record-unproven',
  'not-yet-valid': 'teacher-record-not-yet-valid',
  expires: 'teacher-record-expires',
};

/** By the institution's own records, as they are today. One of another institution is no record here. */
function judgeRecorded(record: string, { delivery, counting, staff, on }: Asked): Reason | undefined {
  const held = staff.find(({ id }) => id === record);
  if (!held) return 'teacher-record-unknown';
  if (!counting.has(held.kind) && !isEquivalence(held)) return 'teacher-qualification-does-not-count';
  const holding = judgeHolding(held, delivery ? [delivery.from, delivery.until] : [on]);
  return holding === 'holds' ? undefined : REASON_OF[holding];
}

function judgeTyped({ qualification }: Teacher, { delivery, counting }: Asked): Reason | undefined {
  if (!qualification) return 'teacher-unqualified';
  const { kind, evidence, reference, validFrom, validUntil } = qualification;
  const isEquivalent = evidence === 'equivalence';
  if (!isEquivalent && !counting.has(kind)) return 'teacher-qualification-does-not-count';
  if (isEquivalent && !validUntil) return 'teacher-equivalence-without-end';
  if (reference === '') return 'teacher-qualification-without-reference';
  if (delivery && validFrom > delivery.from) return 'teacher-qualification-not-yet-valid';
  if (delivery && validUntil && validUntil < delivery.until) return 'teacher-qualification-expires';
  return undefined;
}
