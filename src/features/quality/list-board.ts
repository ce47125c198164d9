import type { Tx } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Actor } from '../audit/index.ts';
import { listDesigns } from '../designs/index.ts';
import { findInstitution, listUnits, reachOf, requirePermission } from '../institutions/index.ts';
import { type Cause, readCauses } from './causes.ts';
import type { Cycle } from './cycle.ts';
import { listCycles, listEvents, listMakers } from './cycles.store.ts';
import type { QualityDeps } from './open-way.ts';
import { readNames } from './present-quality.ts';
import { hasEnded } from './process.ts';
import type { BoardView } from './quality.schema.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** While its review is due or runs. */
async function listCallCauses(tx: Tx, { id, state }: Cycle): Promise<Cause[]> {
  if (state !== 'review-due' && state !== 'in-review') return [];
  const called = (await listEvents(tx, id)).findLast(({ act }) => act === 'call-review');
  return called ? readCauses(called.detail) : [];
}

/** Everything that is under way or in use, of the designs that the reader reaches. */
export async function listBoard(deps: QualityDeps, actor: Actor): Promise<BoardView> {
  const staff = requirePermission(actor, 'designs.read', 'anywhere');
  const { institutionId } = staff;
  return await deps.database.asInstitution(institutionId, async (tx) => {
    const designs = new Map(
      (await listDesigns(tx, reachOf(staff, 'designs.read'))).map((design) => [design.id, design]),
    );
    const units = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.id, unit]));
    const zone = (await findInstitution(tx, institutionId))?.timeZone ?? 'UTC';
    const name = await readNames(tx, institutionId);
    const now = deps.clock.now();
    const today = dayIn(zone, now);
    const items: BoardView['items'] = [];
    for (const cycle of await listCycles(tx)) {
      const design = designs.get(cycle.designId);
      if (!design || hasEnded(cycle.state)) continue;
      items.push({
        design: design.publicId,
        title: { ...design.draft.title },
        kind: design.kind,
        unit: (design.unitId && units.get(design.unitId)?.name) || null,
        unitSlug: (design.unitId && units.get(design.unitId)?.slug) || null,
        cycle: cycle.n,
        state: cycle.state,
        since: cycle.since.toISOString(),
        days: Math.floor((now.getTime() - cycle.since.getTime()) / DAY_MS),
        target: cycle.target,
        late: cycle.target !== null && cycle.target < today,
        reviewDue: cycle.reviewDue,
        makers: (await listMakers(tx, cycle.id)).map(name),
        expert: cycle.expertId === null ? null : name(cycle.expertId),
        pack: cycle.pack,
        causes: await listCallCauses(tx, cycle),
      });
    }
    return { items };
  });
}
