/**
 * Keys in a box of their own: a hardware security module, by PKCS#11 3.0 (OASIS). They are made there, marked as
 * sensitive and not extractable, and found again by their label.
 */
import type { Handle, PKCS11, Template } from 'pkcs11js';
import { type KeptKey, type KeyStore, KeyStoreRefusal } from './key-store.ts';
import { type PublicJwk, type SigningAlgorithm, sha256 } from './node-crypto.ts';

export type Pkcs11Settings = {
  /** Path of the maker's library. */
  readonly module: string;
  /** Label of the token. */
  readonly token: string;
  readonly pin: string;
};

type Library = typeof import('pkcs11js');
type Module = { readonly library: Library; readonly pkcs11: PKCS11; readonly slot: Handle };

/** Not among the names of pkcs11js, which knows version 2.40; PKCS#11 3.0, section 2.3. */
const V3 = { CKK_EC_EDWARDS: 0x40, CKM_EC_EDWARDS_KEY_PAIR_GEN: 0x1055, CKM_EDDSA: 0x1057 } as const;

/** Object identifiers in DER: 1.3.101.112 (RFC 8410) and 1.2.840.10045.3.1.7 (RFC 5480). */
const CURVES = {
  Ed25519: Buffer.from('06032b6570', 'hex'),
  ES256: Buffer.from('06082a8648ce3d030107', 'hex'),
} as const;

const RSA_BITS = 3072;
const MAX_SIGNATURE_BYTES = 1024;
/** A session does one thing at a time; more at once than this wait for each other. */
const MAX_SESSIONS = 4;

export function openPkcs11KeyStore(settings: Pkcs11Settings): KeyStore {
  const sessions = openSessions(settings);
  return {
    kind: 'pkcs11',
    generate: ({ id, algorithm }) =>
      sessions.use(async (module, session) => {
        const label = `waarmerk-${id}`;
        const { mechanism, publicTemplate, privateTemplate } = describePair(module.library, algorithm, label);
        const { publicKey } = module.pkcs11.C_GenerateKeyPair(
          session,
          mechanism,
          publicTemplate,
          privateTemplate,
        );
        const publicJwk = readPublicKey(module, session, { key: publicKey, algorithm });
        return { publicJwk, privateSealed: null, storeRef: label };
      }),
    sign: (key, bytes) =>
      sessions.use(async (module, session) => {
        const { library, pkcs11 } = module;
        const handle = findObject(module, session, { label: refOf(key), kind: library.CKO_PRIVATE_KEY });
        pkcs11.C_SignInit(session, { mechanism: mechanismOf(library, key.algorithm) }, handle);
        // The box has no SHA-256 of its own for every curve; ECDSA gets the digest, the others the bytes.
        const input = Buffer.from(key.algorithm === 'ES256' ? sha256(bytes) : bytes);
        return await pkcs11.C_SignAsync(session, input, Buffer.alloc(MAX_SIGNATURE_BYTES));
      }),
    describe: (key) =>
      sessions.use(async (module, session) => {
        const kind = module.library.CKO_PUBLIC_KEY;
        const handle = findObject(module, session, { label: refOf(key), kind });
        return readPublicKey(module, session, { key: handle, algorithm: key.algorithm });
      }),
    close: sessions.close,
  };
}

function refOf({ id, storeRef }: KeptKey): string {
  if (storeRef === null) throw new KeyStoreRefusal('not-there', `key ${id} is in no token`);
  return storeRef;
}

function mechanismOf(library: Library, algorithm: SigningAlgorithm): number {
  switch (algorithm) {
    case 'Ed25519':
      return V3.CKM_EDDSA;
    case 'ES256':
      return library.CKM_ECDSA;
    case 'RS256':
      return library.CKM_SHA256_RSA_PKCS;
  }
}

function describePair(library: Library, algorithm: SigningAlgorithm, label: string) {
  const named = [
    { type: library.CKA_TOKEN, value: true },
    { type: library.CKA_LABEL, value: label },
  ];
  const kind = {
    Ed25519: { keyType: V3.CKK_EC_EDWARDS, mechanism: V3.CKM_EC_EDWARDS_KEY_PAIR_GEN },
    ES256: { keyType: library.CKK_EC, mechanism: library.CKM_EC_KEY_PAIR_GEN },
    RS256: { keyType: library.CKK_RSA, mechanism: library.CKM_RSA_PKCS_KEY_PAIR_GEN },
  }[algorithm];
  const shape =
    algorithm === 'RS256'
      ? [
          { type: library.CKA_MODULUS_BITS, value: RSA_BITS },
          { type: library.CKA_PUBLIC_EXPONENT, value: Buffer.from([1, 0, 1]) },
        ]
      : [{ type: library.CKA_EC_PARAMS, value: CURVES[algorithm] }];
  const publicTemplate: Template = [
    ...named,
    { type: library.CKA_CLASS, value: library.CKO_PUBLIC_KEY },
    { type: library.CKA_KEY_TYPE, value: kind.keyType },
    { type: library.CKA_PRIVATE, value: false },
    { type: library.CKA_VERIFY, value: true },
    ...shape,
  ];
  const privateTemplate: Template = [
    ...named,
    { type: library.CKA_CLASS, value: library.CKO_PRIVATE_KEY },
    { type: library.CKA_KEY_TYPE, value: kind.keyType },
    { type: library.CKA_PRIVATE, value: true },
    { type: library.CKA_SIGN, value: true },
    { type: library.CKA_SENSITIVE, value: true },
    { type: library.CKA_EXTRACTABLE, value: false },
  ];
  return { mechanism: { mechanism: kind.mechanism }, publicTemplate, privateTemplate };
}

function findObject(
  { library, pkcs11 }: Module,
  session: Handle,
  { label, kind }: { readonly label: string; readonly kind: number },
): Handle {
  pkcs11.C_FindObjectsInit(session, [
    { type: library.CKA_CLASS, value: kind },
    { type: library.CKA_LABEL, value: label },
  ]);
  const found = pkcs11.C_FindObjects(session, 2);
  pkcs11.C_FindObjectsFinal(session);
  const [handle] = found;
  if (!handle || found.length > 1)
    throw new KeyStoreRefusal('not-there', `the token has ${found.length} keys with the label ${label}`);
  return handle;
}

function readPublicKey(
  { library, pkcs11 }: Module,
  session: Handle,
  { key, algorithm }: { readonly key: Handle; readonly algorithm: SigningAlgorithm },
): PublicJwk {
  const read = (type: number): Buffer => {
    const [attribute] = pkcs11.C_GetAttributeValue(session, key, [{ type }]);
    return Buffer.from(attribute?.value as Buffer); // without a value in the template, pkcs11js answers bytes
  };
  if (algorithm === 'RS256') {
    const [n, e] = [read(library.CKA_MODULUS), read(library.CKA_PUBLIC_EXPONENT)].map(withoutLeadingZeros);
    return { kty: 'RSA', n: n?.toString('base64url') ?? '', e: e?.toString('base64url') ?? '' };
  }
  const point = unwrapOctets(read(library.CKA_EC_POINT));
  if (algorithm === 'Ed25519' && point.length === 32)
    return { kty: 'OKP', crv: 'Ed25519', x: point.toString('base64url') };
  if (algorithm === 'ES256' && point.length === 65 && point[0] === 4)
    return {
      ...{ kty: 'EC', crv: 'P-256' },
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
  throw new KeyStoreRefusal(
    'unsupported',
    `the token names a point of ${point.length} bytes for ${algorithm}`,
  );
}

/** CKA_EC_POINT is a DER OCTET STRING; both points are shorter than 128 bytes, so its length is one byte. */
function unwrapOctets(der: Buffer): Buffer {
  return der[0] === 0x04 && der[1] === der.length - 2 ? der.subarray(2) : der;
}

/** JWK integers have none (RFC 7518, section 6.3.1). */
function withoutLeadingZeros(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first > 0 ? bytes.subarray(first) : bytes;
}

/** Sessions that are logged in, opened when they are needed. One that fails is not used again. */
function openSessions(settings: Pkcs11Settings) {
  let opened: Promise<Module> | undefined;
  const free: Handle[] = [];
  const waiting: ((session: Handle | undefined) => void)[] = [];
  let inUse = 0;

  const take = async (module: Module): Promise<Handle> => {
    const ready = free.pop();
    if (inUse < MAX_SESSIONS) {
      inUse += 1;
      return ready ?? openSession(module, settings.pin);
    }
    const handed = await new Promise<Handle | undefined>((resolve) => waiting.push(resolve));
    return handed ?? openSession(module, settings.pin);
  };
  const giveBack = (session: Handle | undefined) => {
    const next = waiting.shift();
    if (next) return next(session);
    inUse -= 1;
    if (session) free.push(session);
  };
  const use = async <T>(work: (module: Module, session: Handle) => Promise<T>): Promise<T> => {
    opened ??= loadModule(settings);
    const module = await opened.catch((error) => {
      opened = undefined;
      throw error;
    });
    let session: Handle | undefined;
    try {
      session = await take(module);
      const answer = await work(module, session);
      giveBack(session);
      return answer;
    } catch (error) {
      if (session) closeQuietly(module, session);
      giveBack(undefined);
      if (error instanceof KeyStoreRefusal) throw error;
      throw new KeyStoreRefusal('refused', `the token "${settings.token}" refused: ${messageOf(error)}`, {
        cause: error,
      });
    }
  };
  const close = async () => {
    const module = await opened?.catch(() => undefined);
    opened = undefined;
    if (!module) return;
    module.pkcs11.C_Finalize();
    module.pkcs11.close();
  };
  return { use, close };
}

/** The package is optional: an installation without such a box does not need it. */
async function loadModule({ module: path, token }: Pkcs11Settings): Promise<Module> {
  const library = await importLibrary();
  const pkcs11 = new library.PKCS11();
  try {
    pkcs11.load(path);
    pkcs11.C_Initialize({ flags: library.CKF_OS_LOCKING_OK });
    const slot = pkcs11
      .C_GetSlotList(true)
      .find((one) => pkcs11.C_GetTokenInfo(one).label.trimEnd() === token);
    if (slot) return { library, pkcs11, slot };
  } catch (cause) {
    throw new KeyStoreRefusal('unreachable', `PKCS#11 module ${path}: ${messageOf(cause)}`, { cause });
  }
  pkcs11.C_Finalize();
  pkcs11.close();
  throw new KeyStoreRefusal('unreachable', `PKCS#11 module ${path} has no token "${token}"`);
}

async function importLibrary(): Promise<Library> {
  try {
    const { default: library } = await import('pkcs11js');
    return library;
  } catch (cause) {
    throw new KeyStoreRefusal('unsupported', 'the package pkcs11js is not installed', { cause });
  }
}

function openSession({ library, pkcs11, slot }: Module, pin: string): Handle {
  const session = pkcs11.C_OpenSession(slot, library.CKF_SERIAL_SESSION | library.CKF_RW_SESSION);
  try {
    pkcs11.C_Login(session, library.CKU_USER, pin);
  } catch (error) {
    // Logging in is of the application, not of the session: the second one is in already.
    const isIn = error instanceof library.Pkcs11Error && error.code === library.CKR_USER_ALREADY_LOGGED_IN;
    if (!isIn) {
      pkcs11.C_CloseSession(session);
      throw error;
    }
  }
  return session;
}

function closeQuietly({ pkcs11 }: Module, session: Handle): void {
  try {
    pkcs11.C_CloseSession(session);
  } catch {
    // It is broken, and that is why it is closed.
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
