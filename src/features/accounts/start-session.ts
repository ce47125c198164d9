import type { Tx } from '../../database/index.ts';
import { createSecret } from '../../platform/crypto/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { appendAuditEntry } from '../audit/index.ts';
import { hashToken } from './browser-cookies.ts';
import { expiryOf } from './session.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  insertSession,
  replaceToken,
  type SessionRow,
} from './sessions.store.ts';

/** What a proof of who one is showed about institutions and factors. */
export type Shown = {
  /** The institution whose own provider said who they are. */
  readonly vouchedBy?: string | undefined;
  /** That provider said that a second factor was given. */
  readonly secondFactor?: boolean;
  /** A passkey was used, and its user verified. */
  readonly passkey?: boolean;
};

export type NewSession = Shown & {
  readonly personId: string;
  readonly provider: string;
  /** For which they act from the start; only of an institution that has them as a member. */
  readonly institutionId: string | null;
  /** The token this browser came with. It opens nothing any more, whoever planted it (session fixation). */
  readonly previousToken: string | undefined;
};

/** @returns the token for the cookie; the database keeps its hash */
export async function startSession(tx: Tx, at: Date, input: NewSession): Promise<string> {
  const { personId, provider, institutionId, vouchedBy } = input;
  if (input.previousToken) await deleteSession(tx, hashToken(input.previousToken));
  await deleteExpiredSessions(tx, personId, at);
  const token = createSecret();
  await insertSession(tx, {
    id: createUuid(),
    tokenHash: hashToken(token),
    personId,
    institutionId,
    provider,
    createdAt: at,
    authenticatedAt: at,
    vouchedBy: vouchedBy ? [vouchedBy] : [],
    factorBy: vouchedBy && input.secondFactor ? [vouchedBy] : [],
    passkeyAt: input.passkey ? at : null,
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

/**
 * The session goes on under a new token (ASVS 5.0 V7.2.4), with what was shown in it added to what was shown before.
 *
 * @returns the new token
 */
export async function renewSession(
  tx: Tx,
  at: Date,
  session: SessionRow,
  shown: Shown & {
    /** Who is signed in proved that they are; linking an identity proves the other one only. */
    readonly proves: 'this account' | 'another identity';
    readonly institutionId?: string | undefined;
  },
): Promise<string> {
  const token = createSecret();
  const { vouchedBy, institutionId } = shown;
  const add = (held: string[], isShown: boolean) =>
    vouchedBy && isShown ? [...new Set([...held, vouchedBy])] : held;
  await replaceToken(tx, session.id, {
    tokenHash: hashToken(token),
    seenAt: at,
    expiresAt: expiryOf(session.createdAt, at),
    vouchedBy: add(session.vouchedBy, true),
    factorBy: add(session.factorBy, shown.secondFactor === true),
    ...(shown.proves === 'this account' ? { authenticatedAt: at } : {}),
    ...(shown.passkey ? { passkeyAt: at } : {}),
    ...(institutionId ? { institutionId } : {}),
  });
  return token;
}
