import { dayIn } from '../../platform/calendar.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { appendAuditEntry, system } from '../audit/index.ts';
import { findPublishedAward } from '../awards/index.ts';
import { contentOf, findVersionById } from '../designs/index.ts';
import { findInstitution } from '../institutions/index.ts';
import { checkAnswers } from './check-answers.ts';
import { enoughForToday } from './feedback.problems.ts';
import type { Answers } from './feedback.schema.ts';
import { countRemarks, insertAnswer } from './feedback.store.ts';
import { announceGiven, type FeedbackDeps } from './give-feedback.ts';

/** A day and version: what a busy employer's week comes to, and a program is stopped by. */
const MOST_A_DAY = 20;

/**
 * Whoever reads a credential says whether it tells what they needed. Kept is the version and nothing that leads to the
 * credential or its holder.
 *
 * @throws Problem 404 for what is not public, 422 for answers to what was not asked, 429 after twenty a day
 */
export async function leaveRemark(
  deps: FeedbackDeps,
  input: {
    readonly credential: string;
    readonly answers: Answers;
    readonly text: string;
    readonly organisation: string;
  },
): Promise<void> {
  const found = await deps.database.asPublic(async (tx) => {
    const award = await findPublishedAward(tx, input.credential);
    const version = award?.state === 'claimed' ? await findVersionById(tx, award.versionId) : undefined;
    return version && { version, institution: await findInstitution(tx, version.institutionId) };
  });
  if (!found?.institution) throw notFound();
  const { version, institution } = found;
  checkAnswers('employer', contentOf(version).outcomes, input);
  await deps.database.asWorker(institution.id, async (tx) => {
    const now = deps.clock.now();
    const today = dayIn(institution.timeZone, now);
    if ((await countRemarks(tx, version.id, today)) >= MOST_A_DAY) throw enoughForToday();
    const { id: versionId, designId, institutionId } = version;
    await insertAnswer(tx, {
      ...{ id: createUuid(), institutionId, designId, versionId, kind: 'employer', givenOn: today },
      ...{ answers: JSON.stringify(input.answers), text: input.text },
      organisation: input.organisation || null,
    });
    await appendAuditEntry(tx, now, {
      actor: system,
      institutionId,
      action: 'feedback.remark-left',
      subject: { kind: 'design', id: designId },
    });
    await announceGiven(tx, now, { institutionId, versionId, kind: 'employer' });
  });
}
