/** The master key of an installation without a key management system: one file that only its owner can read. */
import { createSecretKey, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { MasterKey } from './envelope.ts';
import { parseMasterKey } from './envelope.ts';

export type MasterKeySource = {
  /** `DATA_DIR/secrets/master.key`. */
  readonly file: string;
  /** The key itself, from the configuration; the file is then neither read nor made. */
  readonly fromEnvironment?: string;
};

export function loadMasterKey(source: MasterKeySource): MasterKey {
  if (source.fromEnvironment) return parseMasterKey(source.fromEnvironment);
  return readKeyFile(source.file) ?? makeKeyFile(source.file);
}

function readKeyFile(file: string): MasterKey | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return undefined;
  if ((stat.mode & 0o077) !== 0) throw new Error(`others can read ${file}: run chmod 600 on it`);
  return parseMasterKey(readFileSync(file, 'utf8'));
}

function makeKeyFile(file: string): MasterKey {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const bytes = randomBytes(32);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, `${bytes.toString('base64url')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    // A link fails when the name is taken: of two processes that start at once, one key wins and both use it.
    linkSync(draft, file);
    syncFolder(dirname(file));
  } catch (error) {
    const winner = readKeyFile(file);
    if (!winner) throw error;
    return winner;
  } finally {
    unlinkSync(draft);
  }
  return createSecretKey(bytes);
}

/** A key whose folder entry is lost in a power cut would take every sealed secret with it. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
