import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PersonActor } from '../audit/index.ts';
import { hashToken } from './browser-cookies.ts';
import type { ListRights } from './provider.ts';
import { expiryOf, isToBeNoted } from './session.ts';
import { findSession, noteUse } from './sessions.store.ts';

export type SessionActorDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly listRights: ListRights;
};

/**
 * Whoever the token of a session stands for; undefined when it is unknown, ended or expired. Roles are read at each
 * request: who is a member no longer acts for the institution no longer.
 */
export function findSessionActor(deps: SessionActorDeps, token: string): Promise<PersonActor | undefined> {
  const now = deps.clock.now();
  return deps.database.asDoorkeeper(async (tx) => {
    const session = await findSession(tx, hashToken(token), now);
    if (!session) return undefined;
    const { personId, institutionId, tokenHash, createdAt } = session;
    if (isToBeNoted(session.seenAt, now))
      await noteUse(tx, tokenHash, { seenAt: now, expiresAt: expiryOf(createdAt, now) });
    if (institutionId === null) return { kind: 'person', personId, permissions: new Set() };
    const rights = (await deps.listRights(tx, personId, now)).find(
      (held) => held.institutionId === institutionId,
    );
    if (!rights) return { kind: 'person', personId, permissions: new Set() };
    return { kind: 'person', personId, institutionId, permissions: rights.permissions };
  });
}
