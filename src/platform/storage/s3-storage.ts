/** Assets in a bucket of any S3-compatible service, addressed by path (`endpoint/bucket/key`). */
import { S3mini } from 's3mini';
import type { Storage } from './storage.ts';
import { keyOf, requireIntact, requireKey, requireMediaType, StorageRefusal } from './storage.ts';

export type S3StorageSettings = {
  /** Origin of the service, `https://s3.example.org`. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

const DEADLINE_MS = 10_000;

export function createS3Storage(settings: S3StorageSettings): Storage {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = settings;
  const s3 = new S3mini({
    endpoint: `${endpoint.replace(/\/+$/, '')}/${bucket}`,
    region,
    accessKeyId,
    secretAccessKey,
    requestAbortTimeout: DEADLINE_MS,
  });

  const storage: Storage = {
    put: async (bytes, mediaType) => {
      const key = keyOf(bytes);
      const type = requireMediaType(mediaType);
      if (!(await storage.has(key))) await reach(() => s3.putObject(key, Uint8Array.from(bytes), type));
      return { key };
    },
    get: async (key) => {
      requireKey(key);
      const found = await reach(async () => {
        const response = await s3.getObjectResponse(key);
        return response && { response, body: await response.arrayBuffer() };
      });
      if (!found) return undefined;
      const bytes = requireIntact(key, new Uint8Array(found.body));
      return { bytes, mediaType: found.response.headers.get('content-type') ?? 'application/octet-stream' };
    },
    has: async (key) => {
      requireKey(key);
      return (await reach(() => s3.objectExists(key))) === true;
    },
    delete: async (key) => {
      requireKey(key);
      await reach(() => s3.deleteObject(key));
    },
    healthy: () => s3.bucketExists().catch(() => false),
  };
  return storage;
}

async function reach<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw new StorageRefusal('storage.unreachable', { cause });
  }
}
