/** A token of SoftHSM in a folder of its own: the same interface as a box of hardware, for tests. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pkcs11Settings } from '../pkcs11-key-store.ts';

const LIBRARIES = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
];

/** Undefined: this machine has no SoftHSM (Debian: `apt install softhsm2`). */
export const softHsmLibrary = LIBRARIES.find((path) => existsSync(path));

/** SoftHSM reads its configuration from the environment of the process. */
export function makeSoftToken(module: string): {
  readonly settings: Pkcs11Settings;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'waarmerk-token-'));
  const configuration = join(folder, 'softhsm2.conf');
  mkdirSync(join(folder, 'tokens'));
  writeFileSync(
    configuration,
    `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  );
  process.env.SOFTHSM2_CONF = configuration;
  const settings = { module, token: 'waarmerk-test', pin: '123456' };
  const so = ['--so-pin', '654321', '--pin', settings.pin];
  execFileSync('softhsm2-util', ['--init-token', '--free', '--label', settings.token, ...so], {
    stdio: 'pipe',
  });
  return { settings, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
