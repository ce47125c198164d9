import type { Tx } from '../../database/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { findInstitution } from './institutions.store.ts';
import { requirePermission, type StaffActor } from './permissions.ts';

/**
 * Whoever runs this installation: the role is worth something at the operator's own institution only, so that nobody
 * can give it to themselves elsewhere.
 *
 * @throws Problem 404 for everyone else: that there is a console is no business of theirs
 */
export async function requireOperator(tx: Tx, actor: Actor): Promise<StaffActor> {
  if (actor.kind !== 'person' || !actor.permissions.has('platform.manage')) throw notFound();
  const staff = requirePermission(actor, 'platform.manage', 'institution');
  const institution = await findInstitution(tx, staff.institutionId);
  if (institution?.kind !== 'operator') throw notFound();
  return staff;
}
