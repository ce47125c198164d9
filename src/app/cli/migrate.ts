import { parseArgs } from 'node:util';
import { type Command, EXIT } from './command.ts';
import { openForCommand } from './open-house.ts';

export const migrateCommand: Command = {
  usage: 'waarmerk migrate',
  says: 'Brings the database to the form that this version needs.',
  run: async (words) => {
    parseArgs({ args: [...words], options: {} });
    // Opening it is what migrates it, whoever opens.
    const { close } = await openForCommand();
    await close();
    process.stdout.write('The database has the form that this version needs.\n');
    return EXIT.well;
  },
};
