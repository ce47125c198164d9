/** Enough outcomes to say what someone can do, few enough to assess each. */
import type { Check } from '../finding.ts';

export const checkOutcomeCount: Check = ({ content }, { check }) => {
  const count = content.outcomes.length;
  const { min = 3, max = 8 } = check ?? {};
  const pointer = '/content/outcomes';
  if (count > max) return [{ pointer, reason: 'outcomes-too-many', values: { number: count, max } }];
  // None at all is told by the element itself.
  if (count > 0 && count < min)
    return [{ pointer, reason: 'outcomes-too-few', values: { number: count, min } }];
  return [];
};
