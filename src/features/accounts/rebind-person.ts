import type { Tx } from '../../database/index.ts';
import { moveIdentities, moveLettersAndNames } from './rebind.store.ts';

/**
 * What this room keeps of one person becomes another's, in the caller's transaction as a custodian: ways in, addresses,
 * passkeys, earlier names. Where the one is signed in, and what was on its way, ends (DECISIONS 21, 22).
 */
export async function rebindPerson(tx: Tx, from: string, to: string): Promise<void> {
  await moveIdentities(tx, from, to);
  await moveLettersAndNames(tx, from, to);
}
