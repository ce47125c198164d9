import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { openAtDesign, requireOffered } from './at-design.ts';
import { readerNeeded, receivedLater, replyEmpty } from './feedback.problems.ts';
import type { COMPLAINT_KINDS } from './feedback.schema.ts';
import type { FeedbackDeps } from './give-feedback.ts';
import { insertComplaint, insertReply, withdrawReplyOf } from './replies.store.ts';

type Said = Readonly<Record<'en' | 'nl', string>>;

/** What the makers did with what they heard; public at once. @throws Problem 422 without words, 403 for a program */
export async function replyToFeedback(
  deps: FeedbackDeps,
  actor: Actor,
  input: { readonly design: string; readonly said: Said; readonly did: Said },
): Promise<{ readonly id: string }> {
  const languages = (['en', 'nl'] as const).filter((one) => input.said[one] !== '' && input.did[one] !== '');
  const id = createUuid();
  await openAtDesign(deps, actor, { design: input.design, permission: 'designs.write' }, async (at) => {
    const { tx, staff, design, now, today } = at;
    if (staff.kind !== 'person') throw readerNeeded();
    requireOffered(at.version);
    if (languages.length === 0) throw replyEmpty();
    const only = (text: Said) => JSON.stringify(Object.fromEntries(languages.map((one) => [one, text[one]])));
    await insertReply(tx, {
      ...{ id, institutionId: staff.institutionId, designId: design.id, byId: staff.personId },
      ...{ said: only(input.said), did: only(input.did), saidOn: today },
    });
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId: staff.institutionId,
      action: 'feedback.replied',
      subject: { kind: 'design', id: design.id },
    });
  });
  return { id };
}

/** It stands on no page any more, and the trail says that it did. */
export async function withdrawReply(
  deps: FeedbackDeps,
  actor: Actor,
  input: { readonly design: string; readonly reply: string },
): Promise<void> {
  await openAtDesign(deps, actor, { design: input.design, permission: 'designs.write' }, async (at) => {
    const { tx, staff, design, now, today: on } = at;
    if (!(await withdrawReplyOf(tx, { designId: design.id, reply: input.reply, on }))) throw notFound();
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId: staff.institutionId,
      action: 'feedback.reply-withdrawn',
      subject: { kind: 'design', id: design.id },
    });
  });
}

/**
 * A complaint that came in, at the version that is offered. Enough of them call a review (`review.triggers` of the pack).
 *
 * @throws Problem 422 for a day to come, 409 before anything was published, 403 for a program
 */
export async function recordComplaint(
  deps: FeedbackDeps,
  actor: Actor,
  input: {
    readonly design: string;
    readonly kind: (typeof COMPLAINT_KINDS)[number];
    readonly receivedOn: string;
    readonly note: string;
  },
): Promise<{ readonly id: string }> {
  const id = createUuid();
  await openAtDesign(deps, actor, { design: input.design, permission: 'designs.assure' }, async (at) => {
    const { tx, staff, design, now, today } = at;
    if (staff.kind !== 'person') throw readerNeeded();
    const version = requireOffered(at.version);
    if (input.receivedOn > today) throw receivedLater();
    const { kind, receivedOn, note } = input;
    await insertComplaint(tx, {
      ...{ id, institutionId: staff.institutionId, designId: design.id, versionId: version.id },
      ...{ kind, receivedOn, note, byId: staff.personId },
    });
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId: staff.institutionId,
      action: 'feedback.complaint-recorded',
      subject: { kind: 'design', id: design.id },
      detail: { kind },
    });
  });
  return { id };
}
