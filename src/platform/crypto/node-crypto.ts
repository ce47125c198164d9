/**
 * Hashing and signatures: by node:crypto, and by libsodium for Ed25519. The formats get these functions handed in (DECISIONS 33) and declare
 * the shapes they need themselves; here they are declared structurally, because the machine room knows no domain.
 */

import type { JsonWebKey, KeyObject } from 'node:crypto';
import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { openEd25519Signer, verifyEd25519 } from './ed25519.ts';

/** What we sign with. */
export type SigningAlgorithm = 'Ed25519' | 'ES256' | 'RS256';

/** What we verify. */
export type SignatureAlgorithm = SigningAlgorithm | 'ES384';

export type PublicJwk = {
  readonly kty: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly n?: string;
  readonly e?: string;
};

export type PrivateJwk = PublicJwk & { readonly d: string } & Partial<
    Readonly<Record<'p' | 'q' | 'dp' | 'dq' | 'qi', string>>
  >;

export type KeyPair = { readonly privateJwk: PrivateJwk; readonly publicJwk: PublicJwk };

export type ByteSigner = {
  readonly algorithm: SigningAlgorithm;
  readonly publicJwk: PublicJwk;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
};

type NodeAlgorithm = Exclude<SignatureAlgorithm, 'Ed25519'>;

/** What each algorithm of node:crypto demands of a key and of a signature (RFC 7518). */
const algorithms = {
  ES256: { kty: 'EC', crv: 'P-256', members: ['x', 'y'], digest: 'sha256', signatureLength: 64 },
  ES384: { kty: 'EC', crv: 'P-384', members: ['x', 'y'], digest: 'sha384', signatureLength: 96 },
  RS256: { kty: 'RSA', crv: undefined, members: ['n', 'e'], digest: 'sha256', signatureLength: undefined },
} as const satisfies Record<NodeAlgorithm, object>;

const MIN_RSA_BITS = 2048;
/** NIST SP 800-57: good beyond 2030. */
const RSA_BITS = 3072;
/** Verifying a larger modulus costs an attacker nothing and us seconds. */
const MAX_RSA_BITS = 8192;
const MAX_CACHED_KEYS = 1000;

const publicKeys = new Map<string, KeyObject>();

export function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}

export function sha384(bytes: Uint8Array): Uint8Array {
  return hash('sha384', bytes, 'buffer');
}

/** False for anything that does not fit: wrong key type, malformed key, wrong length, wrong signature. */
export function verifySignature(
  algorithm: SignatureAlgorithm,
  publicJwk: PublicJwk,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (algorithm === 'Ed25519')
    return isEd25519(publicJwk) && verifyEd25519(publicJwk.x ?? '', bytes, signature);
  const rule = algorithms[algorithm];
  if (rule.signatureLength !== undefined && signature.length !== rule.signatureLength) return false;
  const key = findPublicKey(algorithm, publicJwk);
  if (!key) return false;
  try {
    return verify(rule.digest, bytes, asAsked(algorithm, key), signature);
  } catch {
    return false;
  }
}

function isEd25519({ kty, crv }: PublicJwk): boolean {
  return kty === 'OKP' && crv === 'Ed25519';
}

/** Only ECDSA has two ways to write a signature; a key without options is used in half the time. */
function asAsked(algorithm: NodeAlgorithm, key: KeyObject) {
  return algorithm.startsWith('ES') ? ({ key, dsaEncoding: 'ieee-p1363' } as const) : key;
}

/** The functions in the shape that the formats ask for. */
export const nodeCrypto = {
  sha256,
  sha384,
  verify: verifySignature,
  selectiveDisclosure: {
    randomBytes,
    hmacSha256,
    makeKey: () => importSigner(generateKey('ES256').privateJwk),
  },
} as const;

function hmacSha256(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  return createHmac('sha256', key).update(bytes).digest();
}

export function generateKey(algorithm: SigningAlgorithm): KeyPair {
  const { d, p, q, dp, dq, qi, ...rest } = generatePrivateKey(algorithm).export({ format: 'jwk' });
  if (!rest.kty || !d) throw new TypeError(`node:crypto made an incomplete ${algorithm} key`);
  const { kty, crv, x, y, n, e } = rest;
  const publicJwk = { kty, ...present({ crv, x, y, n, e }) };
  return { publicJwk, privateJwk: { ...publicJwk, d, ...present({ p, q, dp, dq, qi }) } };
}

function generatePrivateKey(algorithm: SigningAlgorithm): KeyObject {
  switch (algorithm) {
    case 'Ed25519':
      return generateKeyPairSync('ed25519').privateKey;
    case 'ES256':
      return generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
    case 'RS256':
      return generateKeyPairSync('rsa', { modulusLength: RSA_BITS }).privateKey;
  }
}

/** Reads the key once; every signature afterwards uses the same one, and the JWK can be forgotten. */
export function importSigner(privateJwk: PrivateJwk): ByteSigner {
  const { kty, crv, x, y, n, e } = privateJwk;
  const publicJwk = { kty, ...present({ crv, x, y, n, e }) };
  if (isEd25519(privateJwk))
    return { algorithm: 'Ed25519', publicJwk, sign: openEd25519Signer(privateJwk.d, x ?? '') };
  const algorithm = (['ES256', 'RS256'] as const).find(
    (name) => algorithms[name].kty === kty && algorithms[name].crv === crv,
  );
  if (!algorithm) throw new TypeError('only Ed25519, P-256 and RSA keys can sign');
  const key = createPrivateKey({ key: { ...privateJwk }, format: 'jwk' });
  return {
    algorithm,
    publicJwk,
    sign: (bytes) => sign(algorithms[algorithm].digest, bytes, asAsked(algorithm, key)),
  };
}

function present<Name extends string>(
  members: Readonly<Record<Name, string | undefined>>,
): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<
    Record<Name, string>
  >; // only what was there
}

function findPublicKey(algorithm: NodeAlgorithm, jwk: PublicJwk): KeyObject | undefined {
  const rule = algorithms[algorithm];
  if (jwk.kty !== rule.kty || jwk.crv !== rule.crv) return undefined;
  const members = rule.members.map((name: keyof PublicJwk) => jwk[name]);
  if (!members.every(isCanonicalBase64url)) return undefined;
  const cacheKey = [algorithm, ...members].join('.');
  const cached = publicKeys.get(cacheKey);
  if (cached) return cached;
  const key = parsePublicKey(rule.kty, jwk);
  if (!key) return undefined;
  if (publicKeys.size >= MAX_CACHED_KEYS) publicKeys.clear();
  publicKeys.set(cacheKey, key);
  return key;
}

function parsePublicKey(kty: string, { crv, x, y, n, e }: PublicJwk): KeyObject | undefined {
  try {
    // Only the public members: a `d` in someone's document must not make this a private key.
    const members: Record<string, string | undefined> = { kty, crv, x, y, n, e };
    const jwk: JsonWebKey = {};
    for (const [name, value] of Object.entries(members)) if (value !== undefined) jwk[name] = value;
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const bits = key.asymmetricKeyDetails?.modulusLength;
    if (bits !== undefined && (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS)) return undefined;
    return key;
  } catch {
    return undefined;
  }
}

/** node:crypto forgives padding and stray characters; one key must have one spelling (RFC 7515 section 2). */
function isCanonicalBase64url(value: string | undefined): value is string {
  return (
    value !== undefined && value !== '' && Buffer.from(value, 'base64url').toString('base64url') === value
  );
}
