import type { Database } from '../../database/index.ts';
import { appendAuditEntry, system } from '../audit/index.ts';
import { createKey, type KeyOwner, type KeysDeps } from './create-issuer-keys.ts';
import { findActiveKey, retireKey } from './keys.store.ts';
import type { KeyPurpose } from './signing-key.ts';

/** A new key signs from now on; the old one stays in the DID document and signs nothing more. */
export function rotateKey(
  deps: KeysDeps & { readonly database: Database },
  issuer: KeyOwner,
  purpose: KeyPurpose,
): Promise<void> {
  return deps.database.asWorker(issuer.institutionId, async (tx) => {
    const now = deps.clock.now();
    const old = await findActiveKey(tx, issuer.id, purpose);
    if (old) await retireKey(tx, old.id, now);
    await createKey(deps, tx, issuer, purpose);
    await appendAuditEntry(tx, now, {
      actor: system,
      institutionId: issuer.institutionId,
      action: 'key.rotated',
      subject: { kind: 'issuer', id: issuer.id },
      detail: { purpose, retired: old?.kid ?? null },
    });
  });
}
