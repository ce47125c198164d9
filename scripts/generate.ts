/**
 * Writes the documents that are made from code: `docs/configuration.md`, `docs/openapi.json`.
 * With `--check` it writes nothing and says which of them are out of date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeApi } from '../src/app/describe-api.ts';
import { KEYS } from '../src/platform/config.ts';

const root = join(import.meta.dirname, '..');

function describeConfiguration(): string {
  const rows = Object.entries(KEYS).map(
    ([name, key]) => `| \`${name}\` | ${key.fallback.replaceAll('|', '\\|')} | ${key.sentence} |`,
  );
  return [
    '# Configuration',
    '',
    'Read once at the start, from the environment; every fault is told then, all together. Development needs none.',
    'Generated from `src/platform/config.ts` by `node scripts/generate.ts`.',
    '',
    '| key | default | meaning |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const documents: Record<string, string> = {
  'docs/configuration.md': describeConfiguration(),
  'docs/openapi.json': `${JSON.stringify(await describeApi(), null, 2)}\n`,
};

const check = process.argv.includes('--check');
let stale = 0;
for (const [file, text] of Object.entries(documents)) {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (!check) writeFileSync(path, text);
  process.stdout.write(`${file} ${check ? 'is out of date: run node scripts/generate.ts' : 'written'}\n`);
  stale += 1;
}
process.exit(check && stale > 0 ? 1 : 0);
