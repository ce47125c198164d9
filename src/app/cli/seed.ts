import { parseArgs } from 'node:util';
import { listInstitutions } from '../../features/institutions/index.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { ensureOperator } from '../ensure-operator.ts';
import { EXIT } from './command.ts';
import { openWithJobs } from './open-house.ts';

export async function runSeed(words: readonly string[]): Promise<number> {
  parseArgs({ args: [...words], options: {} });
  const { deps, settle, close } = await openWithJobs();
  try {
    if ((await deps.database.asPublic(listInstitutions)).length > 0) {
      process.stderr.write('The database is not empty: it has institutions. Nothing was loaded.\n');
      return EXIT.failed;
    }
    await ensureOperator(deps);
    await loadDemo(deps, settle);
    process.stdout.write('The demonstration is loaded.\n');
    return EXIT.well;
  } finally {
    await close();
  }
}
