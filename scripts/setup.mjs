/**
 * Makes a bare clone ready for the command that follows: installs what is missing, builds what is stale. Runs on
 * any Node from 20 and needs nothing but npm. Everything it says goes to standard error.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const purpose = process.argv[2] ?? 'serve';

/** npm's own words are of no interest unless it fails. */
function run(command, args, doing) {
  process.stderr.write(`${doing}…\n`);
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout}${done.stderr}\n${doing} failed.\n`);
  process.exit(done.status ?? 1);
}

function digest(text) {
  return createHash('sha256').update(text).digest('hex');
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Names, sizes and contents of everything the pages are built from. */
function digestOfPages() {
  const hash = createHash('sha256');
  const add = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) add(path);
      else if (!entry.name.endsWith('.test.ts'))
        hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  };
  for (const folder of ['src/web', 'src/formats']) add(join(root, folder));
  for (const file of readdirSync(join(root, 'src/features'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.schema.ts'))
    .sort()) {
    hash.update(readFileSync(join(root, 'src/features', file)));
  }
  for (const file of ['vite.config.ts', 'vite.behaviours.ts', 'react-router.config.ts', 'package-lock.json'])
    hash.update(read(join(root, file)));
  return hash.digest('hex');
}

function install() {
  const stamp = join(root, 'node_modules/.waarmerk-installed');
  const wanted = digest(read(join(root, 'package-lock.json')));
  if (read(stamp) === wanted) return;
  run('npm', ['ci', '--no-audit', '--no-fund'], 'Installing dependencies');
  writeFileSync(stamp, wanted);
}

function build() {
  const stamp = join(root, 'build/.waarmerk-built');
  const wanted = digestOfPages();
  if (read(stamp) === wanted) return;
  // Node 24 from the dependencies, which stand now; the one that runs this file may be older.
  const node = join(root, 'node_modules/.bin/node');
  run(
    existsSync(node) ? node : process.execPath,
    ['node_modules/@react-router/dev/bin.cjs', 'build'],
    'Building the pages',
  );
  writeFileSync(stamp, wanted);
}

install();
if (purpose !== 'check' && purpose !== 'command') build();
