import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createUuid } from '../../platform/ids.ts';
import { signInNeeded } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { nameEmpty } from './accounts.problems.ts';
import { findPerson, listIdentities, updatePerson } from './accounts.store.ts';
import { normaliseName } from './identity.ts';
import { insertNameChange } from './name-changes.store.ts';
import type { ListProviders } from './provider.ts';

/**
 * What a person is called here, and in which language they are written to. No signed byte changes by it; the name
 * before it is kept for their own eyes.
 */
export async function changePerson(
  deps: { readonly database: Database; readonly clock: Clock; readonly listProviders: ListProviders },
  actor: Actor,
  input: { readonly name?: string | undefined; readonly language?: 'en' | 'nl' | undefined },
): Promise<void> {
  if (actor.kind !== 'person') throw signInNeeded();
  const { personId } = actor;
  const name = input.name === undefined ? undefined : normaliseName(input.name);
  if (name === '') throw nameEmpty();
  const changes = { ...(name ? { name } : {}), ...(input.language ? { language: input.language } : {}) };
  if (Object.keys(changes).length === 0) return;
  const vouching = name ? await listVouchingIssuers(deps) : [];
  await deps.database.asPerson(personId, async (tx) => {
    const before = await findPerson(tx, personId);
    await updatePerson(tx, personId, changes);
    const at = deps.clock.now();
    await appendAuditEntry(tx, at, {
      actor,
      institutionId: null,
      action: 'account.changed',
      subject: { kind: 'person', id: personId },
      personId,
      detail: { changed: Object.keys(changes) },
    });
    if (!name || !before || before.name === name) return;
    const id = createUuid();
    const identities = await listIdentities(tx, personId);
    const isVouched = identities.some((one) => one.name === name && vouching.includes(one.issuer));
    await insertNameChange(tx, {
      ...{ id, personId, oldName: before.name, newName: name, at },
      source: isVouched ? 'institution' : 'holder',
    });
    await appendAuditEntry(tx, at, {
      actor,
      institutionId: null,
      action: 'person.renamed',
      subject: { kind: 'name-change', id },
      personId,
    });
  });
}

/** Institutions vouch for names; a learner's provider hands on what its holder typed. */
export async function listVouchingIssuers(deps: {
  readonly listProviders: ListProviders;
}): Promise<string[]> {
  return (await deps.listProviders())
    .filter(({ institutionId }) => institutionId !== null)
    .map(({ settings }) => settings.issuer);
}
