import { readFileSync, statSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type {
  VerificationReport,
  VerifyDeps,
  VerifyInput,
  VerifyOptions,
} from '../../features/verification/index.ts';
import { openHouse, readAt, readExpected, verifyCredential } from '../../features/verification/index.ts';
import { systemClock } from '../../platform/clock.ts';
import { type Config, readEnvironment } from '../../platform/config.ts';
import { gunzipBytes, gzipBytes, inflateBytes, nodeCrypto } from '../../platform/crypto/index.ts';
import { createEgress } from '../../platform/egress/index.ts';
import { createPdfReader } from '../../platform/pdf/index.ts';
import { BadUsage, EXIT } from './command.ts';
import { hasDatabase } from './has-database.ts';
import type { OpenCommand } from './open-house.ts';
import { printReport } from './print-report.ts';

const MAX_BYTES = 2 * 1024 * 1024;
/** A register that does not open in this time is not waited for. */
const REGISTER_LIMIT_MS = 10_000;

export async function runVerify(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      offline: { type: 'boolean' },
      at: { type: 'string' },
      as: { type: 'string' },
    },
  });
  const [source] = positionals;
  if (source === undefined || positionals.length !== 1) throw new BadUsage('Name one file or address.');
  const options = readOptions(values);
  const input = await readInput(source);
  const { deps, close } = await openVerifier(readEnvironment());
  try {
    const report = await verifyCredential(deps, input, options);
    process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : printReport(report));
    return exitCodeOf(report);
  } finally {
    await close();
  }
}

function exitCodeOf({ verdict }: VerificationReport): number {
  if (verdict === 'verified') return EXIT.well;
  return verdict === 'failed' ? EXIT.failed : EXIT.incomplete;
}

function readOptions({ at, as, offline }: { at?: string; as?: string; offline?: boolean }): VerifyOptions {
  const instant = at === undefined ? undefined : readAt(at, systemClock.now());
  const expected = as === undefined ? undefined : readExpected(as);
  if (at !== undefined && !instant)
    throw new BadUsage('--at needs a day such as 2026-03-01, or an instant with a time zone.');
  if (as !== undefined && !expected) throw new BadUsage('--as needs email:… or id:…');
  return {
    ...(instant ? { at: instant } : {}),
    ...(expected ? { as: expected } : {}),
    offline: offline === true,
  };
}

async function readInput(source: string): Promise<VerifyInput> {
  if (/^https?:\/\//i.test(source)) return { url: source };
  const bytes = source === '-' ? await buffer(process.stdin) : readFile(source);
  if (bytes.length > MAX_BYTES)
    throw new BadUsage('This is too large to be a credential: at most 2 MiB can be checked.');
  return { bytes };
}

function readFile(path: string): Uint8Array {
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file?.isFile()) throw new BadUsage(`There is no file "${path}".`);
  if (file.size > MAX_BYTES)
    throw new BadUsage('This is too large to be a credential: at most 2 MiB can be checked.');
  return readFileSync(path);
}

/** Works without a database: then no register knows anyone, and what is ours is asked of PUBLIC_URL on loopback. */
async function openVerifier(config: Config): Promise<{ deps: VerifyDeps; close: () => Promise<void> }> {
  const shared = {
    clock: systemClock,
    crypto: nodeCrypto,
    compression: { gzip: gzipBytes, gunzip: gunzipBytes, inflate: inflateBytes },
    readPdf: createPdfReader(),
  };
  const opened = hasDatabase(config) ? await openInTime(config) : undefined;
  if (opened)
    return {
      deps: { ...shared, egress: opened.machine.egress, house: openHouse(opened.deps) },
      close: opened.close,
    };
  const egress = createEgress({ loopbackOrigins: [config.publicUrl] });
  return { deps: { ...shared, egress, house: undefined }, close: egress.close };
}

async function openInTime(config: Config): Promise<OpenCommand | undefined> {
  const { openForCommand } = await import('./open-house.ts');
  const opening = openForCommand(config);
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), REGISTER_LIMIT_MS).unref();
  });
  try {
    const opened = await Promise.race([opening, late]);
    if (!opened) process.stderr.write('The database does not answer; the register is not asked.\n');
    return opened;
  } catch (error) {
    process.stderr.write(
      `The register cannot be asked: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return undefined;
  }
}
