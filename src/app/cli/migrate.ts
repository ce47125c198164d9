import { parseArgs } from 'node:util';
import { EXIT } from './command.ts';
import { openForCommand } from './open-house.ts';

export async function runMigrate(words: readonly string[]): Promise<number> {
  parseArgs({ args: [...words], options: {} });
  // Opening it is what migrates it, whoever opens.
  const { close } = await openForCommand();
  await close();
  process.stdout.write('The database has the form that this version needs.\n');
  return EXIT.well;
}
