import type { Tx } from '../../database/index.ts';
import { encodeMultikey } from '../../formats/index.ts';
import type { Clock } from '../../platform/clock.ts';
import {
  createPublicId,
  type KeyStores,
  type PublicJwk,
  verifySignature,
} from '../../platform/crypto/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { keepDidDocument } from './keep-did-document.ts';
import { insertKey } from './keys.store.ts';
import { FIRST_PURPOSES, type KeyPolicy, type KeyPurpose, PURPOSES } from './signing-key.ts';

export type KeysDeps = {
  readonly clock: Clock;
  readonly keyStores: KeyStores;
  readonly keyPolicy: KeyPolicy;
};

export type KeyOwner = {
  readonly id: string;
  readonly institutionId: string;
  readonly did: string;
  readonly url: string;
};

/** The keys that every issuer has from its first day. */
export async function createIssuerKeys(
  deps: Pick<KeysDeps, 'clock' | 'keyStores'>,
  tx: Tx,
  issuer: KeyOwner,
): Promise<void> {
  for (const purpose of FIRST_PURPOSES)
    await createKey(deps, tx, issuer, { purpose, activeFrom: deps.clock.now() });
  await keepDidDocument(deps, tx, issuer);
}

/** Undefined when there is one already. The caller keeps the DID document that follows from it. */
export async function createKey(
  deps: Pick<KeysDeps, 'clock' | 'keyStores'>,
  tx: Tx,
  issuer: KeyOwner,
  input: {
    readonly purpose: KeyPurpose;
    /** Null: it is published and waits. */
    readonly activeFrom: Date | null;
  },
): Promise<{ readonly id: string; readonly kid: string } | undefined> {
  const { purpose, activeFrom } = input;
  const id = createUuid();
  const algorithm = PURPOSES[purpose];
  const store = deps.keyStores.current;
  const made = await store.generate({ id, algorithm });
  await requireMatch(store, { id, algorithm, ...made }, made.publicJwk);
  const kid = algorithm === 'Ed25519' ? encodeMultikey(made.publicJwk) : createPublicId();
  const isNew = await insertKey(tx, {
    ...{ id, purpose, kid, activeFrom },
    institutionId: issuer.institutionId,
    issuerId: issuer.id,
    verificationMethod: `${issuer.did}#${kid}`,
    publicJwk: JSON.stringify(made.publicJwk),
    store: store.kind,
    privateSealed: made.privateSealed,
    storeRef: made.storeRef,
    publishedAt: activeFrom ?? deps.clock.now(),
  });
  return isNew ? { id, kid } : undefined;
}

/** A store that signs with another key than it names would make credentials that nobody can verify. */
async function requireMatch(
  store: KeyStores['current'],
  key: Parameters<KeyStores['current']['sign']>[0],
  publicJwk: PublicJwk,
): Promise<void> {
  const probe = Buffer.from(`waarmerk/key-probe/${key.id}`);
  const signature = await store.sign(key, probe);
  if (!verifySignature(key.algorithm, publicJwk, probe, signature))
    throw new Error(`the key store "${store.kind}" signs with another key than it names`);
}
