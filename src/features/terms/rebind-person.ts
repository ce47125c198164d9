import type { Tx } from '../../database/index.ts';
import { moveAgreements } from './terms.store.ts';

export async function rebindPerson(tx: Tx, from: string, to: string): Promise<void> {
  await moveAgreements(tx, from, to);
}
