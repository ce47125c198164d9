import type { Tx } from '../../database/index.ts';
import { markListed } from './listings.store.ts';
import { setEntries } from './status.store.ts';

/**
 * Every entry of these awards says revoked from now on, in bits and by id. Setting twice is setting once.
 *
 * @param because.reason code that older lists tell beside the id
 * @returns the status lists that have to be signed anew
 */
export async function setStatus(
  tx: Tx,
  awardIds: readonly string[],
  because: { readonly at: Date; readonly reason: string | null },
): Promise<string[]> {
  if (awardIds.length === 0) return [];
  await markListed(tx, awardIds, because);
  return await setEntries(tx, awardIds, because.at);
}
