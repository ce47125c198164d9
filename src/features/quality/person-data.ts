import type { Tx } from '../../database/index.ts';
import { doubleMaker, listSaidBy } from './person-data.store.ts';
import { deleteQualificationsOf, listQualificationsOf, rebindQualifications } from './staff/staff.store.ts';

/** What someone said of designs, as a colleague, and what is known of their qualifications. */
export async function exportPerson(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  return { ...(await listSaidBy(tx, personId)), qualifications: await listQualificationsOf(tx, personId) };
}

/**
 * Decisions are the institution's record; they hold ids, and the names go with the account. A qualification is a record
 * about the person, so it goes as well.
 */
export async function erasePerson(tx: Tx, personId: string): Promise<void> {
  await deleteQualificationsOf(tx, personId);
}

/** Four eyes stay four: who becomes one with a maker or an adviser made it, too. */
export async function rebindPerson(tx: Tx, from: string, to: string): Promise<void> {
  await doubleMaker(tx, from, to);
  await rebindQualifications(tx, from, to);
}
