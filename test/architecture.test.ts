/** The borders of the house, and proof that each border is watched: a planted violation of every rule is caught. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSourceFaults } from './support/source-rules.ts';

const root = join(import.meta.dirname, '..');
const config: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
  join(root, '.dependency-cruiser.cjs'),
);

describe('the houses and the ladder of rooms', () => {
  it('has no violation of any rule', () => {
    expect(cruise(root)).toEqual([]);
  }, 60_000);

  it('catches a planted violation of each rule', () => {
    const caught = new Set(inPlantedHouse(VIOLATIONS));
    expect(config.forbidden.map((rule) => rule.name).filter((name) => !caught.has(name))).toEqual([]);
  }, 60_000);

  it('finds nothing in a house that keeps the rules', () => {
    expect(inPlantedHouse(CLEAN)).toEqual([]);
  }, 60_000);
});

describe('the habits that files show', () => {
  it('are kept in all of src', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true })
      .map((name) => `src/${String(name).replaceAll('\\', '/')}`)
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
    expect(findSourceFaults(sources)).toEqual([]);
  });

  it('are missed when they are broken', () => {
    const planted = [
      { file: 'src/features/awards/grant.ts', text: "tx.selectFrom('awards')" },
      { file: 'src/features/awards/awards.store.ts', text: "tx.selectFrom('awards')" },
      { file: 'src/features/keys/keys.store.ts', text: "tx.selectFrom('awards')" },
      { file: 'src/features/awards/award.ts', text: 'const now = new Date();' },
      { file: 'src/features/awards/key.ts', text: 'process.env.SECRET' },
      { file: 'src/features/awards/ask.ts', text: 'await fetch(url)' },
      {
        file: 'src/features/awards/fine.ts',
        text: '// new Date() and process.env in a comment are words\nnew Date(0)',
      },
    ];
    expect(
      findSourceFaults(planted)
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual([
      'each table has one owner: awards',
      'only stores speak SQL',
      'only the clock reads the time',
      'only the configuration reads the environment',
      'only the egress client fetches',
    ]);
  });
});

type Planted = Readonly<Record<string, string>>;

const CLEAN: Planted = {
  'src/formats/index.ts': 'export const a = 1;',
  'src/features/audit/index.ts': "export { entry } from './entry.ts';",
  'src/features/audit/entry.ts': "import { a } from '../../formats/index.ts';\nexport const entry = a;",
  'src/features/accounts/index.ts':
    "import { entry } from '../audit/index.ts';\nexport const person = entry;",
  'src/app/main.ts': "import { person } from '../features/accounts/index.ts';\nconsole.log(person);",
};

/** One violation a rule; the ladder's rungs are planted below, each room using the one after it. */
const VIOLATIONS: Planted = {
  ...CLEAN,
  'src/formats/impure.ts': "import { clock } from '../platform/clock.ts';\nexport const x = clock;",
  'src/formats/builtin.ts': "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;",
  'src/platform/clock.ts': 'export const clock = 1;',
  'src/platform/knows.ts': "import type { A } from '../formats/index.ts';\nexport type B = A;",
  'src/database/knows.ts': "import { entry } from '../features/audit/index.ts';\nexport const x = entry;",
  'src/features/audit/composition.ts': "import { deps } from '../../app/deps.ts';\nexport const x = deps;",
  'src/features/accounts/window.ts': "import { entry } from '../audit/entry.ts';\nexport const x = entry;",
  'src/app/deps.ts': "import { entry } from '../features/audit/entry.ts';\nexport const deps = entry;",
  'src/web/features/one/page.ts': "import { two } from '../two/page.ts';\nexport const x = two;",
  'src/web/features/two/page.ts':
    "import { clock } from '../../../platform/clock.ts';\nexport const two = clock;",
  'src/features/audit/circle.ts': "import type { Other } from './other.ts';\nexport type Circle = Other;",
  'src/features/audit/other.ts': "import type { Circle } from './circle.ts';\nexport type Other = Circle;",
  'src/features/audit/wire.schema.ts': "import { pure } from './pure.ts';\nexport const x = pure;",
  'src/features/audit/pure.ts':
    "import { clock } from '../../platform/clock.ts';\nexport const pure = clock;",
  'src/platform/lonely.ts': 'export const nobody = 1;',
  ...plantLadder(),
};

function plantLadder(): Planted {
  const rooms = config.forbidden
    .map((rule) => /^ladder-(.+)$/.exec(rule.name)?.[1])
    .filter((room) => room !== undefined);
  const next = [...rooms.slice(1), 'insights'];
  return Object.fromEntries([
    ...rooms.map((room, at) => [
      `src/features/${room}/up.ts`,
      `import type { Up } from '../${next[at]}/rung.ts';\nexport type X = Up;`,
    ]),
    ...next.map((room) => [`src/features/${room}/rung.ts`, 'export type Up = 1;']),
  ]);
}

function inPlantedHouse(files: Planted): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'house-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
      cpSync(join(root, file), join(folder, file));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    return cruise(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Names of the rules that are violated under a folder. */
function cruise(folder: string): string[] {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const run = spawnSync(
    process.execPath,
    [bin, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (!run.stdout.startsWith('{')) throw new Error(run.stderr || run.stdout);
  const report: { summary: { violations: { rule: { name: string }; from: string; to: string }[] } } =
    JSON.parse(run.stdout);
  return report.summary.violations.map((violation) =>
    folder === root ? `${violation.rule.name}: ${violation.from} → ${violation.to}` : violation.rule.name,
  );
}
