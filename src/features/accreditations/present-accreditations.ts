import type { Tx } from '../../database/index.ts';
import { isInForce } from '../../formats/index.ts';
import { addDays, type Day } from '../../platform/calendar.ts';
import { listUnits } from '../institutions/index.ts';
import { type RecordedAccreditation, WARNING_DAYS } from './accreditation.ts';
import type { AccreditationView } from './accreditations.schema.ts';
import { listAccreditations } from './accreditations.store.ts';

/** All of an institution, newest first, with where each stands today. */
export async function presentAccreditations(
  tx: Tx,
  institutionId: string,
  today: Day,
): Promise<AccreditationView[]> {
  const all = await listAccreditations(tx, institutionId);
  const units = await listUnits(tx, institutionId);
  return all.map((one) => {
    const unit = units.find(({ id }) => id === one.unitId);
    const next = all.find(({ renewsId, withdrawnOn }) => renewsId === one.id && withdrawnOn === null);
    return {
      ...{ id: one.id, publicId: one.publicId, type: one.type, title: { ...one.title } },
      ...{ agency: one.agency, register: one.register, number: one.number, url: one.url },
      ...{ decision: one.decision, validFrom: one.validFrom, validUntil: one.validUntil },
      unit: unit ? { slug: unit.slug, name: { ...unit.name } } : null,
      ...{ eqf: [...one.eqf], fields: [...one.fields] },
      ...{ renews: one.renewsId, renewedBy: next?.publicId ?? null, withdrawnOn: one.withdrawnOn },
      standing: sayStanding(one, next, today),
    };
  });
}

function sayStanding(
  one: RecordedAccreditation,
  next: RecordedAccreditation | undefined,
  today: Day,
): AccreditationView['standing'] {
  if (one.withdrawnOn !== null && one.withdrawnOn <= today) return 'withdrawn';
  if (one.validFrom > today) return 'not-yet';
  if (next && isInForce(next, today)) return 'renewed';
  if (!isInForce(one, today)) return 'expired';
  const near = one.validUntil !== null && one.validUntil <= addDays(today, WARNING_DAYS);
  return near && !next ? 'ending' : 'in-force';
}
