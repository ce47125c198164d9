/**
 * `npm run bench`: the lines of PERFORMANCE. `-- --json` prints them as one object; `-- --seed 7` compares others;
 * `-- --part signing` runs one part, for who works on it.
 */
import { parseArgs } from 'node:util';
import { countDifferences } from '../support/differential.ts';
import { type Line, measured } from './line.ts';
import { benchServing } from './serving.ts';
import { benchSigning } from './signing.ts';

const DOCUMENTS = 20_000;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    part: { type: 'string' },
    seed: { type: 'string', default: '20261122' },
  },
  allowPositionals: true,
});
const parts: Readonly<Record<string, () => Promise<readonly Line[]>>> = {
  signing: benchSigning,
  serving: benchServing,
  differential: async () => [await compareWithLibrary(Number(values.seed))],
};
const asked = Object.keys(parts).filter((name) => values.part === undefined || values.part === name);
if (asked.length === 0) throw new Error(`--part is one of ${Object.keys(parts).join(', ')}`);
const lines: Line[] = [];
for (const name of asked) lines.push(...((await parts[name]?.()) ?? []));

if (values.json) process.stdout.write(`${JSON.stringify({ lines })}\n`);
else for (const line of lines) process.stdout.write(`${say(line)}\n`);
process.exit(0);

/** What is signed the short way against what `jsonld` and `rdf-canonize` write. */
async function compareWithLibrary(seed: number): Promise<Line> {
  const { compared, differing } = await countDifferences(DOCUMENTS, seed);
  const name = `differential: differences among ${compared.toLocaleString('en')} documents`;
  return measured(name, differing.length, '', { atMost: 0 });
}

function say({ name, value, unit, target, holds }: Line): string {
  const sign = target === 'none' ? ' ' : holds ? '✓' : value === null ? '–' : '✗';
  const figure = value === null ? 'not measured' : `${value} ${unit}`;
  return `${sign} ${name.padEnd(62)} ${figure.padStart(22)}${target === 'none' ? '' : `   target ${target}`}`;
}
