import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { lockName } from './accounts.store.ts';
import { hashToken } from './browser-cookies.ts';
import type { SessionActorDeps } from './find-session-actor.ts';
import { deletePasskey, listPasskeys } from './passkeys.store.ts';
import { requireFreshProof } from './require-fresh-proof.ts';
import { requireOwnFactor } from './require-own-factor.ts';
import { findSession } from './sessions.store.ts';
import { tellPerson } from './tell-person.ts';
import type { WaysInDeps } from './unlink-identity.ts';
import { listKnownIssuers, requireAnotherWayIn } from './ways-in.ts';

/** @throws Problem 409 for the last way in, 403 when it guards what staff do and was not used in this session */
export async function removePasskey(
  deps: WaysInDeps & SessionActorDeps,
  actor: Actor,
  input: { readonly id: string; readonly sessionToken: string | undefined },
): Promise<void> {
  const person = requireFreshProof(deps, actor);
  const { personId } = person;
  const issuers = await listKnownIssuers(deps);
  const now = deps.clock.now();
  await deps.database.asDoorkeeper(async (tx) => {
    const session = input.sessionToken
      ? await findSession(tx, hashToken(input.sessionToken), now)
      : undefined;
    if (session?.personId !== personId) throw notFound();
    await requireOwnFactor(deps, tx, session);
  });
  await deps.database.asPerson(personId, async (tx) => {
    await lockName(tx, personId);
    if (!(await listPasskeys(tx, personId)).some(({ id }) => id === input.id)) throw notFound();
    await requireAnotherWayIn(tx, personId, issuers, ({ id }) => id === input.id);
    await deletePasskey(tx, personId, input.id);
    await tellPerson(tx, now, { personId, change: 'passkey-removed' });
    await appendAuditEntry(tx, now, {
      actor: person,
      institutionId: null,
      action: 'passkey.removed',
      subject: { kind: 'passkey', id: input.id },
      personId,
    });
  });
}
