import type { Tx } from '../../database/index.ts';
import type { Accreditation } from '../../formats/index.ts';
import type { Day } from '../../platform/calendar.ts';
import { lineOf, listUnits } from '../institutions/index.ts';
import { chooseInForce, toFacts } from './accreditation.ts';
import { listAccreditations } from './accreditations.store.ts';

export type Title = {
  readonly institutionId: string;
  readonly unitId: string | null;
  readonly eqf: number | undefined;
  readonly field: string | undefined;
  readonly on: Day;
};

/** What vouches from outside for a title on a day, as its version would keep it. */
export async function listInForce(tx: Tx, title: Title): Promise<Accreditation[]> {
  const all = await listAccreditations(tx, title.institutionId);
  if (all.length === 0) return [];
  const units = await listUnits(tx, title.institutionId);
  const place = {
    units: lineOf(units, title.unitId).map(({ id }) => id),
    eqf: title.eqf,
    field: title.field,
  };
  return chooseInForce(all, place, title.on).map((one) =>
    toFacts(one, units.find(({ id }) => id === one.unitId)?.name),
  );
}
