import type { Tx } from '../../database/index.ts';
import { deletePerson } from './accounts.store.ts';
import { deleteCodesOf } from './email-codes.store.ts';

/**
 * Codes first, for those that were asked for before signing in are known by the address alone. With the person go
 * their identities, addresses, sessions and sign-ins, and every award that is still tied to them is untied.
 */
export async function erasePerson(tx: Tx, personId: string, _at: Date): Promise<void> {
  await deleteCodesOf(tx, personId);
  await deletePerson(tx, personId);
}
