import type { Database } from '../../database/index.ts';
import { addMonths, dayIn } from '../../platform/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { announce } from '../../platform/jobs/index.ts';
import { listClaimedOn } from '../awards/index.ts';
import { listInstitutions } from '../institutions/index.ts';
import { markAsked } from './feedback.store.ts';
import { MONTHS_LATER } from './moments.ts';

/** What was awarded longer ago than this is asked after no more: a house that was silent writes no year of letters. */
const MOST_MONTHS = MONTHS_LATER + 1;

/** Once a day: whoever earned something half a year ago is asked once more how it went, each award once. */
export async function askAgain(deps: { readonly database: Database; readonly clock: Clock }): Promise<void> {
  const now = deps.clock.now();
  for (const { id: institutionId, timeZone } of await deps.database.asPublic(listInstitutions)) {
    const today = dayIn(timeZone, now);
    await deps.database.asWorker(institutionId, async (tx) => {
      const awards = await listClaimedOn(tx, {
        after: addMonths(today, -MOST_MONTHS),
        until: addMonths(today, -MONTHS_LATER),
      });
      for (const awardId of awards)
        if (await markAsked(tx, { awardId, institutionId, askedOn: today }))
          await announce(tx, now, { institutionId, topic: 'feedback-asked', payload: { awardId } });
    });
  }
}
