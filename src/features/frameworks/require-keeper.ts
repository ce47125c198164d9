import type { Database } from '../../database/index.ts';
import type { Actor } from '../audit/index.ts';
import { requireOperator, requirePermission, type StaffActor } from '../institutions/index.ts';

/** Whose frameworks: an institution's own, or those that the operator offers to all. */
export type Owner = 'institution' | 'operator';

/** @throws Problem as those of `institution.manage`, and 404 for whoever is not the operator */
export async function requireKeeper(
  { database }: { readonly database: Database },
  actor: Actor,
  owner: Owner,
): Promise<StaffActor> {
  if (owner === 'institution') return requirePermission(actor, 'institution.manage', 'institution');
  return await database.asPublic((tx) => requireOperator(tx, actor));
}
