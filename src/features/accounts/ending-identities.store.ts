import type { Tx } from '../../database/index.ts';

/** Those that end between two instants and were not told; told from now on. */
export function claimEndingIdentities(
  tx: Tx,
  now: Date,
  before: Date,
): Promise<{ id: string; personId: string }[]> {
  return tx
    .updateTable('identities')
    .set({ endToldAt: now })
    .where('affiliationUntil', '>', now)
    .where('affiliationUntil', '<=', before)
    .where('endToldAt', 'is', null)
    .returning(['id', 'personId'])
    .execute();
}
