/**
 * Many who ask the same at once are answered by one question, which is asked after the last of them came: nobody gets
 * an answer from before they asked. Whoever comes while a question is on its way waits for the next.
 */
export function shareQuestions<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const onItsWay = new Map<string, Promise<T>>();
  const next = new Map<string, Promise<T>>();
  const start = (key: string): Promise<T> => {
    const answer = ask(key).finally(() => onItsWay.delete(key));
    onItsWay.set(key, answer);
    return answer;
  };
  const startNext = (key: string) => {
    next.delete(key);
    return start(key);
  };
  return (key) => {
    const waiting = next.get(key);
    if (waiting) return waiting;
    const current = onItsWay.get(key);
    if (!current) return start(key);
    const after = current.then(
      () => startNext(key),
      () => startNext(key),
    );
    next.set(key, after);
    return after;
  };
}
