/** At most so many at once per host; the others wait in line until their deadline. */
export type HostQueue = <T>(host: string, signal: AbortSignal, act: () => Promise<T>) => Promise<T>;

export function createHostQueue(maxPerHost: number): HostQueue {
  const hosts = new Map<string, { running: number; readonly waiting: (() => void)[] }>();

  return async (host, signal, act) => {
    const line = hosts.get(host) ?? { running: 0, waiting: [] };
    hosts.set(host, line);
    if (line.running >= maxPerHost) await waitForTurn(line.waiting, signal);
    else line.running += 1;
    try {
      return await act();
    } finally {
      // The place passes on directly, so that a newcomer cannot slip in before the one who waits.
      const next = line.waiting.shift();
      if (next) next();
      else line.running -= 1;
      if (line.running === 0) hosts.delete(host);
    }
  };
}

function waitForTurn(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      waiting.splice(waiting.indexOf(turn), 1);
      reject(signal.reason);
    };
    const turn = () => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    };
    if (signal.aborted) return reject(signal.reason);
    waiting.push(turn);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}
