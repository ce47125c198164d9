/** Which rules come after those of today, and when: what is in force ends, or a newer version begins. Pure. */
import { addDays } from '../../platform/calendar.ts';
import { comparePacks } from './compare-packs.ts';
import type { PolicyPack } from './pack.schema.ts';
import { bundledPacks, PackRefusal, resolvePack } from './packs/index.ts';
import { isSame, type PackDifference } from './packs.schema.ts';

export type Coming = {
  readonly on: string;
  /** Null: from that day on there are no rules of that name. */
  readonly pack: PolicyPack | null;
  readonly difference: PackDifference | null;
};

type Asked = {
  readonly ref: string;
  readonly today: string;
  readonly institutionKind: string;
  readonly own: readonly PolicyPack[];
};

export function findWhatFollows({ ref, today, institutionKind, own }: Asked): Coming | undefined {
  const now = packOn(ref, today, own);
  if (!now) return undefined;
  const shownNow = asItHolds(now, today, institutionKind);
  for (const on of listTurns([...bundledPacks, ...own], today)) {
    const pack = packOn(ref, on, own);
    if (!pack) return { on, pack: null, difference: null };
    const difference = comparePacks(shownNow, asItHolds(pack, on, institutionKind));
    if (pack.version !== now.version || !isSame(difference)) return { on, pack, difference };
  }
  return undefined;
}

/** With the sizes that count on a day for a kind of institution, and no others. */
export function asItHolds(pack: PolicyPack, on: string, institutionKind: string): PolicyPack {
  const sizes = pack.limits.sizes.filter(
    ({ institutionKinds, from, until }) =>
      (!institutionKinds || institutionKinds.includes(institutionKind)) &&
      (!from || from <= on) &&
      (!until || on <= until),
  );
  return { ...pack, limits: { ...pack.limits, sizes } };
}

/** Undefined where there are no such rules on that day. */
export function packOn(ref: string, on: string, own: readonly PolicyPack[]): PolicyPack | undefined {
  try {
    return resolvePack(ref, on, own);
  } catch (error) {
    if (error instanceof PackRefusal) return undefined;
    throw error;
  }
}

/** The days to come on which anything may change, soonest first. */
function listTurns(packs: readonly PolicyPack[], today: string): string[] {
  const days = packs.flatMap(({ validFrom, validUntil, limits }) => [
    validFrom,
    ...afterLast(validUntil),
    ...limits.sizes.flatMap(({ from, until }) => [...(from ? [from] : []), ...afterLast(until)]),
  ]);
  return [...new Set(days)].filter((day) => day > today).sort();
}

function afterLast(day: string | undefined): string[] {
  return day === undefined ? [] : [addDays(day, 1)];
}
