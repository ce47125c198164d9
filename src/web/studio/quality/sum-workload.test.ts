import { describe, expect, it } from 'vitest';
import { sumWorkload } from './sum-workload.ts';

describe('the hours of a design', () => {
  const activities = [
    { id: 'W1', label: {}, type: 'b660f5dcea', hours: 20.1, contact: true },
    { id: 'W2', label: {}, type: 'b660f5dcea', hours: 60.2, contact: false },
  ];

  it('are held against 28 for each credit, or against the hours that are stated', () => {
    expect(sumWorkload(activities, { ects: 3 })).toEqual({
      hours: 80.3,
      contact: 20.1,
      stated: 84,
      difference: -3.7,
    });
    expect(sumWorkload(activities, { hours: 80 }).difference).toBe(0.3);
    expect(sumWorkload(activities, {}).difference).toBeUndefined();
  });
});
