/** A package that brings no types of its own: only what is used of it here. */
declare module 'sodium-native' {
  const sodium: {
    /** Guarded, locked into memory where the system lets it, wiped when it is freed. */
    sodium_malloc(size: number): Buffer;
    sodium_memzero(buffer: Uint8Array): void;
    /** `secretKey` becomes the seed and the public key side by side. */
    crypto_sign_seed_keypair(publicKey: Uint8Array, secretKey: Uint8Array, seed: Uint8Array): void;
    crypto_sign_detached(signature: Uint8Array, message: Uint8Array, secretKey: Uint8Array): void;
    crypto_sign_verify_detached(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean;
  };
  export = sodium;
}
