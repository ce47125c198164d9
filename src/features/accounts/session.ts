/** How long a session lives, and how long a proof of who one is counts as fresh. Pure. */

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const IDLE_MS = 12 * HOUR_MS;
const LONGEST_MS = 14 * 24 * HOUR_MS;
const FRESH_MS = 10 * MINUTE_MS;
/** Use is written down no more often than this. */
const NOTED_EVERY_MS = 5 * MINUTE_MS;

export const SESSION_COOKIE_SECONDS = LONGEST_MS / 1000;

/** Twelve hours after the last use, and never later than fourteen days after the sign-in. */
export function expiryOf(createdAt: Date, usedAt: Date): Date {
  return new Date(Math.min(usedAt.getTime() + IDLE_MS, createdAt.getTime() + LONGEST_MS));
}

export function isToBeNoted(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= NOTED_EVERY_MS;
}

/** What cannot be undone by the next one at the keyboard asks for a proof of at most ten minutes ago. */
export function isFresh(provenAt: Date | null | undefined, now: Date): boolean {
  return provenAt != null && now.getTime() - provenAt.getTime() <= FRESH_MS;
}
