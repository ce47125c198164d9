import type { Tx } from '../../database/index.ts';
import { moveAllTo } from './credentials.store.ts';

/** What one person shows, and the documents that are theirs, become another's; bytes and addresses stay (DECISIONS 22). */
export async function rebindPerson(tx: Tx, from: string, to: string): Promise<void> {
  await moveAllTo(tx, from, to);
}
