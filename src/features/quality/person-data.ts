import type { Tx } from '../../database/index.ts';
import { doubleMaker, listSaidBy } from './person-data.store.ts';

/** What someone said of designs, as a colleague. */
export async function exportPerson(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  return await listSaidBy(tx, personId);
}

/** Decisions are the institution's record; they hold ids, and the names go with the account. */
export async function erasePerson(): Promise<void> {
  // Nothing here tells who somebody was once their account is gone.
}

/** Four eyes stay four: who becomes one with a maker or an adviser made it, too. */
export async function rebindPerson(tx: Tx, from: string, to: string): Promise<void> {
  await doubleMaker(tx, from, to);
}
