import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { deleteAddress, deleteIdentity, listAddressRows, lockName } from './accounts.store.ts';
import { EMAIL_ISSUER } from './identity.ts';
import { requireFreshProof } from './require-fresh-proof.ts';
import { tellPerson } from './tell-person.ts';
import type { WaysInDeps } from './unlink-identity.ts';
import { listKnownIssuers, requireAnotherWayIn } from './ways-in.ts';

/**
 * The address is theirs no longer, nor is signing in by its letters. What they collected stays; what still waits for
 * the address waits on, and appears again when somebody proves it.
 *
 * @throws Problem 409 when signing in by its letters is the last way in
 */
export async function removeAddress(deps: WaysInDeps, actor: Actor, input: { id: string }): Promise<void> {
  const person = requireFreshProof(deps, actor);
  const { personId } = person;
  const issuers = await listKnownIssuers(deps);
  const now = deps.clock.now();
  await deps.database.asPerson(personId, async (tx) => {
    await lockName(tx, personId);
    const found = (await listAddressRows(tx, personId)).find(({ id }) => id === input.id);
    if (!found) throw notFound();
    const isByLetter = (way: { issuer?: string; subject?: string }) =>
      way.issuer === EMAIL_ISSUER && way.subject === found.address;
    await requireAnotherWayIn(tx, personId, issuers, isByLetter);
    await deleteIdentity(tx, { personId, issuer: EMAIL_ISSUER, subject: found.address });
    await deleteAddress(tx, found.id);
    await tellPerson(tx, now, { personId, change: 'address-removed' });
    await appendAuditEntry(tx, now, {
      actor: person,
      institutionId: null,
      action: 'address.removed',
      subject: { kind: 'person', id: personId },
      personId,
    });
  });
}
