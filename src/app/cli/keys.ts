import { parseArgs } from 'node:util';
import { system } from '../../features/audit/index.ts';
import {
  findInstitutionBySlug,
  findIssuer,
  type Issuer,
  listIssuers,
} from '../../features/institutions/index.ts';
import {
  ALL_PURPOSES,
  COMPROMISE_REASONS,
  type CompromiseReason,
  compromiseKey,
  dueAt,
  isKeyPurpose,
  listKeyOwners,
  listPublicKeys,
  listStoredKeys,
  ripeAt,
  rotateKey,
  stateOf,
} from '../../features/keys/index.ts';
import { formatInstant } from '../../platform/clock.ts';
import { Problem } from '../../platform/problem.ts';
import type { Deps } from '../deps.ts';
import { BadUsage, EXIT } from './command.ts';
import { openWithJobs } from './open-house.ts';

const options = {
  institution: { type: 'string' },
  issuer: { type: 'string' },
  purpose: { type: 'string' },
  now: { type: 'boolean' },
  at: { type: 'string' },
  reason: { type: 'string' },
} as const;

type Asked = ReturnType<typeof readWords>['values'];

function readWords(words: readonly string[]) {
  return parseArgs({ args: [...words], allowPositionals: true, options });
}

/** The keys of issuers: what there is, the next one, one that is in other hands. */
export async function runKeys(words: readonly string[]): Promise<number> {
  const { values, positionals } = readWords(words);
  const [verb, kid, ...more] = positionals;
  const run = chooseVerb(verb, kid, values);
  if (!run || more.length > 0) throw new BadUsage('Say rotate, list, or compromised with the name of a key.');
  const { deps, settle, close } = await openWithJobs();
  try {
    await run(deps);
    await settle();
    return EXIT.well;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.stderr.write(`${error.title} Nothing was changed.\n`);
    return EXIT.failed;
  } finally {
    await close();
  }
}

/** What can be said wrongly is found before the database is opened. */
function chooseVerb(verb: string | undefined, kid: string | undefined, asked: Asked) {
  if (asked.purpose !== undefined && !isKeyPurpose(asked.purpose))
    throw new BadUsage(`There is no purpose "${asked.purpose}": ${ALL_PURPOSES.join(', ')}.`);
  if (verb === 'list' && kid === undefined) return (deps: Deps) => list(deps, asked);
  if (verb === 'rotate' && kid === undefined) return (deps: Deps) => rotate(deps, asked);
  if (verb !== 'compromised' || kid === undefined) return undefined;
  const at = new Date(asked.at ?? '');
  if (asked.at === undefined || Number.isNaN(at.getTime()))
    throw new BadUsage('Say with --at since when others may have had it, such as 2026-11-21T09:00:00Z.');
  const reason = COMPROMISE_REASONS.find((one) => one === asked.reason);
  if (!reason) throw new BadUsage(`Say a --reason: ${COMPROMISE_REASONS.join(', ')}.`);
  return (deps: Deps) => compromise(deps, { kid, at, reason });
}

async function list(deps: Deps, asked: Asked): Promise<void> {
  for (const issuer of await findIssuers(deps, asked)) {
    process.stdout.write(`${issuer.did}\n`);
    const { institutionId } = issuer;
    const keys = await deps.database.asWorker(institutionId, (tx) => listStoredKeys(tx, { institutionId }));
    const own = keys.filter(
      ({ issuerId, purpose }) => issuerId === issuer.id && purpose === (asked.purpose ?? purpose),
    );
    for (const key of own) {
      const state = stateOf(key);
      const words = {
        'pre-published': () => `may sign from ${formatInstant(ripeAt(key, deps.keyPolicy))}`,
        active: () => `until about ${formatInstant(dueAt(key, deps.keyPolicy) ?? key.publishedAt)}`,
        'verify-only': () => `signed until ${formatInstant(key.activeUntil ?? key.publishedAt)}`,
        compromised: () => `since ${formatInstant(key.compromisedAt ?? key.publishedAt)}`,
      } as const;
      process.stdout.write(`  ${key.kid}  ${key.purpose}  ${key.store}  ${state}, ${words[state]()}\n`);
    }
  }
}

async function rotate(deps: Deps, asked: Asked): Promise<void> {
  for (const issuer of await findIssuers(deps, asked)) {
    const keys = await deps.database.asPublic((tx) => listPublicKeys(tx, issuer.id));
    const present = new Set(keys.map(({ purpose }) => purpose));
    // One that is made on demand is not made for the sake of a rotation.
    for (const purpose of ALL_PURPOSES.filter((one) =>
      asked.purpose ? one === asked.purpose : present.has(one),
    )) {
      const rotation = await rotateKey(deps, system, {
        issuer,
        purpose,
        when: asked.now ? 'at-once' : 'announced',
      });
      const says =
        rotation.state === 'active'
          ? `signs with a new key for ${purpose}`
          : `has its next key for ${purpose}, which signs from ${formatInstant(rotation.from)}`;
      process.stdout.write(`${issuer.did} ${says}: ${rotation.kid}\n`);
    }
  }
}

async function compromise(
  deps: Deps,
  input: { readonly kid: string; readonly at: Date; readonly reason: CompromiseReason },
): Promise<void> {
  for (const issuer of await findIssuers(deps, {})) {
    const keys = await deps.database.asPublic((tx) => listPublicKeys(tx, issuer.id));
    if (!keys.some(({ kid }) => kid === input.kid)) continue;
    await compromiseKey(deps, system, { ...input, institutionId: issuer.institutionId });
    process.stdout.write(`${issuer.did} signs no more with ${input.kid}, and its administrators are told.\n`);
    return;
  }
  throw new BadUsage(`There is no key "${input.kid}": waarmerk keys list.`);
}

/** One issuer, those of an institution, or all: archived ones and the operator's own included. */
async function findIssuers(deps: Deps, { issuer, institution }: Asked): Promise<Issuer[]> {
  return await deps.database.asPublic(async (tx) => {
    if (issuer !== undefined) {
      const by = issuer.startsWith('did:') ? { did: issuer } : { publicId: issuer };
      const found = await findIssuer(tx, by);
      if (!found) throw new BadUsage(`There is no issuer "${issuer}".`);
      return [found];
    }
    if (institution !== undefined) {
      const found = await findInstitutionBySlug(tx, institution);
      if (!found) throw new BadUsage(`There is no institution "${institution}".`);
      return await listIssuers(tx, found.id);
    }
    const lists = [];
    for (const id of await listKeyOwners(tx)) lists.push(await listIssuers(tx, id));
    return lists.flat();
  });
}
