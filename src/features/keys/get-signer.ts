import type { Tx } from '../../database/index.ts';
import type { Signer } from '../../formats/index.ts';
import { importSigner, type MasterKey, openBytes } from '../../platform/crypto/index.ts';
import { findActiveKey } from './keys.store.ts';
import type { KeyPurpose } from './signing-key.ts';

type IssuerOfKey = { readonly id: string; readonly url: string };

/**
 * Takes the worker's transaction: opening a second one from inside of it would let signers wait for each other's
 * connections without end.
 */
export type GetSigner = (tx: Tx, issuer: IssuerOfKey, purpose: KeyPurpose) => Promise<Signer>;

/** Importing a key costs as much as many signatures, so an opened one is remembered for a short while. */
const REMEMBERED_MS = 30_000;

/** Hands out a `Signer`, never a key. A rotated key is noticed within half a minute. */
export function createGetSigner(deps: {
  readonly masterKey: MasterKey;
  readonly now: () => Date;
}): GetSigner {
  const opened = new Map<string, { signer: Signer; until: number }>();
  return async (tx, issuer, purpose) => {
    const name = `${issuer.id} ${purpose}`;
    const now = deps.now().getTime();
    const known = opened.get(name);
    if (known && known.until > now) return known.signer;
    const signer = await openSigner(deps.masterKey, tx, issuer, purpose);
    opened.set(name, { signer, until: now + REMEMBERED_MS });
    return signer;
  };
}

async function openSigner(
  masterKey: MasterKey,
  tx: Tx,
  issuer: IssuerOfKey,
  purpose: KeyPurpose,
): Promise<Signer> {
  const key = await findActiveKey(tx, issuer.id, purpose);
  if (!key) throw new Error(`issuer ${issuer.id} has no active key for ${purpose}`);
  const bytes = openBytes(masterKey, { sealed: key.privateSealed, boundTo: key.id });
  const { algorithm, sign } = importSigner(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return {
    algorithm,
    sign,
    verificationMethod: key.verificationMethod,
    keyUrl: `${issuer.url}/keys/${key.kid}`,
  };
}
