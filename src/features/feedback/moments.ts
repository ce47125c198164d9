/** When a learner is asked, and how long they can change what they said. Pure. */
import { addDays, addMonths, type Day } from '../../platform/calendar.ts';
import type { Moment } from './feedback.schema.ts';

export const MONTHS_LATER = 6;
const DAYS_TO_CHANGE = 30;

/** The first day on which they are asked how it went since. */
export function laterFrom(awardedOn: Day): Day {
  return addMonths(awardedOn, MONTHS_LATER);
}

export function momentOn(today: Day, awardedOn: Day): Moment {
  return today < laterFrom(awardedOn) ? 'claim' : 'later';
}

/** The last day, inclusive. */
export function changeUntil(givenOn: Day): Day {
  return addDays(givenOn, DAYS_TO_CHANGE);
}

/** A first answer in its moment alone; a given one for thirty days, also when the next moment has come. */
export function mayGive(
  moment: Moment,
  at: { readonly today: Day; readonly awardedOn: Day; readonly givenOn: Day | undefined },
): boolean {
  if (at.givenOn !== undefined) return at.today <= changeUntil(at.givenOn);
  return moment === momentOn(at.today, at.awardedOn);
}
