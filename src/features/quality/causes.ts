/** Why a review is called: its day, or what happened before it (`review.triggers` of the pack). Pure. */
import { addDays, addMonths, type Day } from '../../platform/calendar.ts';
import type { Dossier } from './dossier.schema.ts';
import type { Heard } from './heard.ts';
import type { PolicyPack } from './pack.schema.ts';
import type { Teacher } from './staff/resolve-team.ts';

export const CAUSES = ['day', 'complaints', 'feedback', 'staff', 'rules'] as const;

export type Cause = {
  readonly kind: (typeof CAUSES)[number];
  /** What exactly: the day, how many, which rules. A review that weighed it is not called by it again. */
  readonly ref: string;
};

export type Circumstances = {
  readonly today: Day;
  readonly reviewDue: Day;
  readonly review: PolicyPack['review'];
  /** When it was approved or last reviewed. */
  readonly since: Day;
  readonly heard: Pick<Heard, 'groups' | 'complaints'>;
  readonly team: readonly Teacher[];
  readonly delivery: Dossier['delivery'];
  /** Rules that hold now and did not when it was approved. */
  readonly newRules: readonly string[];
};

/** @param weighed causes of earlier calls for the same version */
export function listCauses(now: Circumstances, weighed: readonly Cause[]): Cause[] {
  return [
    ...findDay(now),
    ...findComplaints(now),
    ...findLow(now),
    ...findStaff(now),
    ...findRules(now),
  ].filter(({ kind, ref }) => !weighed.some((one) => one.kind === kind && one.ref === ref));
}

function findDay({ today, reviewDue, review }: Circumstances): Cause[] {
  return addDays(reviewDue, -review.warnDays) <= today ? [{ kind: 'day', ref: reviewDue }] : [];
}

function findComplaints({ today, since, review: { triggers }, heard }: Circumstances): Cause[] {
  const limit = triggers?.complaints;
  if (!limit) return [];
  const from = addMonths(today, -limit.months);
  const count = heard.complaints.filter(({ receivedOn }) => receivedOn >= from && receivedOn > since).length;
  return count >= limit.count ? [{ kind: 'complaints', ref: String(count) }] : [];
}

function findLow({ review: { triggers }, heard }: Circumstances): Cause[] {
  const limit = triggers?.feedback?.lowShare;
  if (limit === undefined) return [];
  return heard.groups
    .filter(({ lowShare }) => lowShare >= limit)
    .map(({ kind, n }) => ({ kind: 'feedback', ref: `${kind}:${n}` }));
}

/** Who was qualified and will be no longer on the last day of the delivery, or today when none is planned. */
function findStaff({ today, review: { triggers }, team, delivery }: Circumstances): Cause[] {
  if (!triggers?.staff) return [];
  const until = delivery && delivery.until > today ? delivery.until : today;
  return team.flatMap(({ id, isRecorded, held }): Cause[] => {
    // A record that shows nothing any more was withdrawn.
    if (!held) return isRecorded ? [{ kind: 'staff', ref: `${id}:withdrawn` }] : [];
    const { validUntil } = held;
    return validUntil !== null && validUntil < until ? [{ kind: 'staff', ref: `${id}:${validUntil}` }] : [];
  });
}

function findRules({ review: { triggers }, newRules }: Circumstances): Cause[] {
  return triggers?.rules ? newRules.map((ref) => ({ kind: 'rules', ref })) : [];
}

/** As an event keeps them. */
export function readCauses(detail: object): Cause[] {
  const { causes } = detail as { causes?: readonly Cause[] }; // written by callReviews()
  return [...(causes ?? [])];
}
