import type { Tx } from '../../database/index.ts';
import { forgetAnswersOf, forgetSecondReadings, listAnswersOf, moveAnswers } from './person-data.store.ts';

/** What someone said of what they earned, or read as a colleague. */
export async function exportPerson(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  return { feedback: await listAnswersOf(tx, personId) };
}

/** The numbers stay, without a person, an award or a word: they were counted among at least four others. */
export async function erasePerson(tx: Tx, personId: string): Promise<void> {
  await forgetAnswersOf(tx, personId);
}

export async function rebindPerson(tx: Tx, from: string, to: string): Promise<void> {
  await forgetSecondReadings(tx, from, to);
  await moveAnswers(tx, from, to);
}
