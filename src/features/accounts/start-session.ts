import type { Tx } from '../../database/index.ts';
import { createSecret } from '../../platform/crypto/index.ts';
import { appendAuditEntry } from '../audit/index.ts';
import { hashToken } from './browser-cookies.ts';
import { expiryOf } from './session.ts';
import { deleteExpiredSessions, deleteSession, insertSession } from './sessions.store.ts';

export type NewSession = {
  readonly personId: string;
  readonly provider: string;
  /** For which they act from the start; only of an institution that has them as a member. */
  readonly institutionId: string | null;
  /** The token this browser came with. It opens nothing any more, whoever planted it (session fixation). */
  readonly previousToken: string | undefined;
};

/** @returns the token for the cookie; the database keeps its hash */
export async function startSession(tx: Tx, at: Date, input: NewSession): Promise<string> {
  const { personId, provider, institutionId } = input;
  if (input.previousToken) await deleteSession(tx, hashToken(input.previousToken));
  await deleteExpiredSessions(tx, personId, at);
  const token = createSecret();
  await insertSession(tx, {
    tokenHash: hashToken(token),
    personId,
    institutionId,
    provider,
    createdAt: at,
    seenAt: at,
    expiresAt: expiryOf(at, at),
  });
  await appendAuditEntry(tx, at, {
    actor: { kind: 'person', personId, permissions: new Set() },
    institutionId,
    action: 'session.started',
    subject: { kind: 'person', id: personId },
    personId,
    detail: { provider },
  });
  return token;
}
