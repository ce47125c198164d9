import type { Database } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { announce } from '../../platform/jobs/index.ts';
import { findInstitution, listInstitutions } from '../institutions/index.ts';
import { isWarningDue } from './accreditation.ts';
import { listAccreditations, updateAccreditation } from './accreditations.store.ts';

/** Once a day: what ends within ninety days, and nothing follows upon, is told. Each end once. */
export async function warnOfEnds(deps: {
  readonly database: Database;
  readonly clock: Clock;
}): Promise<void> {
  const at = deps.clock.now();
  for (const { id: institutionId } of await deps.database.asPublic(listInstitutions))
    await deps.database.asWorker(institutionId, async (tx) => {
      const institution = await findInstitution(tx, institutionId);
      const today = dayIn(institution?.timeZone ?? 'UTC', at);
      const all = await listAccreditations(tx, institutionId);
      for (const { id, validUntil } of all.filter((one) => isWarningDue(one, all, today))) {
        await updateAccreditation(tx, id, { warnedOf: validUntil });
        await announce(tx, at, {
          institutionId,
          topic: 'accreditation-ending',
          payload: { accreditationId: id },
        });
      }
    });
}
