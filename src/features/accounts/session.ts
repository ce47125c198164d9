/** How long a session lives. Pure. */

const HOUR_MS = 60 * 60 * 1000;
const IDLE_MS = 12 * HOUR_MS;
const LONGEST_MS = 14 * 24 * HOUR_MS;
/** Use is written down no more often than this. */
const NOTED_EVERY_MS = 5 * 60 * 1000;

export const SESSION_COOKIE_SECONDS = LONGEST_MS / 1000;

/** Twelve hours after the last use, and never later than fourteen days after the sign-in. */
export function expiryOf(createdAt: Date, usedAt: Date): Date {
  return new Date(Math.min(usedAt.getTime() + IDLE_MS, createdAt.getTime() + LONGEST_MS));
}

export function isToBeNoted(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= NOTED_EVERY_MS;
}
