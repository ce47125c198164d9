import type { Tx } from '../../database/index.ts';
import { ownProviderNeeded, secondFactorFirst } from './accounts.problems.ts';
import { listIdentities } from './accounts.store.ts';
import type { SessionActorDeps } from './find-session-actor.ts';
import { listPasskeys } from './passkeys.store.ts';
import type { SessionRow } from './sessions.store.ts';

/**
 * Guards the second factor of staff. The first passkey is enrolled by whom the institution's own provider vouched for
 * in this session; from then on only who has given a second factor changes passkeys. Who has no role, or a role where
 * none is asked for, needs no more than a fresh proof.
 *
 * @throws Problem 403
 */
export async function requireOwnFactor(
  deps: Pick<SessionActorDeps, 'clock' | 'listRights' | 'findStaffRule'>,
  tx: Tx,
  session: SessionRow,
): Promise<void> {
  const { personId } = session;
  const issuers: string[] = [];
  const demanding: string[] = [];
  for (const { institutionId } of await deps.listRights(tx, personId, deps.clock.now())) {
    const rule = await deps.findStaffRule(tx, institutionId);
    if (rule?.secondFactor !== 'required') continue;
    demanding.push(institutionId);
    if (rule.issuer) issuers.push(rule.issuer);
  }
  if (demanding.length === 0) return;
  if (session.passkeyAt !== null || demanding.some((id) => session.factorBy.includes(id))) return;
  if ((await listPasskeys(tx, personId)).length > 0) throw secondFactorFirst();
  const identities = await listIdentities(tx, personId);
  const isKnownThere = identities.some(({ issuer }) => issuers.includes(issuer));
  if (isKnownThere && !demanding.some((id) => session.vouchedBy.includes(id))) throw ownProviderNeeded();
}
