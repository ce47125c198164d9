/**
 * Assets in a folder: `ab/cd/abcd…`. One file holds the media type on its first line and the bytes after it, so
 * that one rename makes both visible or neither. The file and its folder are synced before the rename counts.
 */
import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Asset, Storage } from './storage.ts';
import { keyOf, requireIntact, requireKey, requireMediaType, StorageRefusal } from './storage.ts';

export type FsStorageSettings = {
  /** `DATA_DIR/assets`. */
  readonly folder: string;
};

const INCOMING = '.incoming';
const NEWLINE = 0x0a;

export function createFsStorage(settings: FsStorageSettings): Storage {
  const { folder } = settings;
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key.slice(2, 4), requireKey(key));

  const storage: Storage = {
    put: async (bytes, mediaType) => {
      const firstLine = Buffer.from(`${requireMediaType(mediaType)}\n`);
      const key = keyOf(bytes);
      if (!(await storage.has(key))) {
        await writeWhole({ folder, target: pathOf(key), content: Buffer.concat([firstLine, bytes]) });
      }
      return { key };
    },
    get: async (key) => {
      const content = await readFile(pathOf(key)).catch(absentOrThrow);
      return content && parseFile(key, content);
    },
    has: async (key) => (await access(pathOf(key)).then(() => true, absentOrThrow)) ?? false,
    delete: async (key) => rm(pathOf(key), { force: true }),
    healthy: async () => {
      const probe = join(folder, INCOMING, 'probe');
      try {
        await writeWhole({ folder, target: probe, content: Buffer.from('probe') });
        await rm(probe, { force: true });
        return true;
      } catch {
        return false;
      }
    },
  };
  return storage;
}

async function writeWhole(input: { folder: string; target: string; content: Uint8Array }): Promise<void> {
  const { folder, target, content } = input;
  await mkdir(join(folder, INCOMING), { recursive: true });
  await mkdir(dirname(target), { recursive: true });
  const draft = join(folder, INCOMING, randomBytes(12).toString('hex'));
  try {
    await withHandle(draft, 'wx', async (handle) => {
      await handle.writeFile(content);
      await handle.sync();
    });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  // A new folder is an entry in its parent, and that one in its parent again.
  for (const level of [dirname(target), dirname(dirname(target)), folder]) {
    await withHandle(level, 'r', (handle) => handle.sync());
  }
}

async function withHandle(
  path: string,
  flags: string,
  act: (handle: Awaited<ReturnType<typeof open>>) => Promise<void>,
): Promise<void> {
  const handle = await open(path, flags);
  try {
    await act(handle);
  } finally {
    await handle.close();
  }
}

function parseFile(key: string, content: Buffer): Asset {
  const end = content.indexOf(NEWLINE);
  if (end < 0) throw new StorageRefusal('storage.damaged');
  const bytes = requireIntact(key, content.subarray(end + 1));
  return { bytes, mediaType: content.subarray(0, end).toString('latin1') };
}

function absentOrThrow(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw new StorageRefusal('storage.unreachable', { cause: error });
}
