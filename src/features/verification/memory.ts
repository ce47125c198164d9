/** Keeps answers for a short while. What is absent is not kept, so that what is new is seen at once. */

export type Memory<T> = (
  key: string,
  read: () => Promise<T | undefined>,
  /** A kept answer that is not good enough for this question is read anew. */
  isGood?: (kept: T) => boolean,
) => Promise<T | undefined>;

type Kept<T> = { readonly answer: Promise<T | undefined>; readonly until: number };

export function createMemory<T>(
  now: () => Date,
  { keptMs, most }: { readonly keptMs: number; readonly most: number },
): Memory<T> {
  const kept = new Map<string, Kept<T>>();
  return async (key, read, isGood = () => true) => {
    const known = kept.get(key);
    if (known && known.until > now().getTime()) {
      const answer = await known.answer;
      if (answer !== undefined && isGood(answer)) return answer;
    }
    const answer = read();
    kept.delete(key);
    kept.set(key, { answer, until: now().getTime() + keptMs });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    answer.catch(() => kept.delete(key));
    return await answer;
  };
}
