import type { Tx } from '../../database/index.ts';
import { findPerson, listAddressRows, listIdentities } from './accounts.store.ts';
import { listAllResets } from './factor-resets.store.ts';
import { listNameChanges } from './name-changes.store.ts';
import { listPasskeys } from './passkeys.store.ts';
import { listAllSessions } from './sessions.store.ts';

/** Who they are here, who they are elsewhere, and where they are signed in. Secrets are not data about them. */
export async function exportPerson(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  const person = await findPerson(tx, personId);
  return {
    person: person && {
      id: person.id,
      name: person.name,
      language: person.language,
      createdAt: person.createdAt,
    },
    identities: (await listIdentities(tx, personId)).map((one) => ({
      issuer: one.issuer,
      subject: one.subject,
      name: one.name,
      identifiers: one.identifiers,
      linkedAt: one.linkedAt,
      lastUsedAt: one.lastUsedAt,
    })),
    addresses: (await listAddressRows(tx, personId)).map(({ address, verifiedAt, verifiedBy }) => ({
      address,
      verifiedAt,
      verifiedBy,
    })),
    passkeys: (await listPasskeys(tx, personId)).map(({ name, createdAt, lastUsedAt }) => ({
      name,
      createdAt,
      lastUsedAt,
    })),
    replacementsAllowed: (await listAllResets(tx, personId)).map(
      ({ address, allowedAt, expiresAt, usedAt }) => ({ address, allowedAt, expiresAt, usedAt }),
    ),
    earlierNames: (await listNameChanges(tx, personId)).map(({ oldName, newName, source, at }) => ({
      from: oldName,
      to: newName,
      source,
      at,
    })),
    sessions: (await listAllSessions(tx, personId)).map(({ provider, createdAt, seenAt, expiresAt }) => ({
      provider,
      createdAt,
      seenAt,
      expiresAt,
    })),
  };
}
