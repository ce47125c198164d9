import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { system } from '../../features/audit/index.ts';
import {
  addMember,
  createInstitution,
  createUnit,
  findInstitutionBySlug,
  newInstitutionSchema,
} from '../../features/institutions/index.ts';
import { ensureOperator } from '../ensure-operator.ts';
import { BadUsage, EXIT } from './command.ts';
import { openForCommand } from './open-house.ts';

/** Brings an institution on board: its units, its issuers with their keys, and those who may work there. */
export async function runInstitution(words: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...words], allowPositionals: true });
  const [verb, file, ...more] = positionals;
  if (verb !== 'create' || file === undefined || more.length > 0)
    throw new BadUsage('Name the file that describes the institution.');
  const { units, members, ...institution } = read(file);
  const { deps, close } = await openForCommand();
  try {
    const isThere = await deps.database.asPublic((tx) => findInstitutionBySlug(tx, institution.slug));
    if (isThere || (await deps.findProvider(institution.slug))) {
      process.stderr.write(
        `There is an institution or a provider "${institution.slug}" already. Nothing was changed.\n`,
      );
      return EXIT.failed;
    }
    await ensureOperator(deps);
    const { institutionId, issuer } = await createInstitution(deps, institution);
    for (const unit of units) await createUnit(deps, system, { institutionId, ...unit });
    for (const member of members) await addMember(deps, system, { institutionId, ...member });
    process.stdout.write(
      `${institution.slug} is there: ${issuer.did}, ${units.length} units, ${members.length} members.\n`,
    );
    return EXIT.well;
  } finally {
    await close();
  }
}

/** Every fault of the file at once. */
function read(file: string) {
  const parsed = newInstitutionSchema.safeParse(parseFile(file));
  if (parsed.success) return withoutUndefined(parsed.data);
  throw new BadUsage(
    parsed.error.issues.map((issue) => `${file}: /${issue.path.join('/')} ${issue.message}`).join('\n'),
  );
}

function parseFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new BadUsage(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : error}`);
  }
}

type Written<T> = T extends object ? { [Name in keyof T]: Written<Exclude<T[Name], undefined>> } : T;

/** What the file leaves out is not there at all; Zod's types cannot say so, JSON can. */
function withoutUndefined<T extends object>(value: T): Written<T> {
  return JSON.parse(JSON.stringify(value));
}
