/** The contract of asset storage: bytes under the hash of their content. A second put of the same bytes is harmless. */
import { createHash } from 'node:crypto';

export type Asset = { readonly bytes: Uint8Array; readonly mediaType: string };

export type Storage = {
  /** The key is the SHA-256 of the bytes in hex. Of two media types for the same bytes, the first one stands. */
  readonly put: (bytes: Uint8Array, mediaType: string) => Promise<{ readonly key: string }>;
  readonly get: (key: string) => Promise<Asset | undefined>;
  readonly has: (key: string) => Promise<boolean>;
  readonly delete: (key: string) => Promise<void>;
  readonly healthy: () => Promise<boolean>;
};

export type StorageReason =
  | 'storage.key-malformed'
  | 'storage.media-type-malformed'
  /** The bytes are no longer those of their key: rot, or someone wrote beside us. */
  | 'storage.damaged'
  | 'storage.unreachable';

export class StorageRefusal extends Error {
  override readonly name = 'StorageRefusal';
  readonly reason: StorageReason;
  constructor(reason: StorageReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

export function keyOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Keys become paths, so nothing but a hash gets through. */
export function requireKey(key: string): string {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new StorageRefusal('storage.key-malformed');
  return key;
}

export function requireMediaType(mediaType: string): string {
  if (mediaType.length > 127 || !/^[a-z0-9.+-]+\/[a-z0-9.+-]+(; ?[a-z-]+=[\w.+-]+)*$/.test(mediaType)) {
    throw new StorageRefusal('storage.media-type-malformed');
  }
  return mediaType;
}

export function requireIntact(key: string, bytes: Uint8Array): Uint8Array {
  if (keyOf(bytes) !== key) throw new StorageRefusal('storage.damaged');
  return bytes;
}
