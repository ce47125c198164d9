import type { Tx } from '../../database/index.ts';
import { moveAwards } from './held-awards.store.ts';

/** The awards of one person become another's. Their subject is random, so no signed byte names either (DECISIONS 8). */
export async function rebindPerson(tx: Tx, from: string, to: string): Promise<void> {
  await moveAwards(tx, from, to);
}
