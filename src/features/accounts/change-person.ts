import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { signInNeeded } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { nameEmpty } from './accounts.problems.ts';
import { updatePerson } from './accounts.store.ts';
import { normaliseName } from './identity.ts';

/** What a person is called here, and in which language they are written to. No signed byte changes by it. */
export async function changePerson(
  deps: { readonly database: Database; readonly clock: Clock },
  actor: Actor,
  input: { readonly name?: string | undefined; readonly language?: 'en' | 'nl' | undefined },
): Promise<void> {
  if (actor.kind !== 'person') throw signInNeeded();
  const name = input.name === undefined ? undefined : normaliseName(input.name);
  if (name === '') throw nameEmpty();
  const changes = { ...(name ? { name } : {}), ...(input.language ? { language: input.language } : {}) };
  if (Object.keys(changes).length === 0) return;
  const { personId } = actor;
  await deps.database.asPerson(personId, async (tx) => {
    await updatePerson(tx, personId, changes);
    await appendAuditEntry(tx, deps.clock.now(), {
      actor,
      institutionId: null,
      action: 'account.changed',
      subject: { kind: 'person', id: personId },
      personId,
      detail: { changed: Object.keys(changes) },
    });
  });
}
