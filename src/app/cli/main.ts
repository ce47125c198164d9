/** `waarmerk COMMAND …`: what one does at a prompt. Each command is a file; this one only finds it. */
import '../keep-compiled.ts';

import { BadUsage, type Command, EXIT } from './command.ts';

const commands: Readonly<Record<string, Command>> = {
  verify: {
    usage: 'waarmerk verify FILE_OR_URL [--json] [--offline] [--at DATE] [--as email:… or id:…]',
    says: 'Checks any credential; "-" reads standard input.\nEnds with 0 when verified, 1 when failed, 2 when not everything could be checked, 64 for bad usage.',
    load: async () => (await import('./verify.ts')).runVerify,
  },
  samples: {
    usage: 'waarmerk samples DIR',
    says: 'Writes one document of every format, edition and state of the demonstration, with an index samples.json.',
    load: async () => (await import('./samples.ts')).runSamples,
  },
  migrate: {
    usage: 'waarmerk migrate',
    says: 'Brings the database to the form that this version needs.',
    load: async () => (await import('./migrate.ts')).runMigrate,
  },
  seed: {
    usage: 'waarmerk seed',
    says: 'Loads the demonstration into an empty database.',
    load: async () => (await import('./seed.ts')).runSeed,
  },
  institution: {
    usage: 'waarmerk institution create FILE',
    says: 'Brings an institution on board, as a JSON file describes it: units, issuers with keys, members, its own sign-in.\ndocs/operating.md has an example.',
    load: async () => (await import('./institution.ts')).runInstitution,
  },
  operator: {
    usage: 'waarmerk operator invite EMAIL [--language en|nl]',
    says: 'Invites someone to run this installation: they get a letter with a link, and the console at /operator.',
    load: async () => (await import('./operator.ts')).runOperator,
  },
  export: {
    usage: 'waarmerk export issuer ID DIR',
    says: 'Writes everything that verifiers ask of an issuer, for when it leaves: DID document with its history, keys, profile, status lists, designs.\nindex.json says at which address each file stands, with its digest. ID is the last part of the address of the issuer, or its DID.',
    load: async () => (await import('./export.ts')).runExport,
  },
  keys: {
    usage:
      'waarmerk keys rotate [--institution SLUG] [--issuer ID] [--purpose PURPOSE] [--now]\n  waarmerk keys list [--institution SLUG] [--issuer ID] [--purpose PURPOSE]\n  waarmerk keys compromised KID --at INSTANT --reason stolen|exposed|lost|suspected',
    says: 'Gives issuers their next keys, lists keys, or tells that one is in other hands.\nThe next key is published first and signs a day later; with --now it signs at once. A key that is compromised signs nothing more.\nID is the last part of the address of the issuer, or its DID; without one, all that there are.',
    load: async () => (await import('./keys.ts')).runKeys,
  },
};

/** Refusals that say all there is to say; the rest is a fault and shows where it happened. */
const EXPECTED: ReadonlySet<string> = new Set([
  'BadUsage',
  'BadConfiguration',
  'DataDirectoryInUse',
  'DatabaseNotPrepared',
]);

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(sayHelp());
    return name === undefined ? EXIT.badUsage : EXIT.well;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new BadUsage(`There is no command "${name}". waarmerk --help lists them.`);
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${command.usage}\n\n${command.says}\n`);
    return EXIT.well;
  }
  try {
    const run = await command.load();
    return await run(rest);
  } catch (error) {
    if (isBadUsage(error)) throw new BadUsage(`${error.message}\n\n${command.usage}`);
    throw error;
  }
}

/** `parseArgs` says itself what it did not understand. */
function isBadUsage(error: unknown): error is Error {
  if (error instanceof BadUsage) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function sayHelp(): string {
  const lines = Object.values(commands).map(({ usage, says }) => `  ${usage}\n      ${says.split('\n')[0]}`);
  return `Usage: waarmerk COMMAND …\n\n${lines.join('\n')}\n\nThe settings are those of the server: DATA_DIR, DATABASE_URL, PUBLIC_URL and the rest of docs/configuration.md.\n`;
}

function toExitCode(error: unknown): number {
  const isExpected = error instanceof Error && EXPECTED.has(error.name);
  process.stderr.write(
    `${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  return error instanceof BadUsage ? EXIT.badUsage : EXIT.fault;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => process.exit(toExitCode(error)),
);
