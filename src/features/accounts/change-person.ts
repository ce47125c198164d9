import type { Database } from '../../database/index.ts';
import { signInNeeded } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { nameEmpty } from './accounts.problems.ts';
import { updatePerson } from './accounts.store.ts';
import { normaliseName } from './identity.ts';

/** What a person is called here, and in which language they are written to. No signed byte changes by it. */
export async function changePerson(
  deps: { readonly database: Database },
  actor: Actor,
  input: { readonly name?: string | undefined; readonly language?: 'en' | 'nl' | undefined },
): Promise<void> {
  if (actor.kind !== 'person') throw signInNeeded();
  const name = input.name === undefined ? undefined : normaliseName(input.name);
  if (name === '') throw nameEmpty();
  const changes = { ...(name ? { name } : {}), ...(input.language ? { language: input.language } : {}) };
  if (Object.keys(changes).length === 0) return;
  await deps.database.asPerson(actor.personId, (tx) => updatePerson(tx, actor.personId, changes));
}
