import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { notFound, signInNeeded } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { deleteSessionsOf } from './sessions.store.ts';

/** One session of theirs, or all but the one they act in. Whoever holds its cookie is nobody from the next request on. */
export async function endSessions(
  deps: { readonly database: Database; readonly clock: Clock },
  actor: Actor,
  input: { readonly id: string } | 'others',
): Promise<void> {
  if (actor.kind !== 'person' || !actor.sessionId) throw signInNeeded();
  const { personId, sessionId } = actor;
  await deps.database.asPerson(personId, async (tx) => {
    const which = input === 'others' ? { allBut: sessionId } : input;
    const ended = await deleteSessionsOf(tx, personId, which);
    if (ended.length === 0 && input !== 'others') throw notFound();
    for (const id of ended)
      await appendAuditEntry(tx, deps.clock.now(), {
        actor,
        institutionId: null,
        action: 'session.ended',
        subject: { kind: 'session', id },
        personId,
      });
  });
}
