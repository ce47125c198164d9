/** `waarmerk COMMAND …`: what one does at a prompt. Each command is a file; this one only finds it. */
import { DatabaseNotPrepared } from '../../database/index.ts';
import { BadConfiguration } from '../../platform/config.ts';
import { DataDirectoryInUse } from '../machine.ts';
import { BadUsage, type Command, EXIT } from './command.ts';
import { keysCommand } from './keys.ts';
import { migrateCommand } from './migrate.ts';
import { samplesCommand } from './samples.ts';
import { seedCommand } from './seed.ts';
import { verifyCommand } from './verify.ts';

const commands: Readonly<Record<string, Command>> = {
  verify: verifyCommand,
  samples: samplesCommand,
  migrate: migrateCommand,
  seed: seedCommand,
  keys: keysCommand,
};

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(sayHelp());
    return name === undefined ? EXIT.badUsage : EXIT.well;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new BadUsage(`There is no command "${name}".\n\n${sayHelp()}`);
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${command.usage}\n\n${command.says}\n`);
    return EXIT.well;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    // parseArgs says what it did not understand.
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      throw new BadUsage(`${error.message}\n\n${command.usage}`);
    throw error;
  }
}

function sayHelp(): string {
  const lines = Object.values(commands).map(({ usage, says }) => `  ${usage}\n      ${says.split('\n')[0]}`);
  return `Usage: waarmerk COMMAND …\n\n${lines.join('\n')}\n\nThe settings are those of the server: DATA_DIR, DATABASE_URL, PUBLIC_URL and the rest of docs/configuration.md.\n`;
}

function toExitCode(error: unknown): number {
  const expected =
    error instanceof BadUsage ||
    error instanceof BadConfiguration ||
    error instanceof DataDirectoryInUse ||
    error instanceof DatabaseNotPrepared;
  process.stderr.write(
    `${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  return error instanceof BadUsage ? EXIT.badUsage : EXIT.fault;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => process.exit(toExitCode(error)),
);
