/** How many checks run at once. Whoever would wait too long is told to come back (PERFORMANCE, rule 9). */

export type TakeTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function createTurns(limits: { running: number; waiting: number }, refuse: () => Error): TakeTurn {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= limits.running) {
      if (waiting.length >= limits.waiting) throw refuse();
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
