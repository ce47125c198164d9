import type { Tx } from '../../database/index.ts';
import { type Clock, formatInstant } from '../../platform/clock.ts';
import { sha256 } from '../../platform/crypto/index.ts';
import { composeDidDocument } from './did-document.ts';
import { findDidVersion, insertDidVersion, lockDidDocument } from './did-documents.store.ts';
import { listPublicKeys } from './keys.store.ts';

/**
 * Keeps the document as it is served from now on, in the transaction that changed the keys; the same document twice is
 * one version. Whoever asks later what an issuer's keys were at some instant is answered from here (reliability E7).
 */
export async function keepDidDocument(
  deps: { readonly clock: Clock },
  tx: Tx,
  issuer: { readonly id: string; readonly institutionId: string; readonly did: string; readonly url: string },
): Promise<void> {
  await lockDidDocument(tx, issuer.id);
  const document = composeDidDocument(issuer.did, issuer.url, await listPublicKeys(tx, issuer.id));
  const bytes = JSON.stringify(document);
  const last = await findDidVersion(tx, issuer.id);
  if (last?.bytes === bytes) return;
  await insertDidVersion(tx, {
    issuerId: issuer.id,
    institutionId: issuer.institutionId,
    version: (last?.version ?? 0) + 1,
    // In whole seconds, as it is told and asked for.
    publishedAt: new Date(formatInstant(deps.clock.now())),
    digest: Buffer.from(sha256(Buffer.from(bytes))),
    bytes,
  });
}
