import type { Database, Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createUuid } from '../../platform/ids.ts';
import { announce } from '../../platform/jobs/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry, type PersonActor } from '../audit/index.ts';
import { requirePerson } from '../awards/index.ts';
import { checkAnswers } from './check-answers.ts';
import { notTheMoment } from './feedback.problems.ts';
import type { Answers, Kind, Moment } from './feedback.schema.ts';
import { deleteAnswer, listOwnAnswers, putAnswer } from './feedback.store.ts';
import { mayGive } from './moments.ts';
import { readOwnAward } from './own-award.ts';

export type FeedbackDeps = { readonly database: Database; readonly clock: Clock };

/**
 * What a learner says of what they earned, at one moment: about the design, and never anything that a credential shows.
 *
 * @throws Problem 404 for what is not theirs, 409 outside of the moment, 422 for answers to what was not asked
 */
export async function giveFeedback(
  deps: FeedbackDeps,
  actor: Actor,
  input: {
    readonly award: string;
    readonly moment: Moment;
    readonly answers: Answers;
    readonly text: string;
  },
): Promise<void> {
  const person = requirePerson(actor);
  await deps.database.asPerson(person.personId, async (tx) => {
    const now = deps.clock.now();
    const own = await readOwnAward(tx, { award: input.award, personId: person.personId, now });
    const { award, content, today } = own;
    checkAnswers(input.moment, content.outcomes, input);
    const find = async () => (await listOwnAnswers(tx, award.id)).find(({ kind }) => kind === input.moment);
    const given = await find();
    if (!mayGive(input.moment, { today, awardedOn: award.awardedOn, givenOn: given?.givenOn }))
      throw notTheMoment();
    const row = {
      ...{ id: createUuid(), institutionId: award.institutionId, designId: award.designId },
      ...{ versionId: award.versionId, awardId: award.id, personId: person.personId },
      ...{ kind: input.moment, givenOn: today, answers: JSON.stringify(input.answers), text: input.text },
    };
    await putAnswer(tx, row, find);
    await record(tx, now, person, { award: award.id, action: 'feedback.given' });
    await announceGiven(tx, now, { ...award, kind: input.moment });
  });
}

/** Taken back, whenever they like; it counts no longer. @throws Problem 404 where nothing was said */
export async function withdrawFeedback(
  deps: FeedbackDeps,
  actor: Actor,
  input: { readonly award: string; readonly moment: Moment },
): Promise<void> {
  const person = requirePerson(actor);
  await deps.database.asPerson(person.personId, async (tx) => {
    const now = deps.clock.now();
    const { award } = await readOwnAward(tx, { award: input.award, personId: person.personId, now });
    const versionId = await deleteAnswer(tx, award.id, input.moment);
    if (versionId === undefined) throw notFound();
    await record(tx, now, person, { award: award.id, action: 'feedback.withdrawn' });
    await announceGiven(tx, now, { ...award, kind: input.moment });
  });
}

/** In nobody's trail but their own: an institution does not read who spoke. */
async function record(
  tx: Tx,
  at: Date,
  person: PersonActor,
  { award, action }: { readonly award: string; readonly action: string },
): Promise<void> {
  await appendAuditEntry(tx, at, {
    actor: person,
    institutionId: null,
    action,
    subject: { kind: 'award', id: award },
    personId: person.personId,
  });
}

/** What was said is counted anew. */
export async function announceGiven(
  tx: Tx,
  at: Date,
  of: { readonly institutionId: string; readonly versionId: string; readonly kind: Kind },
): Promise<void> {
  await announce(tx, at, {
    institutionId: of.institutionId,
    topic: 'feedback-given',
    payload: { versionId: of.versionId, kind: of.kind },
  });
}
