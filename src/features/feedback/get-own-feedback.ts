import type { z } from 'zod';
import { addDays } from '../../platform/calendar.ts';
import type { Actor } from '../audit/index.ts';
import { listVisibleAwards, requirePerson } from '../awards/index.ts';
import { listVersionsByIds } from '../designs/index.ts';
import { findIssuer } from '../institutions/index.ts';
import { type askedSchema, MOMENTS, type OwnFeedback } from './feedback.schema.ts';
import { listOwnAnswers } from './feedback.store.ts';
import type { FeedbackDeps } from './give-feedback.ts';
import { changeUntil, laterFrom, mayGive, momentOn } from './moments.ts';
import { readOwnAward } from './own-award.ts';

/** How long a question stands on the page of what they hold. */
const ASKED_DAYS = 60;

/** What was earned, or came to its half year, in the last two months, and was not spoken of. */
export async function listAsked(deps: FeedbackDeps, actor: Actor): Promise<z.infer<typeof askedSchema>> {
  const person = requirePerson(actor);
  return await deps.database.asPerson(person.personId, async (tx) => {
    const asked: z.infer<typeof askedSchema>['asked'] = [];
    for (const award of await listVisibleAwards(tx)) {
      if (award.personId !== person.personId || award.state !== 'claimed') continue;
      const { content, today } = await readOwnAward(tx, {
        ...{ award: award.id, personId: person.personId, now: deps.clock.now() },
      });
      const moment = momentOn(today, award.awardedOn);
      const since = moment === 'claim' ? award.awardedOn : laterFrom(award.awardedOn);
      const given = await listOwnAnswers(tx, award.id);
      if (addDays(since, ASKED_DAYS) < today || given.some(({ kind }) => kind === moment)) continue;
      asked.push({ award: award.id, title: { ...content.title } });
    }
    return { asked };
  });
}

/** What a holder is asked about one award, and what they said of it so far. */
export async function getOwnFeedback(
  deps: FeedbackDeps,
  actor: Actor,
  input: { readonly award: string },
): Promise<OwnFeedback> {
  const person = requirePerson(actor);
  return await deps.database.asPerson(person.personId, async (tx) => {
    const { award, version, content, today } = await readOwnAward(tx, {
      ...{ award: input.award, personId: person.personId, now: deps.clock.now() },
    });
    const [named] = await listVersionsByIds(tx, [version.id]);
    const issuer = await findIssuer(tx, { id: award.issuerId });
    const { awardedOn } = award;
    return {
      award: award.id,
      title: { ...content.title },
      issuer: { ...issuer?.name },
      design: { id: named?.designPublicId ?? '', version: version.number },
      outcomes: content.outcomes.map(({ id, text }) => ({ id, text: { ...text } })),
      moment: momentOn(today, awardedOn),
      laterFrom: laterFrom(awardedOn),
      given: (await listOwnAnswers(tx, award.id)).flatMap(({ kind, answers, text, givenOn }) => {
        const moment = MOMENTS.find((one) => one === kind);
        if (!moment) return [];
        return [
          {
            ...{ moment, answers, text, givenOn },
            changeUntil: changeUntil(givenOn),
            mayChange: mayGive(moment, { today, awardedOn, givenOn }),
          },
        ];
      }),
    };
  });
}
