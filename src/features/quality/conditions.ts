/** What an approval asks for still, and what that means for awarding. Pure. */
import { addDays } from '../../platform/calendar.ts';
import type { Condition } from './decisions.store.ts';

export function listOpenConditions(conditions: readonly Condition[]): Condition[] {
  return conditions.filter(({ metOn }) => metOn === undefined);
}

/** The first day on which nothing is awarded: a review is overdue with its grace, or a condition was not met in time. */
export function stopsOnOf({
  reviewDue,
  graceDays,
  conditions,
}: {
  readonly reviewDue: string;
  readonly graceDays: number;
  readonly conditions: readonly Condition[];
}): string {
  const days = [
    addDays(reviewDue, graceDays + 1),
    ...listOpenConditions(conditions).map(({ due }) => addDays(due, 1)),
  ];
  return days.toSorted()[0] ?? reviewDue;
}
