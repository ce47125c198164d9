import type { Tx } from '../../database/index.ts';
import { moveAllTo } from './credentials.store.ts';

export async function rebindPerson(tx: Tx, from: string, to: string): Promise<void> {
  await moveAllTo(tx, from, to);
}
