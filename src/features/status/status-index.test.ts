import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { LIST_SIZE, permuteIndex } from './status-index.ts';

const keyed = (seed: string) => (message: Uint8Array) => createHmac('sha256', seed).update(message).digest();

describe('the index of a status entry', () => {
  it('is given to one reservation only, over the whole list', () => {
    // That no two meet follows from the shape of the permutation, whatever the hash; a cheap one will do.
    const cheap = (message: Uint8Array) => {
      const mixed =
        Math.imul(
          (message[0] ?? 0) * 65_537 + (message[1] ?? 0) * 256 + (message[2] ?? 0) + 1,
          0x9e3779b1,
        ) >>> 16;
      return Uint8Array.of(mixed >>> 8, mixed & 0xff);
    };
    const seen = new Uint8Array(LIST_SIZE);
    for (let i = 0; i < LIST_SIZE; i += 1) {
      const index = permuteIndex(i, cheap);
      seen[index] = (seen[index] ?? 0) + 1;
    }
    expect(seen.every((count) => count === 1)).toBe(true);
  });

  it('tells nothing of the order of reservation', () => {
    const indexes = Array.from({ length: 10_000 }, (_, i) => permuteIndex(i, keyed('b')));
    expect(Math.abs(rankCorrelation(indexes))).toBeLessThan(0.05);
    // The control: indexes handed out in order are told apart at once.
    expect(Math.abs(rankCorrelation(Array.from({ length: 10_000 }, (_, i) => i)))).toBeGreaterThan(0.99);
  });

  it('differs with the seed of the list', () => {
    const same = Array.from(
      { length: 1000 },
      (_, i) => permuteIndex(i, keyed('c')) === permuteIndex(i, keyed('d')),
    );
    expect(same.filter(Boolean).length).toBeLessThan(5);
  });

  it('is refused outside of the list', () => {
    for (const reservation of [-1, LIST_SIZE, 0.5, Number.NaN])
      expect(() => permuteIndex(reservation, keyed('a'))).toThrow(RangeError);
  });
});

/** Spearman's, between position and value. */
function rankCorrelation(values: readonly number[]): number {
  const order = values.map((value, position) => ({ value, position })).sort((a, b) => a.value - b.value);
  const sum = order.reduce((total, { position }, rank) => total + (position - rank) ** 2, 0);
  const n = values.length;
  return 1 - (6 * sum) / (n * (n * n - 1));
}
