/** Who is qualified to teach and examine, and what shows it. Pure. */
import type { Day } from '../../../platform/calendar.ts';

/** Why a credential that was handed in shows nothing. */
export const REFUSALS = [
  'failed',
  'incomplete',
  'recipient-unnamed',
  'recipient-differs',
  'undated',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export type Proof = {
  readonly evidence: 'credential' | 'register' | 'equivalence';
  /** Register or issuer. */
  readonly source: string;
  readonly reference: string;
  readonly seenOn: Day | null;
  readonly verdict: 'verified' | 'incomplete' | 'failed' | null;
  readonly refusal: Refusal | null;
  readonly recipient: string | null;
  readonly digest: string | null;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  readonly recordedAt: Date;
};

export type Qualification = {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string;
  readonly kind: string;
  readonly kindName: string | null;
  readonly withdrawnOn: Day | null;
  readonly withdrawnBecause: string | null;
  /** Newest first. */
  readonly proofs: readonly Proof[];
};

/** What an institution's records say of a qualification on the days on which it must hold. */
export type Holding = 'holds' | 'withdrawn' | 'unproven' | 'not-yet-valid' | 'expires';

export function judgeHolding(
  { withdrawnOn, proofs }: Pick<Qualification, 'withdrawnOn' | 'proofs'>,
  days: readonly Day[],
): Holding {
  if (withdrawnOn !== null) return 'withdrawn';
  const counting = proofs.filter(({ refusal }) => refusal === null);
  if (counting.length === 0) return 'unproven';
  const open = days.find((day) => !counting.some((proof) => isValidOn(proof, day)));
  if (open === undefined) return 'holds';
  return counting.every(({ validFrom }) => open < validFrom) ? 'not-yet-valid' : 'expires';
}

export function isValidOn(
  { validFrom, validUntil }: Pick<Proof, 'validFrom' | 'validUntil'>,
  day: Day,
): boolean {
  return validFrom <= day && (validUntil === null || day <= validUntil);
}

/** Only an equivalence shows it: then its kind need not count under the rules. */
export function isEquivalence({ proofs }: Pick<Qualification, 'proofs'>): boolean {
  const counting = proofs.filter(({ refusal }) => refusal === null);
  return counting.length > 0 && counting.every(({ evidence }) => evidence === 'equivalence');
}

/** The last day on which anything shows it; null: without an end, undefined: nothing does. */
export function lastDayOf({ proofs }: Pick<Qualification, 'proofs'>): Day | null | undefined {
  const ends = proofs.filter(({ refusal }) => refusal === null).map(({ validUntil }) => validUntil);
  if (ends.includes(null)) return null;
  return ends.toSorted().at(-1);
}

/** What verifying a credential said: the part that is kept. */
export type Verified = {
  readonly verdict: 'verified' | 'incomplete' | 'failed';
  readonly title: string | undefined;
  readonly issuer: string | undefined;
  readonly recipient: string | undefined;
  /** Calendar days. */
  readonly validFrom: Day | undefined;
  readonly validUntil: Day | undefined;
  readonly digest: string;
};

/** Only a verified credential of the person themselves shows anything. Null: it counts. */
export function refuseCredential(said: Verified, name: string): Refusal | null {
  if (said.verdict !== 'verified') return said.verdict;
  if (said.recipient === undefined) return 'recipient-unnamed';
  if (fold(said.recipient) !== fold(name)) return 'recipient-differs';
  return said.validFrom === undefined ? 'undated' : null;
}

/** Capitals, accents and spaces make no other person. */
function fold(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
