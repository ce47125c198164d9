import type { Database, Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PersonActor } from '../audit/index.ts';
import { listIdentities } from './accounts.store.ts';
import { hashToken } from './browser-cookies.ts';
import type { FindStaffRule, ListRights } from './provider.ts';
import { expiryOf, isToBeNoted } from './session.ts';
import { findSession, noteUse, type SessionRow } from './sessions.store.ts';
import { findViewed } from './viewing.ts';

export type SessionActorDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly listRights: ListRights;
  readonly findStaffRule: FindStaffRule;
};

/**
 * Whoever the token of a session stands for; undefined when it is unknown, ended or expired. Roles are read at each
 * request: who is a member no longer acts for the institution no longer. Neither does who has not shown what the
 * institution asks for: until then they are themselves.
 */
export function findSessionActor(deps: SessionActorDeps, token: string): Promise<PersonActor | undefined> {
  const now = deps.clock.now();
  return deps.database.asDoorkeeper(async (tx) => {
    const session = await findSession(tx, hashToken(token), now);
    if (!session) return undefined;
    const { personId, institutionId, tokenHash, createdAt } = session;
    if (isToBeNoted(session.seenAt, now))
      await noteUse(tx, tokenHash, { seenAt: now, expiresAt: expiryOf(createdAt, now) });
    const viewed = await findViewed(deps, tx, now, session);
    if (viewed) return viewed;
    const person: PersonActor = {
      kind: 'person',
      personId,
      permissions: new Set(),
      sessionId: session.id,
      sessionProvenAt: session.authenticatedAt,
    };
    if (institutionId === null) return person;
    const rights = (await deps.listRights(tx, personId, now)).find(
      (held) => held.institutionId === institutionId,
    );
    if (!rights) return person;
    const reason = await findMissing(deps, tx, session, institutionId);
    if (reason) return { ...person, withheld: { institutionId, reason } };
    return { ...person, institutionId, permissions: rights.permissions };
  });
}

/**
 * What this session has yet to show before its person acts for the institution. An account that the institution ended
 * must not go on through another way in, so those whom its own provider knows come through it; a guest whom it does not
 * know gives a second factor in any case.
 */
export async function findMissing(
  deps: Pick<SessionActorDeps, 'findStaffRule'>,
  tx: Tx,
  session: Pick<SessionRow, 'personId' | 'vouchedBy' | 'factorBy' | 'passkeyAt'>,
  institutionId: string,
): Promise<'second-factor' | 'own-provider' | undefined> {
  const rule = await deps.findStaffRule(tx, institutionId);
  if (!rule) return 'own-provider';
  const isVouched = session.vouchedBy.includes(institutionId);
  if (!isVouched && rule.issuer !== undefined) {
    const identities = await listIdentities(tx, session.personId);
    if (identities.some(({ issuer }) => issuer === rule.issuer)) return 'own-provider';
  }
  const isGiven = session.passkeyAt !== null || session.factorBy.includes(institutionId);
  return isGiven || (isVouched && rule.secondFactor === 'off') ? undefined : 'second-factor';
}
