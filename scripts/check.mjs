/** Types, lint, architecture, drift of generated documents, lock file: each once, all told. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const node = process.execPath;

const steps = [
  ['types of routes', node, ['node_modules/@react-router/dev/bin.cjs', 'typegen']],
  ['types', node, ['node_modules/ts7/bin/tsc', '--noEmit', '-p', 'tsconfig.json']],
  ['lint and format', 'node_modules/.bin/biome', ['check', '--max-diagnostics=40']],
  [
    'architecture',
    node,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      'src',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
    ],
  ],
  ['generated documents', node, ['scripts/generate.ts', '--check']],
];

/** Packages for other platforms that the registry lacks make `npm ci` fail on those platforms. */
function checkLock() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const names = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')));
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !names.has(name))
      .map((name) => `missing ${name}, wanted by ${path || 'package.json'}`),
  );
}

let failed = 0;
for (const [name, command, args] of steps) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'}  ${name}\n`);
  if (status !== 0) process.stdout.write(`${stdout}${stderr}\n`);
  failed += status === 0 ? 0 : 1;
}
const faults = checkLock();
process.stdout.write(
  `${faults.length === 0 ? 'ok  ' : 'FAIL'}  lock file\n${faults.map((fault) => `${fault}\n`).join('')}`,
);
process.exit(failed + faults.length === 0 ? 0 : 1);
