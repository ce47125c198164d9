import type { Tx } from '../../database/index.ts';
import type { Signer } from '../../formats/index.ts';
import { appendAuditEntry, system } from '../audit/index.ts';
import { createKey, type KeyOwner, type KeysDeps } from './create-key.ts';
import { keepDidDocument } from './keep-did-document.ts';
import { holdActiveKey, lockSlot, type OpenableKey } from './keys.store.ts';
import { isOnDemand, type KeyPurpose, PURPOSES } from './signing-key.ts';

/**
 * Takes the worker's transaction: opening a second one from inside of it would let signers wait for each other's
 * connections without end.
 */
export type GetSigner = (tx: Tx, issuer: KeyOwner, purpose: KeyPurpose) => Promise<Signer>;

/**
 * Hands out a `Signer`, never a key. Each transaction asks anew which key signs and holds it until it ends, so that a
 * rotation and a theft are noticed at once by every server; within one transaction ten thousand ask once.
 */
export function createGetSigner(deps: Pick<KeysDeps, 'clock' | 'keyStores'>): GetSigner {
  const held = new WeakMap<Tx, Map<string, Signer>>();
  return async (tx, issuer, purpose) => {
    const signers = held.get(tx) ?? new Map<string, Signer>();
    held.set(tx, signers);
    const name = `${issuer.id} ${purpose}`;
    const signer = signers.get(name) ?? (await holdSigner(deps, tx, issuer, purpose));
    signers.set(name, signer);
    return signer;
  };
}

async function holdSigner(
  deps: Pick<KeysDeps, 'clock' | 'keyStores'>,
  tx: Tx,
  issuer: KeyOwner,
  purpose: KeyPurpose,
): Promise<Signer> {
  const key =
    (await holdActiveKey(tx, issuer.id, purpose)) ?? (await makeOnDemand(deps, tx, issuer, purpose));
  if (!key) throw new Error(`issuer ${issuer.id} has no active key for ${purpose}`);
  const { id, privateSealed, storeRef } = key;
  const kept = { id, privateSealed, storeRef, algorithm: PURPOSES[purpose] };
  const store = deps.keyStores.find(key.store);
  return {
    algorithm: kept.algorithm,
    sign: (bytes) => store.sign(kept, bytes),
    verificationMethod: key.verificationMethod,
    keyUrl: `${issuer.url}/keys/${key.kid}`,
  };
}

/** Of two who need the first at once, one makes it; the other waits, and finds it. */
async function makeOnDemand(
  deps: Pick<KeysDeps, 'clock' | 'keyStores'>,
  tx: Tx,
  issuer: KeyOwner,
  purpose: KeyPurpose,
): Promise<OpenableKey | undefined> {
  if (!isOnDemand(purpose)) return undefined;
  await lockSlot(tx, issuer.id, purpose);
  const others = await holdActiveKey(tx, issuer.id, purpose);
  if (others) return others;
  const now = deps.clock.now();
  const made = await createKey(deps, tx, issuer, { purpose, activeFrom: now });
  if (made) {
    await keepDidDocument(deps, tx, issuer);
    await appendAuditEntry(tx, now, {
      actor: system,
      institutionId: issuer.institutionId,
      action: 'key.made',
      subject: { kind: 'issuer', id: issuer.id },
      detail: { purpose, kid: made.kid },
    });
  }
  return await holdActiveKey(tx, issuer.id, purpose);
}
