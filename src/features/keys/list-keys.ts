import type { Database } from '../../database/index.ts';
import type { Actor } from '../audit/index.ts';
import { listIssuers, requirePermission } from '../institutions/index.ts';
import type { KeysView, KeyView } from './keys.schema.ts';
import { listStoredKeys, type StoredKey } from './keys.store.ts';
import { dueAt, type KeyPolicy, PURPOSES, ripeAt, stateOf } from './signing-key.ts';

/** Every issuer of the institution with its keys, the newest of a purpose first. */
export async function listKeys(
  deps: { readonly database: Database; readonly keyPolicy: KeyPolicy },
  actor: Actor,
): Promise<KeysView> {
  const { institutionId } = requirePermission(actor, 'institution.manage', 'institution');
  return await deps.database.asInstitution(institutionId, async (tx) => {
    const keys = (await listStoredKeys(tx, { institutionId })).toReversed();
    const issuers = await listIssuers(tx, institutionId);
    return {
      issuers: issuers.map(({ id, publicId, name, did }) => ({
        ...{ id: publicId, name, did },
        keys: keys.filter(({ issuerId }) => issuerId === id).map((key) => presentKey(key, deps.keyPolicy)),
      })),
    };
  });
}

function presentKey(key: StoredKey, policy: KeyPolicy): KeyView {
  const state = stateOf(key);
  const next = state === 'pre-published' ? ripeAt(key, policy) : state === 'active' && dueAt(key, policy);
  return {
    ...{ kid: key.kid, purpose: key.purpose, store: key.store, state },
    algorithm: PURPOSES[key.purpose],
    publishedAt: key.publishedAt.toISOString(),
    activeFrom: key.activeFrom?.toISOString() ?? null,
    activeUntil: key.activeUntil?.toISOString() ?? null,
    compromisedAt: key.compromisedAt?.toISOString() ?? null,
    reason: key.compromiseReason,
    nextAt: next ? next.toISOString() : null,
  };
}
