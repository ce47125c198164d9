/** Who teaches and examines, each with what shows that they may: picked from the records, or typed. Pure. */
import type { Day } from '../../../platform/calendar.ts';
import type { Dossier } from '../dossier.schema.ts';
import { lastDayOf, type Proof, type Qualification } from './qualification.ts';

export type Held = Pick<Proof, 'evidence' | 'reference' | 'validFrom' | 'validUntil'> & {
  readonly kind: string;
};

export type Teacher = Pick<Dossier['team'][number], 'id' | 'name' | 'role'> & {
  /** Picked from the institution's records. */
  readonly isRecorded: boolean;
  /** Undefined: nothing shows it, or it was withdrawn. */
  readonly held: Held | undefined;
};

export function resolveTeam(team: Dossier['team'], staff: readonly Qualification[]): Teacher[] {
  return team.map(({ id, name, role, record, qualification }) => {
    const isRecorded = record !== undefined;
    const held = isRecorded ? readRecord(staff.find((one) => one.id === record)) : readTyped(qualification);
    return { id, name, role, isRecorded, held };
  });
}

function readTyped(typed: Dossier['team'][number]['qualification']): Held | undefined {
  return typed && { ...typed, validUntil: typed.validUntil ?? null };
}

/** By its newest proof that counts, from the first day of any to the last. */
function readRecord(held: Qualification | undefined): Held | undefined {
  if (!held || held.withdrawnOn !== null) return undefined;
  const counting = held.proofs.filter(({ refusal }) => refusal === null);
  const [newest] = counting;
  const [first] = counting.map(({ validFrom }) => validFrom).toSorted();
  const until: Day | null | undefined = lastDayOf(held);
  if (!newest || first === undefined || until === undefined) return undefined;
  const { evidence, reference } = newest;
  return { kind: held.kindName ?? held.kind, evidence, reference, validFrom: first, validUntil: until };
}
