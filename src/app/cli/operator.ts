import { parseArgs } from 'node:util';
import { system } from '../../features/audit/index.ts';
import { findOperator, inviteFirstAdministrator } from '../../features/institutions/index.ts';
import { isMailAddress } from '../../platform/mail/index.ts';
import { Problem } from '../../platform/problem.ts';
import { ensureOperator } from '../ensure-operator.ts';
import { BadUsage, EXIT } from './command.ts';
import { openWithJobs } from './open-house.ts';

/** The first who runs an installation can be invited from here only: there is nobody yet who could. */
export async function runOperator(words: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { language: { type: 'string', default: 'en' } },
  });
  const [verb, address, ...more] = positionals;
  const { language } = values;
  if (verb !== 'invite' || address === undefined || more.length > 0 || !isMailAddress(address))
    throw new BadUsage('Name the e-mail address of whom you invite.');
  if (language !== 'en' && language !== 'nl') throw new BadUsage('The language is en or nl.');
  const { deps, settle, close } = await openWithJobs();
  try {
    await ensureOperator(deps);
    const operator = await deps.database.asPublic(findOperator);
    if (!operator) return EXIT.fault;
    await inviteFirstAdministrator(deps, system, { institutionId: operator.id, address, language });
    await settle();
    process.stdout.write(`${address} is invited to run this installation.\n`);
    return EXIT.well;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.stderr.write(`${error.title}\n`);
    return EXIT.failed;
  } finally {
    await close();
  }
}
