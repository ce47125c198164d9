/** `npm run bench`: the lines of PERFORMANCE. `-- --json` prints them as one object. */
import { parseArgs } from 'node:util';
import type { Line } from './line.ts';
import { benchServing } from './serving.ts';
import { benchSigning } from './signing.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const lines: readonly Line[] = [...(await benchSigning()), ...(await benchServing())];

if (values.json) process.stdout.write(`${JSON.stringify({ lines })}\n`);
else for (const line of lines) process.stdout.write(`${say(line)}\n`);
process.exit(0);

function say({ name, value, unit, target, holds }: Line): string {
  const sign = target === 'none' ? ' ' : holds ? '✓' : value === null ? '–' : '✗';
  const figure = value === null ? 'not measured' : `${value} ${unit}`;
  return `${sign} ${name.padEnd(62)} ${figure.padStart(22)}${target === 'none' ? '' : `   target ${target}`}`;
}
