import { type Insertable, sql } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import { FEWEST } from './count-answers.ts';
import type { Answers, FiguresView, Kind, Moment } from './feedback.schema.ts';

export type OwnAnswer = {
  readonly id: string;
  readonly kind: Kind;
  readonly answers: Answers;
  readonly text: string;
  readonly givenOn: string;
};

const OWN = ['id', 'kind', 'answers', 'text', 'givenOn'] as const;

/** @returns false when the same was answered at this very moment by another request, which is committed by now */
export async function insertAnswer(tx: Tx, row: Insertable<Tables['feedbackAnswers']>): Promise<boolean> {
  const made = await tx
    .insertInto('feedbackAnswers')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/**
 * Said for the first time, or said anew: whoever presses twice said it once.
 *
 * @param find what they said of this before
 */
export async function putAnswer(
  tx: Tx,
  row: Insertable<Tables['feedbackAnswers']> & { readonly answers: string; readonly text: string },
  find: () => Promise<OwnAnswer | undefined>,
): Promise<void> {
  const before = await find();
  if (!before && (await insertAnswer(tx, row))) return;
  const own = before ?? (await find());
  if (own) await updateAnswer(tx, own.id, { answers: row.answers, text: row.text });
}

/** Of the person of this context, about one award. */
export async function listOwnAnswers(tx: Tx, awardId: string): Promise<OwnAnswer[]> {
  const rows = await tx
    .selectFrom('feedbackAnswers')
    .select(OWN)
    .where('awardId', '=', awardId)
    .orderBy('givenOn')
    .execute();
  return rows.map((row) => ({ ...row, answers: row.answers as Answers })); // as giveFeedback() wrote them
}

/** The day stays the first one: who changes a word is counted no later. */
export async function updateAnswer(
  tx: Tx,
  id: string,
  change: { readonly answers: string; readonly text: string },
): Promise<void> {
  await tx.updateTable('feedbackAnswers').set(change).where('id', '=', id).execute();
}

/** @returns the version it was about; undefined when there was none */
export async function deleteAnswer(tx: Tx, awardId: string, kind: Moment): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('feedbackAnswers')
    .where('awardId', '=', awardId)
    .where('kind', '=', kind)
    .returning('versionId')
    .executeTakeFirst();
  return row?.versionId;
}

export async function findReading(
  tx: Tx,
  versionId: string,
  personId: string,
): Promise<OwnAnswer | undefined> {
  const row = await tx
    .selectFrom('feedbackAnswers')
    .select(OWN)
    .where('versionId', '=', versionId)
    .where('kind', '=', 'peer')
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row && { ...row, answers: row.answers as Answers }; // as giveReading() wrote them
}

/** How many strangers spoke of this version on one day. */
export async function countRemarks(tx: Tx, versionId: string, on: string): Promise<number> {
  const { count } = await tx
    .selectFrom('feedbackAnswers')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('versionId', '=', versionId)
    .where('kind', '=', 'employer')
    .where('givenOn', '=', on)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export type Counted = { readonly answers: Answers; readonly text: string };

/** In whole fives, in the order in which they came; of fewer than five nothing leaves the database. */
export async function listWholeFives(tx: Tx, versionId: string, kind: Kind): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    SELECT answers, text FROM (
      SELECT answers, text, row_number() OVER (ORDER BY given_on, id) AS place, count(*) OVER () AS total
      FROM feedback_answers WHERE version_id = ${versionId} AND kind = ${kind}
    ) given
    WHERE place <= total - total % ${sql.lit(FEWEST)} ORDER BY place`.execute(tx);
  return rows;
}

export async function writeFigures(tx: Tx, row: Insertable<Tables['feedbackFigures']>): Promise<void> {
  const { n, figures, countedOn } = row;
  await tx
    .insertInto('feedbackFigures')
    .values(row)
    .onConflict((conflict) => conflict.columns(['versionId', 'kind']).doUpdateSet({ n, figures, countedOn }))
    .execute();
}

export async function deleteFigures(tx: Tx, versionId: string, kind: Kind): Promise<void> {
  await tx
    .deleteFrom('feedbackFigures')
    .where('versionId', '=', versionId)
    .where('kind', '=', kind)
    .execute();
}

/** The wall shows strangers no readings of peers. */
export async function listFigures(tx: Tx, versionId: string): Promise<FiguresView[]> {
  const rows = await tx
    .selectFrom('feedbackFigures')
    .select(['kind', 'n', 'figures', 'countedOn'])
    .where('versionId', '=', versionId)
    .where('n', '>=', FEWEST)
    .orderBy('kind')
    .execute();
  return rows.map((row) => ({ ...row, figures: row.figures as FiguresView['figures'] })); // as countFeedback() wrote them
}

/** @returns false when they were asked before */
export async function markAsked(tx: Tx, row: Insertable<Tables['feedbackAsked']>): Promise<boolean> {
  const made = await tx
    .insertInto('feedbackAsked')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('awardId')
    .executeTakeFirst();
  return made !== undefined;
}
