import type { Tx } from '../../database/index.ts';
import { moveAwards } from './awards.store.ts';

/** No signed byte changes: none names an account (DECISIONS 8, 22). */
export async function rebindPerson(tx: Tx, from: string, to: string): Promise<void> {
  await moveAwards(tx, from, to);
}
