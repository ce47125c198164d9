import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { roleHangsOnIt } from './accounts.problems.ts';
import { deleteIdentity, listIdentities, lockName } from './accounts.store.ts';
import type { ListProviders, ListRights } from './provider.ts';
import { requireFreshProof } from './require-fresh-proof.ts';
import { tellPerson } from './tell-person.ts';
import { listKnownIssuers, requireAnotherWayIn } from './ways-in.ts';

export type WaysInDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly listProviders: ListProviders;
};

/**
 * This identity opens the account no longer. Badges stay: they are the person's, not the identity's. Roles do not: whoever
 * acts for an institution comes in through its provider, which knows when they have left; without that identity they
 * would be a guest whom nobody takes leave of.
 *
 * @throws Problem 409 for the last way in, and for the one on which a role hangs
 */
export async function unlinkIdentity(
  deps: WaysInDeps & { readonly listRights: ListRights },
  actor: Actor,
  input: { id: string },
): Promise<void> {
  const person = requireFreshProof(deps, actor);
  const { personId } = person;
  const issuers = await listKnownIssuers(deps);
  const providers = await deps.listProviders();
  const now = deps.clock.now();
  await deps.database.asPerson(personId, async (tx) => {
    await lockName(tx, personId);
    const identities = await listIdentities(tx, personId);
    const identity = identities.find(({ id }) => id === input.id);
    if (!identity) throw notFound();
    const rights = await deps.listRights(tx, personId, now);
    const carried = providers.filter(({ settings }) => settings.issuer === identity.issuer);
    if (carried.some((one) => rights.some((held) => held.institutionId === one.institutionId)))
      throw roleHangsOnIt();
    await requireAnotherWayIn(tx, personId, issuers, ({ id }) => id === input.id);
    await deleteIdentity(tx, { personId, id: input.id });
    await tellPerson(tx, now, { personId, change: 'identity-unlinked' });
    await appendAuditEntry(tx, now, {
      actor: person,
      institutionId: null,
      action: 'identity.unlinked',
      subject: { kind: 'identity', id: input.id },
      personId,
    });
  });
}
