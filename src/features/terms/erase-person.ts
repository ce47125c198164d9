import type { Tx } from '../../database/index.ts';
import { deleteAgreements } from './terms.store.ts';

export async function erasePerson(tx: Tx, personId: string, _at: Date): Promise<void> {
  await deleteAgreements(tx, personId);
}
