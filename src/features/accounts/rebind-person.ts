import type { Tx } from '../../database/index.ts';
import { moveAccount } from './accounts.store.ts';

/** Identities and addresses move; sessions of the account that is no more end. */
export async function rebindPerson(tx: Tx, from: string, to: string): Promise<void> {
  await moveAccount(tx, from, to);
}
