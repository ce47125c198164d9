/** The short way and the long one say the same of two thousand documents; `npm run bench` asks about ten times as many. */
import { expect, it } from 'vitest';
import { countDifferences } from '../../../test/support/differential.ts';

it('what is signed is what the official pipeline writes, of random and broken documents too', async () => {
  const { compared, refused, differing } = await countDifferences(2_000, 20_261_122);
  expect(differing.map((document) => JSON.stringify(document))).toEqual([]);
  expect(compared).toBeGreaterThanOrEqual(2_000);
  // A test in which everything is refused would show nothing.
  expect(refused).toBeLessThan(compared / 2);
}, 300_000);
