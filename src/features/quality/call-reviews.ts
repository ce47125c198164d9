import type { Database } from '../../database/index.ts';
import { addDays, dayIn } from '../../platform/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { findInstitution, listInstitutions } from '../institutions/index.ts';
import { listCycles, lockCycle } from './cycles.store.ts';
import { listOwnPacks } from './packs.store.ts';
import { recordAct } from './record-act.ts';
import { openPack } from './rules.ts';

/** The clock of reviews, once a day: what is due within its pack's days of warning is called. */
export async function callReviews(deps: {
  readonly database: Database;
  readonly clock: Clock;
}): Promise<void> {
  const at = deps.clock.now();
  for (const { id } of await deps.database.asPublic(listInstitutions))
    await deps.database.asWorker(id, async (tx) => {
      const institution = await findInstitution(tx, id);
      const today = dayIn(institution?.timeZone ?? 'UTC', at);
      const own = await listOwnPacks(tx, id);
      for (const { id: cycleId, state, reviewDue, pack } of await listCycles(tx)) {
        if ((state !== 'published' && state !== 'in-use') || reviewDue === null) continue;
        const { review } = openPack(pack, today, own);
        if (addDays(reviewDue, -review.warnDays) > today) continue;
        const cycle = await lockCycle(tx, cycleId);
        if (cycle?.state === state)
          await recordAct(tx, { cycle, act: 'call-review', to: 'review-due', actor: null, at });
      }
    });
}
