import type { Tx } from '../../database/index.ts';
import { listArchived } from './institutions.store.ts';
import { listRights, type Rights } from './list-rights.ts';

/** Nobody acts for an institution that is archived. */
export async function listStandingRights(tx: Tx, personId: string, at: Date): Promise<Rights[]> {
  const rights = await listRights(tx, personId, at);
  const archived = await listArchived(
    tx,
    rights.map(({ institutionId }) => institutionId),
  );
  return rights.filter(({ institutionId }) => !archived.has(institutionId));
}
