import type { Tx } from '../../database/index.ts';
import { deleteAllOf } from './credentials.store.ts';

/** Signed bytes, what was public and what was ever chosen. Copies in people's hands go on verifying. */
export async function erasePerson(tx: Tx, personId: string, _at: Date): Promise<void> {
  await deleteAllOf(tx, personId);
}
