import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { announce } from '../../platform/jobs/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { requirePermission } from '../institutions/index.ts';
import { setStatus } from '../status/index.ts';
import { alreadyAnswered } from './endorsements.problems.ts';
import { lockEndorsement, markEndorsement } from './endorsements.store.ts';

type AnswerDeps = { readonly database: Database; readonly clock: Clock };

/** Whom it is about shows it, or does not: nobody is praised in their own credentials against their will. */
export async function answerEndorsement(
  deps: AnswerDeps,
  actor: Actor,
  input: { readonly endorsement: string; readonly accept: boolean },
): Promise<void> {
  const staff = requirePermission(actor, 'institution.manage', 'institution');
  const { institutionId } = staff;
  await deps.database.asInstitution(institutionId, async (tx) => {
    const found = await lockEndorsement(tx, input.endorsement);
    if (found?.subjectInstitutionId !== institutionId) throw notFound();
    if (found.state !== 'offered') throw alreadyAnswered();
    const now = deps.clock.now();
    await markEndorsement(tx, found.id, { state: input.accept ? 'accepted' : 'declined', answeredAt: now });
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId,
      action: input.accept ? 'endorsement.accepted' : 'endorsement.declined',
      subject: { kind: 'endorsement', id: found.id },
      detail: { about: found.subjectUrl },
    });
  });
}

/** The endorser takes the word back. Credentials that hold it go on verifying, with a warning about this. */
export async function withdrawEndorsement(
  deps: AnswerDeps,
  actor: Actor,
  input: { readonly endorsement: string },
): Promise<void> {
  const staff = requirePermission(actor, 'institution.manage', 'institution');
  const { institutionId } = staff;
  await deps.database.asInstitution(institutionId, async (tx) => {
    const found = await lockEndorsement(tx, input.endorsement);
    if (found?.institutionId !== institutionId) throw notFound();
    if (found.state !== 'offered' && found.state !== 'accepted') throw alreadyAnswered();
    const now = deps.clock.now();
    await markEndorsement(tx, found.id, { state: 'withdrawn', withdrawnAt: now });
    for (const listId of await setStatus(tx, [found.id], { at: now, reason: null }))
      await announce(tx, now, { institutionId, topic: 'status-changed', payload: { listId } });
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId,
      action: 'endorsement.withdrawn',
      subject: { kind: 'endorsement', id: found.id },
      detail: { about: found.subjectUrl },
    });
  });
}
