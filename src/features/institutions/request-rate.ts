/** How often a program asks, counted in this process: one minute at a time. */
import type { Clock } from '../../platform/clock.ts';

export type RequestRate = {
  /** Counts one request. @returns how many seconds to wait; 0: it may go on */
  readonly count: (clientId: string, limit: number) => number;
};

const MINUTE_MS = 60_000;

export function createRequestRate(clock: Clock): RequestRate {
  let minute = 0;
  let counts = new Map<string, number>();
  return {
    count: (clientId, limit) => {
      const now = clock.now().getTime();
      if (Math.floor(now / MINUTE_MS) !== minute) {
        minute = Math.floor(now / MINUTE_MS);
        counts = new Map();
      }
      const count = (counts.get(clientId) ?? 0) + 1;
      counts.set(clientId, count);
      return count <= limit ? 0 : Math.ceil(((minute + 1) * MINUTE_MS - now) / 1000);
    },
  };
}
