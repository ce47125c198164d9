import { createUuid } from '../../platform/ids.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { contentOf } from '../designs/index.ts';
import { isMakerOf } from '../quality/index.ts';
import { openAtDesign, requireOffered } from './at-design.ts';
import { checkAnswers } from './check-answers.ts';
import { ownDesign, readerNeeded } from './feedback.problems.ts';
import type { Answers } from './feedback.schema.ts';
import { findReading, putAnswer } from './feedback.store.ts';
import { announceGiven, type FeedbackDeps } from './give-feedback.ts';

/**
 * A colleague of the subject reads the design that is in use, by a rubric. One reading a version; the last one counts.
 *
 * @throws Problem 403 for a program and for whoever made it, 409 before anything was published, 422 for answers to what was not asked
 */
export async function giveReading(
  deps: FeedbackDeps,
  actor: Actor,
  input: { readonly design: string; readonly answers: Answers; readonly text: string },
): Promise<void> {
  await openAtDesign(deps, actor, { design: input.design, permission: 'designs.review' }, async (at) => {
    const { tx, staff, design, now, today } = at;
    if (staff.kind !== 'person') throw readerNeeded();
    const version = requireOffered(at.version);
    if (await isMakerOf(tx, version.id, staff.personId)) throw ownDesign();
    checkAnswers('peer', contentOf(version).outcomes, input);
    const { institutionId } = version;
    const { personId } = staff;
    const row = {
      ...{ id: createUuid(), institutionId, designId: design.id, versionId: version.id, personId },
      ...{ givenOn: today, answers: JSON.stringify(input.answers), text: input.text },
      kind: 'peer' as const,
    };
    await putAnswer(tx, row, () => findReading(tx, version.id, personId));
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId,
      action: 'feedback.reading-given',
      subject: { kind: 'design', id: design.id },
    });
    await announceGiven(tx, now, { institutionId, versionId: version.id, kind: 'peer' });
  });
}
