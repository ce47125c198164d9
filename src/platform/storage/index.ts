import type { FsStorageSettings } from './fs-storage.ts';
import { createFsStorage } from './fs-storage.ts';
import type { S3StorageSettings } from './s3-storage.ts';
import { createS3Storage } from './s3-storage.ts';
import type { Storage } from './storage.ts';

export type { Asset, Storage, StorageReason } from './storage.ts';
export { StorageRefusal } from './storage.ts';

export type StorageSettings =
  | ({ readonly kind: 'fs' } & FsStorageSettings)
  | ({ readonly kind: 's3' } & S3StorageSettings);

type Opener<Kind extends StorageSettings['kind']> = (
  settings: Extract<StorageSettings, { kind: Kind }>,
) => Storage;

/** One line per place where assets can live. */
export const storages = {
  fs: createFsStorage,
  s3: createS3Storage,
} satisfies { readonly [Kind in StorageSettings['kind']]: Opener<Kind> };

export function openStorage(settings: StorageSettings): Storage {
  return settings.kind === 'fs' ? storages.fs(settings) : storages.s3(settings);
}
