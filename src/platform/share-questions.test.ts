import { expect, it } from 'vitest';
import { shareQuestions } from './share-questions.ts';

function open() {
  const begun: ((answer: number | Error) => void)[] = [];
  const ask = shareQuestions<number>(
    () =>
      new Promise((resolve, reject) =>
        begun.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer))),
      ),
  );
  return { ask, begun };
}

it('who comes while a question is on its way gets the answer of the next, all of them one', async () => {
  const { ask, begun } = open();
  const first = ask('a');
  const later = [ask('a'), ask('a'), ask('a')];
  expect(begun).toHaveLength(1);
  begun[0]?.(1);
  expect(await first).toBe(1);
  await Promise.resolve();
  expect(begun).toHaveLength(2);
  begun[1]?.(2);
  expect(await Promise.all(later)).toEqual([2, 2, 2]);
});

it('another question does not wait, and one that failed is asked again', async () => {
  const { ask, begun } = open();
  const failing = ask('a');
  const after = ask('a');
  void ask('b');
  expect(begun).toHaveLength(2);
  begun[0]?.(new Error('gone'));
  await expect(failing).rejects.toThrow('gone');
  await new Promise(setImmediate);
  begun[2]?.(3);
  expect(await after).toBe(3);
});
