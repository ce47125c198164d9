/** Credits and hours tell of the same load. */
import type { Check } from '../finding.ts';

const TENTH = 0.1;

export const checkHoursPerCredit: Check = ({ content: { workload }, pack }, { check }) => {
  const { ects, hours } = workload;
  if (ects === undefined || hours === undefined) return [];
  const expected = ects * pack.limits.hoursPerEcts;
  if (Math.abs(hours - expected) <= expected * (check?.max ?? TENTH) + 1e-9) return [];
  return [
    {
      pointer: '/content/workload/hours',
      reason: 'hours-do-not-match-credits',
      values: { ects, hours, expected: Math.round(expected * 100) / 100 },
    },
  ];
};
