import type { Database } from '../../database/index.ts';
import type { Signer } from '../../formats/index.ts';
import { importSigner, type MasterKey, openBytes } from '../../platform/crypto/index.ts';
import { findActiveKey } from './keys.store.ts';
import type { KeyPurpose } from './signing-key.ts';

export type SignerDeps = { readonly database: Database; readonly masterKey: MasterKey };

/** Remembers opened keys for a short while: importing one costs as much as many signatures. */
export type GetSigner = (
  issuer: { id: string; institutionId: string; url: string },
  purpose: KeyPurpose,
) => Promise<Signer>;

const REMEMBERED_MS = 30_000;

/** Hands out a `Signer`, never a key. A rotated key is noticed within half a minute. */
export function createGetSigner(deps: SignerDeps & { readonly now: () => Date }): GetSigner {
  const opened = new Map<string, { signer: Promise<Signer>; until: number }>();
  return (issuer, purpose) => {
    const name = `${issuer.id} ${purpose}`;
    const now = deps.now().getTime();
    const known = opened.get(name);
    if (known && known.until > now) return known.signer;
    const signer = openSigner(deps, issuer, purpose);
    opened.set(name, { signer, until: now + REMEMBERED_MS });
    signer.catch(() => opened.delete(name));
    return signer;
  };
}

async function openSigner(
  deps: SignerDeps,
  issuer: { id: string; institutionId: string; url: string },
  purpose: KeyPurpose,
): Promise<Signer> {
  const key = await deps.database.asWorker(issuer.institutionId, (tx) =>
    findActiveKey(tx, issuer.id, purpose),
  );
  if (!key) throw new Error(`issuer ${issuer.id} has no active key for ${purpose}`);
  const opened = openBytes(deps.masterKey, { sealed: key.privateSealed, boundTo: key.id });
  const { algorithm, sign } = importSigner(JSON.parse(Buffer.from(opened).toString('utf8')));
  return {
    algorithm,
    sign,
    verificationMethod: key.verificationMethod,
    keyUrl: `${issuer.url}/keys/${key.kid}`,
  };
}
