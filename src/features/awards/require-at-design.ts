import type { Tx } from '../../database/index.ts';
import { notFound } from '../../platform/problem.ts';
import { findPlaceOfDesign } from '../designs/index.ts';
import { type Permission, requirePermission, type StaffActor } from '../institutions/index.ts';

/**
 * Awards are under the design that they are of.
 *
 * @param designId internal; null: a batch in which nothing was granted, which is no one unit's business
 * @throws Problem 404 where the actor may not even read, 403 where they may only read
 */
export async function requireAtDesign(
  tx: Tx,
  staff: StaffActor,
  permission: Permission,
  designId: string | null,
): Promise<void> {
  const place = designId === null ? 'institution' : await findPlaceOfDesign(tx, designId);
  if (!place) throw notFound();
  requirePermission(staff, permission, place);
}
