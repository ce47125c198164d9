/** Keys of an installation without a box for them: sealed under the master key, in the database. */
import { type MasterKey, openBytes, sealBytes } from './envelope.ts';
import { type KeptKey, type KeyStore, KeyStoreRefusal } from './key-store.ts';
import { type ByteSigner, generateKey, importSigner } from './node-crypto.ts';

/** Opening a key costs as much as many signatures, so an opened one is remembered for a short while. */
const REMEMBERED_MS = 30_000;
const MAX_REMEMBERED = 500;

export function openSealedKeyStore(deps: {
  readonly masterKey: MasterKey;
  readonly now: () => Date;
}): KeyStore {
  const opened = new Map<string, { signer: ByteSigner; until: number }>();
  const open = (key: KeptKey): ByteSigner => {
    const now = deps.now().getTime();
    const known = opened.get(key.id);
    if (known && known.until > now) return known.signer;
    const signer = openKey(deps.masterKey, key);
    opened.delete(key.id);
    opened.set(key.id, { signer, until: now + REMEMBERED_MS });
    const [oldest] = opened.keys();
    if (opened.size > MAX_REMEMBERED && oldest !== undefined) opened.delete(oldest);
    return signer;
  };
  return {
    kind: 'sealed',
    generate: async ({ id, algorithm }) => {
      const { privateJwk, publicJwk } = generateKey(algorithm);
      const bytes = Buffer.from(JSON.stringify(privateJwk));
      // Bound to its row: a sealed key moved to another issuer's row does not open.
      const privateSealed = Buffer.from(sealBytes(deps.masterKey, { bytes, boundTo: id }));
      return { publicJwk, privateSealed, storeRef: null };
    },
    sign: (key, bytes) => open(key).sign(bytes),
    describe: async (key) => open(key).publicJwk,
    close: async () => opened.clear(),
  };
}

function openKey(masterKey: MasterKey, { id, privateSealed }: KeptKey): ByteSigner {
  if (!privateSealed) throw new KeyStoreRefusal('not-there', `key ${id} signs nothing more`);
  const bytes = openBytes(masterKey, { sealed: privateSealed, boundTo: id });
  return importSigner(JSON.parse(Buffer.from(bytes).toString('utf8')));
}
