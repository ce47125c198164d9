import type { Selectable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export async function listAnswersOf(tx: Tx, personId: string): Promise<Record<string, unknown>[]> {
  return await tx
    .selectFrom('feedbackAnswers')
    .select(['awardId', 'kind', 'answers', 'text', 'givenOn'])
    .where('personId', '=', personId)
    .orderBy('givenOn')
    .execute();
}

/** Of which the numbers stay: everything else of them is taken away. */
async function makeNobodys(tx: Tx, rows: readonly Selectable<Tables['feedbackAnswers']>[]): Promise<void> {
  for (const { answers, ...row } of rows) {
    await tx.deleteFrom('feedbackAnswers').where('id', '=', row.id).execute();
    await tx
      .insertInto('feedbackAnswers')
      .values({ ...row, personId: null, awardId: null, text: '', answers: JSON.stringify(answers) })
      .execute();
  }
}

export async function forgetAnswersOf(tx: Tx, personId: string): Promise<void> {
  const rows = await tx
    .selectFrom('feedbackAnswers')
    .selectAll()
    .where('personId', '=', personId)
    .forUpdate()
    .execute();
  await makeNobodys(tx, rows);
}

/** Of readings of one version by two accounts that become one, one goes on. */
export async function forgetSecondReadings(tx: Tx, from: string, to: string): Promise<void> {
  const own = tx
    .selectFrom('feedbackAnswers as kept')
    .select('kept.versionId')
    .where('kept.personId', '=', to)
    .where('kept.kind', '=', 'peer');
  const rows = await tx
    .selectFrom('feedbackAnswers')
    .selectAll()
    .where('personId', '=', from)
    .where('kind', '=', 'peer')
    .where('versionId', 'in', own)
    .execute();
  await makeNobodys(tx, rows);
}

export async function moveAnswers(tx: Tx, from: string, to: string): Promise<void> {
  await tx.updateTable('feedbackAnswers').set({ personId: to }).where('personId', '=', from).execute();
}
