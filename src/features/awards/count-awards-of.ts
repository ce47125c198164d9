import type { Tx } from '../../database/index.ts';
import { countByResult, countByState } from './counts.store.ts';

/** With fewer results than these, a result tells whose it is. */
const FEWEST_RESULTS = 5;

/** What became of the awards of one version. Results are named all or not at all. */
export async function countAwardsOf(tx: Tx, { versionId }: { readonly versionId: string }) {
  const states = await countByState(tx, versionId);
  const count = (state: string) => states.find((one) => one.state === state)?.count ?? 0;
  const results = await countByResult(tx, versionId);
  const known = results.reduce((sum, one) => sum + one.count, 0);
  return {
    granted: states.reduce((sum, one) => sum + (one.state === 'pending' ? 0 : one.count), 0),
    claimed: count('claimed'),
    declined: count('declined'),
    revoked: count('revoked'),
    results: known < FEWEST_RESULTS ? [] : results,
  };
}
