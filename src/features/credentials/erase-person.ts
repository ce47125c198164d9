import type { Tx } from '../../database/index.ts';
import { lockHeldAwards } from '../awards/index.ts';
import { deleteAllOf } from './credentials.store.ts';

/** Signed bytes, what was public and what was ever chosen. Copies in people's hands go on verifying. */
export async function erasePerson(tx: Tx, personId: string, _at: Date): Promise<void> {
  const awardIds = await lockHeldAwards(tx, personId);
  await deleteAllOf(tx, personId, awardIds);
}
