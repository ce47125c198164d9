/**
 * Ed25519 (RFC 8032) by libsodium: on one core twice as fast as OpenSSL's, and as strict with keys and signatures that
 * were made to mislead (ADR 0017). Both write the same signatures.
 */
import sodium from 'sodium-native';

const KEY_LENGTH = 32;
const SECRET_LENGTH = 64;
const SIGNATURE_LENGTH = 64;
const MAX_CACHED_KEYS = 1000;

const publicKeys = new Map<string, Buffer>();

/**
 * What signs with this key. The secret stands in guarded memory, outside of what JavaScript keeps.
 * @param d the seed and @param x the public key, both base64url as in a JWK (RFC 8037)
 * @throws TypeError when they do not belong together
 */
export function openEd25519Signer(d: string, x: string): (bytes: Uint8Array) => Uint8Array {
  const seed = Buffer.from(d, 'base64url');
  const expected = readKey(x);
  if (seed.length !== KEY_LENGTH || !expected) throw new TypeError('an Ed25519 key has 32 bytes');
  const publicKey = Buffer.alloc(KEY_LENGTH);
  const secret = sodium.sodium_malloc(SECRET_LENGTH);
  sodium.crypto_sign_seed_keypair(publicKey, secret, seed);
  sodium.sodium_memzero(seed);
  if (!publicKey.equals(expected)) throw new TypeError('these are not the halves of one Ed25519 key');
  return (bytes) => {
    const signature = new Uint8Array(SIGNATURE_LENGTH);
    sodium.crypto_sign_detached(signature, bytes, secret);
    return signature;
  };
}

/** False for anything that does not fit; `x` is the public key as in a JWK, in its one spelling. */
export function verifyEd25519(x: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_LENGTH) return false;
  const key = findKey(x);
  return key !== undefined && sodium.crypto_sign_verify_detached(signature, bytes, key);
}

function findKey(x: string): Buffer | undefined {
  const cached = publicKeys.get(x);
  if (cached) return cached;
  const key = readKey(x);
  if (!key) return undefined;
  if (publicKeys.size >= MAX_CACHED_KEYS) publicKeys.clear();
  publicKeys.set(x, key);
  return key;
}

/** One key has one spelling: neither padding nor stray characters nor loose bits at the end (RFC 7515, section 2). */
function readKey(x: string): Buffer | undefined {
  const key = Buffer.from(x, 'base64url');
  return key.length === KEY_LENGTH && key.toString('base64url') === x ? key : undefined;
}
