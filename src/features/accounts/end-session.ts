import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { appendAuditEntry } from '../audit/index.ts';
import { hashToken } from './browser-cookies.ts';
import { deleteSession, findSession } from './sessions.store.ts';

/** The token opens nothing any more, in whatever hands it is. */
export async function endSession(
  deps: { readonly database: Database; readonly clock: Clock },
  token: string | undefined,
): Promise<void> {
  if (!token) return;
  const tokenHash = hashToken(token);
  const now = deps.clock.now();
  await deps.database.asDoorkeeper(async (tx) => {
    const session = await findSession(tx, tokenHash, now);
    await deleteSession(tx, tokenHash);
    if (!session) return;
    const { personId } = session;
    await appendAuditEntry(tx, now, {
      actor: { kind: 'person', personId, permissions: new Set() },
      institutionId: session.institutionId,
      action: 'session.ended',
      subject: { kind: 'person', id: personId },
      personId,
    });
  });
}
