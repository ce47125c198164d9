/**
 * Keys of a key management service, over HTTPS. Three requests, each a POST of JSON with a bearer token; a small adapter
 * in front of any service answers them:
 *
 * - `createKey { name, algorithm }` → `{ key, publicJwk }`: `key` is the name by which the service knows it;
 * - `getPublicKey { key }` → `{ publicJwk }`;
 * - `sign { key, algorithm, message }` → `{ signature }`, both in base64url; for ES256 r and s side by side (RFC 7518).
 *
 * `algorithm` is `Ed25519`, `ES256` or `RS256`. The whole message is sent, for Ed25519 signs no digest; what we sign is
 * itself a digest or a few kilobytes.
 */
import { z } from 'zod';
import { type KeptKey, type KeyStore, KeyStoreRefusal } from './key-store.ts';

export type KmsSettings = {
  /** The three names are appended to it. */
  readonly url: string;
  readonly token: string;
};

const DEADLINE_MS = 10_000;
const MAX_ANSWER_BYTES = 64 * 1024;

const base64url = z.string().regex(/^[\w-]+$/);
const publicJwk = z.union([
  z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: base64url }),
  z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: base64url, y: base64url }),
  z.object({ kty: z.literal('RSA'), n: base64url, e: base64url }),
]);
const answers = {
  createKey: z.object({ key: z.string().min(1).max(500), publicJwk }),
  getPublicKey: z.object({ publicJwk }),
  sign: z.object({ signature: base64url }),
} as const;

type Question = keyof typeof answers;

/** @param deps.fetch the one of the platform: the service is named by the operator and may stand on a private address */
export function openKmsKeyStore(settings: KmsSettings, deps: { readonly fetch: typeof fetch }): KeyStore {
  const ask = async <Name extends Question>(
    name: Name,
    body: Readonly<Record<string, string>>,
  ): Promise<z.output<(typeof answers)[Name]>> => {
    const text = await post(settings, deps, name, body);
    const parsed = answers[name].safeParse(parse(text));
    if (!parsed.success)
      throw new KeyStoreRefusal('refused', `the key service answered ${name} in another shape`);
    return parsed.data as z.output<(typeof answers)[Name]>; // the table's row of that name
  };
  return {
    kind: 'kms',
    generate: async ({ id, algorithm }) => {
      const made = await ask('createKey', { name: `waarmerk-${id}`, algorithm });
      return { publicJwk: made.publicJwk, privateSealed: null, storeRef: made.key };
    },
    sign: async (key, bytes) => {
      const message = Buffer.from(bytes).toString('base64url');
      const { signature } = await ask('sign', { key: refOf(key), algorithm: key.algorithm, message });
      return Buffer.from(signature, 'base64url');
    },
    describe: async (key) => (await ask('getPublicKey', { key: refOf(key) })).publicJwk,
    close: async () => undefined,
  };
}

function refOf({ id, storeRef }: KeptKey): string {
  if (storeRef === null) throw new KeyStoreRefusal('not-there', `key ${id} is in no key service`);
  return storeRef;
}

async function post(
  { url, token }: KmsSettings,
  deps: { readonly fetch: typeof fetch },
  name: Question,
  body: Readonly<Record<string, string>>,
): Promise<string> {
  let answer: Response;
  let text: string;
  try {
    answer = await deps.fetch(`${url.replace(/\/$/, '')}/${name}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify(body),
      // A redirect would carry the token elsewhere.
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    text = await answer.text();
  } catch (cause) {
    throw new KeyStoreRefusal('unreachable', `the key service did not answer ${name}`, { cause });
  }
  if (answer.status === 404) throw new KeyStoreRefusal('not-there', `the key service has no such key`);
  if (!answer.ok || text.length > MAX_ANSWER_BYTES)
    throw new KeyStoreRefusal('refused', `the key service answered ${name} with ${answer.status}`);
  return text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
