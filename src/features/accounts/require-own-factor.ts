import type { Tx } from '../../database/index.ts';
import { ownProviderNeeded, secondFactorFirst } from './accounts.problems.ts';
import { listIdentities } from './accounts.store.ts';
import type { SessionActorDeps } from './find-session-actor.ts';
import { listPasskeys } from './passkeys.store.ts';
import type { SessionRow } from './sessions.store.ts';

export type OwnFactorDeps = Pick<SessionActorDeps, 'clock' | 'listRights' | 'findStaffRule'>;
/** What was shown of a person: in their session, or in the one proof that another account is theirs too. */
export type ShownOfPerson = Pick<SessionRow, 'personId' | 'vouchedBy' | 'factorBy' | 'passkeyAt'>;

/**
 * Guards the second factor of staff. The first passkey is enrolled by whom the institution's own provider vouched for
 * in this session; from then on only who has given a second factor changes passkeys. Who has no role, or a role where
 * none is asked for, needs no more than a fresh proof.
 *
 * @throws Problem 403
 */
export async function requireOwnFactor(deps: OwnFactorDeps, tx: Tx, shown: ShownOfPerson): Promise<void> {
  const { personId } = shown;
  const { demanding, issuers } = await listDemanding(deps, tx, personId);
  if (demanding.length === 0) return;
  if (shown.passkeyAt !== null || demanding.some((id) => shown.factorBy.includes(id))) return;
  if ((await listPasskeys(tx, personId)).length > 0) throw secondFactorFirst();
  const identities = await listIdentities(tx, personId);
  const isKnownThere = identities.some(({ issuer }) => issuers.includes(issuer));
  if (isKnownThere && !demanding.some((id) => shown.vouchedBy.includes(id))) throw ownProviderNeeded();
}

/** The institutions that ask this person for a second factor, and the issuers of their own providers. */
export async function listDemanding(
  deps: OwnFactorDeps,
  tx: Tx,
  personId: string,
): Promise<{ readonly demanding: readonly string[]; readonly issuers: readonly string[] }> {
  const issuers: string[] = [];
  const demanding: string[] = [];
  for (const { institutionId } of await deps.listRights(tx, personId, deps.clock.now())) {
    const rule = await deps.findStaffRule(tx, institutionId);
    if (rule?.secondFactor !== 'required') continue;
    demanding.push(institutionId);
    if (rule.issuer) issuers.push(rule.issuer);
  }
  return { demanding, issuers };
}
