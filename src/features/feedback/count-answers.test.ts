import { describe, expect, it } from 'vitest';
import { countAnswers, takeWholeFives } from './count-answers.ts';
import type { Answers } from './feedback.schema.ts';

const scales = new Map([
  ['can.LO1', 4],
  ['recommend', 3],
]);
const say = (count: number, answers: Answers): Answers[] => Array.from({ length: count }, () => answers);

describe('what may be said of answers', () => {
  it('is nothing of four', () => {
    expect(countAnswers(say(4, { recommend: 3 }), scales)).toBeUndefined();
  });

  it('is how many gave each answer, of five', () => {
    expect(countAnswers([...say(3, { recommend: 3 }), ...say(2, { recommend: 1 })], scales)).toEqual({
      n: 5,
      figures: [{ question: 'recommend', n: 5, counts: [2, 0, 3] }],
    });
  });

  it('does not change by the sixth, so that two readings do not tell it', () => {
    const five = say(5, { recommend: 3 });
    const six = countAnswers([...five, { recommend: 1 }], scales);
    expect(six).toEqual(countAnswers(five, scales));
    expect(countAnswers([...five, ...say(5, { recommend: 1 })], scales)?.figures[0]?.counts).toEqual([
      5, 0, 5,
    ]);
  });

  it('leaves out a question that four of five answered, for the fifth would be known by what is missing', () => {
    const given = [...say(4, { recommend: 3, 'can.LO1': 4 }), { recommend: 2 }];
    expect(countAnswers(given, scales)?.figures.map(({ question }) => question)).toEqual(['recommend']);
  });

  it('counts a question in fives of its own', () => {
    const given = [...say(5, { 'can.LO1': 4 }), ...say(4, { recommend: 1 }), { 'can.LO1': 1 }];
    expect(countAnswers(given, scales)).toEqual({
      n: 10,
      figures: [{ question: 'can.LO1', n: 5, counts: [0, 0, 0, 5] }],
    });
  });

  it('never differs in fewer than five from what was said before, whoever comes next', () => {
    for (let n = 0; n < 40; n += 1) {
      const before = takeWholeFives(say(n, {})).length;
      const after = takeWholeFives(say(n + 1, {})).length;
      expect([0, 5]).toContain(after - before);
    }
  });
});
