/** When somebody is asked for a way in that outlives a study or a job. Pure. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** Put away, the question rests this long. */
export const RESTS_MS = 30 * DAY_MS;
/** So long before the end the letter goes out. */
export const TOLD_BEFORE_MS = 90 * DAY_MS;

export type StayFacts = {
  readonly now: Date;
  readonly ways: readonly { readonly stays: boolean; readonly until: Date | null }[];
  readonly askedUntil: Date | null;
};

/** @returns the first end that is known, when every way in belongs to an institution and the question does not rest */
export function askToStay({ now, ways, askedUntil }: StayFacts): { readonly until: Date | null } | undefined {
  if (ways.length === 0 || ways.some(({ stays }) => stays)) return undefined;
  if (askedUntil && askedUntil > now) return undefined;
  const ends = ways.flatMap(({ until }) => (until ? [until.getTime()] : []));
  return { until: ends.length > 0 ? new Date(Math.min(...ends)) : null };
}
