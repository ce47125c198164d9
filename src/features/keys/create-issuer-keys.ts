import type { Tx } from '../../database/index.ts';
import { encodeMultikey } from '../../formats/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createPublicId, generateKey, type MasterKey, sealBytes } from '../../platform/crypto/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { insertKey } from './keys.store.ts';
import { FIRST_PURPOSES, type KeyPurpose, PURPOSES } from './signing-key.ts';

export type KeysDeps = { readonly clock: Clock; readonly masterKey: MasterKey };

export type KeyOwner = { readonly id: string; readonly institutionId: string; readonly did: string };

/** The keys that every issuer has from its first day. */
export async function createIssuerKeys(deps: KeysDeps, tx: Tx, issuer: KeyOwner): Promise<void> {
  for (const purpose of FIRST_PURPOSES) await createKey(deps, tx, issuer, purpose);
}

export async function createKey(
  deps: KeysDeps,
  tx: Tx,
  issuer: KeyOwner,
  purpose: KeyPurpose,
): Promise<void> {
  const id = createUuid();
  const { privateJwk, publicJwk } = generateKey(PURPOSES[purpose]);
  const kid = PURPOSES[purpose] === 'Ed25519' ? encodeMultikey(publicJwk) : createPublicId();
  await insertKey(tx, {
    id,
    institutionId: issuer.institutionId,
    issuerId: issuer.id,
    purpose,
    kid,
    verificationMethod: `${issuer.did}#${kid}`,
    publicJwk: JSON.stringify(publicJwk),
    // Bound to its row: a sealed key moved to another issuer's row does not open.
    privateSealed: Buffer.from(
      sealBytes(deps.masterKey, { bytes: Buffer.from(JSON.stringify(privateJwk)), boundTo: id }),
    ),
    activeFrom: deps.clock.now(),
  });
}
