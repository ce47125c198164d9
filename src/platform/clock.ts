/** The one place that reads the time. Everything else asks the clock it was given. */
export type Clock = { readonly now: () => Date };

export type FixedClock = Clock & {
  readonly set: (instant: string | Date) => void;
  readonly advance: (milliseconds: number) => void;
};

export const systemClock: Clock = { now: () => new Date() };

/** Stands still until it is moved. */
export function createFixedClock(start: string | Date): FixedClock {
  let current = parseInstant(start);
  return {
    now: () => new Date(current),
    set: (instant) => {
      current = parseInstant(instant);
    },
    advance: (milliseconds) => {
      current += milliseconds;
    },
  };
}

/** UTC in whole seconds, as everything signed writes it: `2026-11-21T09:00:00Z` (DECISIONS 17). */
export function formatInstant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

function parseInstant(instant: string | Date): number {
  const time = new Date(instant).getTime();
  if (Number.isNaN(time)) throw new RangeError(`not an instant: ${String(instant)}`);
  return time;
}
