import type { Database, Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { type Design, findDesign, placeOf } from '../designs/index.ts';
import { type Permission, requirePermission, type StaffActor } from '../institutions/index.ts';
import type { Cycle } from './cycle.ts';
import { lockNewestCycle } from './cycles.store.ts';
import { personNeeded } from './quality.problems.ts';

export type QualityDeps = { readonly database: Database; readonly clock: Clock };

export type Way = {
  readonly tx: Tx;
  readonly staff: StaffActor;
  /** Null: a program. */
  readonly personId: string | null;
  readonly design: Design;
  readonly cycle: Cycle;
  readonly at: Date;
};

/**
 * One transaction about one design: its newest cycle is locked, and whoever acts holds the permission at its place.
 *
 * @throws Problem 404 for what is not there, 403 without the permission
 */
export async function openWay<T>(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly design: string; readonly permission: Permission },
  work: (way: Way) => Promise<T>,
): Promise<T> {
  const staff = requirePermission(actor, input.permission, 'anywhere');
  // As a worker, since an act may end in a signature; the wall is the institution's all the same.
  return await deps.database.asWorker(staff.institutionId, async (tx) => {
    const design = await findDesign(tx, input.design);
    if (!design) throw notFound();
    requirePermission(actor, input.permission, placeOf(design));
    const personId = staff.kind === 'person' ? staff.personId : null;
    const cycle = await lockNewestCycle(tx, design.id);
    if (!cycle) throw notFound();
    return await work({ tx, staff, personId, design, cycle, at: deps.clock.now() });
  });
}

/**
 * The same, where only somebody with a name may act.
 *
 * @throws Problem 403 for a program
 */
export async function openWayForPerson<T>(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly design: string; readonly permission: Permission },
  work: (way: Way & { readonly personId: string }) => Promise<T>,
): Promise<T> {
  return await openWay(deps, actor, input, async (way) => {
    const { personId } = way;
    if (personId === null) throw personNeeded();
    return await work({ ...way, personId });
  });
}
