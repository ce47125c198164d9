import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { notFound, signInNeeded } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { listAddressRows, lockName, setPrimaryAddress } from './accounts.store.ts';

/** Letters that are not about one address go to this one. */
export async function choosePrimaryAddress(
  deps: { readonly database: Database; readonly clock: Clock },
  actor: Actor,
  input: { readonly id: string },
): Promise<void> {
  if (actor.kind !== 'person') throw signInNeeded();
  const { personId } = actor;
  await deps.database.asPerson(personId, async (tx) => {
    await lockName(tx, personId);
    if (!(await listAddressRows(tx, personId)).some(({ id }) => id === input.id)) throw notFound();
    await setPrimaryAddress(tx, personId, input.id);
    await appendAuditEntry(tx, deps.clock.now(), {
      actor,
      institutionId: null,
      action: 'address.made-primary',
      subject: { kind: 'person', id: personId },
      personId,
    });
  });
}
