import type { Tx } from '../../database/index.ts';

export async function listAnswersOf(tx: Tx, personId: string): Promise<Record<string, unknown>[]> {
  return await tx
    .selectFrom('feedbackAnswers')
    .select(['awardId', 'kind', 'answers', 'text', 'givenOn'])
    .where('personId', '=', personId)
    .orderBy('givenOn')
    .execute();
}

export async function forgetAnswersOf(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('feedbackAnswers')
    .set({ personId: null, awardId: null, text: '' })
    .where('personId', '=', personId)
    .execute();
}

export async function moveAnswers(tx: Tx, from: string, to: string): Promise<void> {
  await tx.updateTable('feedbackAnswers').set({ personId: to }).where('personId', '=', from).execute();
}

/** Of readings of one version by two accounts that become one, one goes on. */
export async function forgetSecondReadings(tx: Tx, from: string, to: string): Promise<void> {
  const own = tx
    .selectFrom('feedbackAnswers as kept')
    .select('kept.versionId')
    .where('kept.personId', '=', to)
    .where('kept.kind', '=', 'peer');
  await tx
    .updateTable('feedbackAnswers')
    .set({ personId: null, text: '' })
    .where('personId', '=', from)
    .where('kind', '=', 'peer')
    .where('versionId', 'in', own)
    .execute();
}
