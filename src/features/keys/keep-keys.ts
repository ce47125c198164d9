import { system } from '../audit/index.ts';
import { listIssuers } from '../institutions/index.ts';
import { keepDidDocument } from './keep-did-document.ts';
import { listKeyOwners, listStoredKeys } from './keys.store.ts';
import { moveOn, type RotateDeps } from './rotate-key.ts';
import { ALL_PURPOSES, decideStep } from './signing-key.ts';

/** The calendar of every key, looked at once a day: what is due is published, what is ripe signs. */
export async function keepKeys(deps: RotateDeps): Promise<void> {
  for (const institutionId of await deps.database.asPublic(listKeyOwners))
    await keepKeysOf(deps, institutionId);
}

async function keepKeysOf(deps: RotateDeps, institutionId: string): Promise<void> {
  const { database, clock, keyPolicy } = deps;
  const issuers = await database.asPublic((tx) => listIssuers(tx, institutionId));
  const keys = await database.asWorker(institutionId, (tx) => listStoredKeys(tx, { institutionId }));
  for (const issuer of issuers) {
    for (const purpose of ALL_PURPOSES) {
      const own = keys.filter((key) => key.issuerId === issuer.id && key.purpose === purpose);
      if (!decideStep(own, keyPolicy, clock.now())) continue;
      // Each in a transaction of its own, so that two servers never wait for each other's locks.
      await database.asWorker(institutionId, (tx) =>
        moveOn(deps, tx, system, { issuer, purpose, when: 'announced' }),
      );
    }
    // Also a document that was never kept, and one that a newer version of this software writes differently.
    await database.asWorker(institutionId, (tx) => keepDidDocument(deps, tx, issuer));
  }
}
