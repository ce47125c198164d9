import type { Tx } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { type Design, type DesignVersion, findDesign, listVersions, placeOf } from '../designs/index.ts';
import {
  findInstitution,
  type Permission,
  requirePermission,
  type StaffActor,
} from '../institutions/index.ts';
import { nothingOffered } from './feedback.problems.ts';
import type { FeedbackDeps } from './give-feedback.ts';

export type AtDesign = {
  readonly tx: Tx;
  readonly staff: StaffActor;
  readonly design: Design;
  /** What is offered now; undefined before anything was published. */
  readonly version: DesignVersion | undefined;
  readonly now: Date;
  readonly today: string;
};

/**
 * One transaction about one design, for whoever holds the permission at its place. As a worker, since answers are
 * closed to staff; the wall is the institution's all the same.
 *
 * @throws Problem 404 for what is not there, 403 without the permission
 */
export async function openAtDesign<T>(
  deps: FeedbackDeps,
  actor: Actor,
  input: { readonly design: string; readonly permission: Permission },
  work: (at: AtDesign) => Promise<T>,
): Promise<T> {
  const staff = requirePermission(actor, input.permission, 'anywhere');
  return await deps.database.asWorker(staff.institutionId, async (tx) => {
    const design = await findDesign(tx, input.design);
    const institution = await findInstitution(tx, staff.institutionId);
    if (!design || !institution) throw notFound();
    requirePermission(actor, input.permission, placeOf(design));
    const [version] = await listVersions(tx, design.id);
    const now = deps.clock.now();
    return await work({ tx, staff, design, version, now, today: dayIn(institution.timeZone, now) });
  });
}

/** @throws Problem 409 before anything was published */
export function requireOffered(version: DesignVersion | undefined): DesignVersion {
  if (!version) throw nothingOffered();
  return version;
}
