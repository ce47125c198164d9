/** A whole installation on a database of its own: awarding, verifying over HTTP, publishing, starting. */

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import { composeDeps, type Deps } from '../../src/app/deps.ts';
import { ensureOperator } from '../../src/app/ensure-operator.ts';
import { openMachine } from '../../src/app/machine.ts';
import { composeReactions } from '../../src/app/reactions.ts';
import { createApp } from '../../src/app/server.ts';
import { enterAccount } from '../../src/features/accounts/index.ts';
import type { PersonActor } from '../../src/features/audit/index.ts';
import { system } from '../../src/features/audit/index.ts';
import { claimAward, grantAwards, revokeAward } from '../../src/features/awards/index.ts';
import {
  issueHolderEdition,
  publishAward,
  readPublicDocument,
} from '../../src/features/credentials/index.ts';
import { createDesign, publishDesign } from '../../src/features/designs/index.ts';
import { createInstitution, createUnit, permissionsOf } from '../../src/features/institutions/index.ts';
import { publishStatusList } from '../../src/features/status/index.ts';
import { canonicalizeToNQuads, parseJsonObject } from '../../src/formats/index.ts';
import { readConfig } from '../../src/platform/config.ts';
import { createUuid } from '../../src/platform/ids.ts';
import { startJobs } from '../../src/platform/jobs/index.ts';
import { approveDesign } from '../support/approve.ts';
import { proofOfCompetence } from '../support/content.ts';
import { type Line, measured, median, millisecondsOf, stated, unmeasured } from './line.ts';
import type { Load, LoadResult } from './load.ts';

const AWARDS = 10_000;
/** As many as one announcement carries to the reactions. */
const TOGETHER = 250;
const LOAD_MS = 2_000;
const MAX_PAGE_KB = 60;
const root = join(import.meta.dirname, '../..');

export async function benchServing(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'waarmerk-bench-'));
  const port = await findFreePort();
  const environment = { DATA_DIR: folder, PORT: String(port), DEMO: 'off', LOG_LEVEL: 'silent' };
  try {
    const lines = await benchHouse(environment);
    return [...lines, await benchStart(environment)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchHouse(environment: Record<string, string>): Promise<Line[]> {
  const config = readConfig(environment);
  const machine = await openMachine(config, 'server');
  const deps = composeDeps({
    ...machine,
    database: machine.opened.database,
    publicUrl: config.publicUrl,
    keyLife: config.keyLife,
    demo: false,
    learnerProvider: undefined,
    otherProviders: [],
  });
  await ensureOperator(deps);
  const jobs = await startJobs({
    connection: machine.connection,
    database: deps.database,
    reactions: composeReactions(deps),
    log: machine.log,
  });
  const app = await createApp({
    deps,
    development: false,
    version: '0',
    mailSink: machine.mailSink,
    provider: undefined,
    probes: {},
  });
  try {
    await app.listen({ port: config.port, host: '127.0.0.1' });
    const actors = await settle(deps);
    const shown = await publishOne(deps, actors, jobs.settle);
    const serving = [
      ...(await benchVerifying(config.port, shown)),
      ...(await benchPage(config.port, shown.publicId)),
      await benchList(deps, actors, shown),
    ];
    const lookup = await benchLookup(deps, actors, shown);
    await jobs.stop();
    // Ten thousand letters are no part of it, so nobody is there to write them.
    return [...(await benchAwarding(deps, actors)), ...serving, lookup];
  } finally {
    await app.close();
    await jobs.stop();
    await machine.close();
  }
}

type Actors = {
  readonly institutionId: string;
  readonly design: string;
  readonly staff: PersonActor;
  readonly learner: PersonActor;
};
const ADDRESS = 'learner@student.example';

async function settle(deps: Deps): Promise<Actors> {
  const { institutionId } = await createInstitution(deps, {
    slug: 'bench',
    kind: 'wo',
    name: { en: 'University of Bench' },
    defaultLanguage: 'en',
    address: { country: 'NL', locality: 'Groningen' },
    identifiers: [],
    email: 'post@bench.example',
    inks: ['#b3121d', '#1a2756', '#0c5a63'],
    demo: false,
  });
  await createUnit(deps, system, { institutionId, slug: 'unit', name: { en: 'Faculty' } });
  const staff: PersonActor = {
    kind: 'person',
    personId: createUuid(),
    institutionId,
    permissions: permissionsOf(['designer', 'registrar']),
  };
  const { id } = await createDesign(deps, staff, {
    kind: proofOfCompetence.kind,
    unit: 'unit',
    title: proofOfCompetence.title,
    defaultLanguage: 'en',
    content: proofOfCompetence,
  });
  await approveDesign(deps, staff, id);
  await publishDesign(deps, staff, { design: id, revision: 1 });
  const personId = await deps.database.asDoorkeeper((tx) =>
    enterAccount(tx, deps.clock.now(), {
      stated: {
        issuer: 'https://eduid.example',
        subject: 'learner',
        name: 'Sanne Visser',
        addresses: [ADDRESS],
        identifiers: [],
      },
      provider: 'learner',
      language: 'en',
    }),
  );
  return { institutionId, design: id, staff, learner: { kind: 'person', personId, permissions: new Set() } };
}

/** Facts to signed and stored, with status index, outbox, audit and digests. */
async function benchAwarding(deps: Deps, { institutionId, design, staff }: Actors): Promise<Line[]> {
  const recipients = Array.from({ length: AWARDS }, (_, i) => ({
    identifier: `s${i}`,
    name: `Learner ${i}`,
  }));
  const before = process.memoryUsage().rss;
  let highest = before;
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 20);
  const issue = (some: readonly string[]) =>
    issueHolderEdition(deps, institutionId, { awardIds: some, format: 'ob3-data-integrity' });
  let ids: readonly string[] = [];
  const granting = await millisecondsOf(async () => {
    const { rows } = await grantAwards(deps, staff, { design, recipients });
    ids = rows.flatMap(({ award }) => award ?? []);
  });
  const signing = await millisecondsOf(async () => {
    for (let from = 0; from < ids.length; from += TOGETHER) await issue(ids.slice(from, from + TOGETHER));
  });
  clearInterval(watch);
  if (ids.length !== AWARDS) throw new Error(`${ids.length} of ${AWARDS} were awarded`);
  return [
    measured(
      `award ${AWARDS} end to end, PostgreSQL on the same cores`,
      (AWARDS * 1000) / (granting + signing),
      'per second',
      { atLeast: 8_000 },
    ),
    stated('of which granting', (AWARDS * 1000) / granting, 'per second'),
    stated('of which composing, signing and storing', (AWARDS * 1000) / signing, 'per second'),
    stated(
      'control: the same with jsonld and rdf-canonize',
      (AWARDS * 1000) / (granting + signing + (await lengthenByLibrary(deps))),
      'per second',
    ),
    measured('memory above start while awarding', (highest - before) / 1024 / 1024, 'MB', { atMost: 256 }),
  ];
}

/** How much longer ten thousand would take if every document went the whole way; told from some of them. */
async function lengthenByLibrary(deps: Deps): Promise<number> {
  const rows = await deps.database.asPublic((tx) =>
    tx
      .selectFrom('documents')
      .select('bytes')
      .where('edition', '=', 'public')
      .where('format', '=', 'ob3-data-integrity')
      .limit(1)
      .execute(),
  );
  const { proof: _, ...document } = parseJsonObject(rows[0]?.bytes ?? '');
  const times: number[] = [];
  for (let round = 0; round < 40; round += 1)
    times.push(await millisecondsOf(() => canonicalizeToNQuads(document)));
  return median(times) * AWARDS;
}

type Shown = { readonly id: string; readonly publicId: string; readonly json: string; readonly jwt: string };

async function publishOne(
  deps: Deps,
  { design, staff, learner }: Actors,
  settled: () => Promise<void>,
): Promise<Shown> {
  const granted = await grantAwards(deps, staff, {
    design,
    recipients: [{ email: ADDRESS, name: 'Sanne Visser' }],
  });
  const id = granted.rows[0]?.award ?? '';
  await settled();
  const { publicId } = await claimAward(deps, learner, { award: id });
  await publishAward(deps, learner, {
    award: id,
    choice: { showName: true, showResult: false, showEvidence: false, olderPlatforms: false },
  });
  await settled();
  const read = async (format: 'ob3-data-integrity' | 'ob3-jwt') =>
    (await readPublicDocument(deps, { publicId, format })).document.bytes;
  return { id, publicId, json: await read('ob3-data-integrity'), jwt: await read('ob3-jwt') };
}

async function benchVerifying(port: number, { json, jwt }: Shown): Promise<Line[]> {
  const url = `http://127.0.0.1:${port}/api/v1/verify`;
  const lines: Line[] = [];
  for (const [name, body] of [
    ['Data Integrity', json],
    ['JWT', jwt],
  ] as const) {
    const work = { url, method: 'POST', body, headers: { 'content-type': 'text/plain' } } as const;
    const { perSecond } = await load({ ...work, milliseconds: LOAD_MS });
    const calm = await load({ ...work, milliseconds: LOAD_MS, rate: perSecond * 0.7 });
    lines.push(
      measured(`verification over HTTP, ${name}, all checks`, perSecond, 'per second', { atLeast: 1_000 }),
      measured(`the same at 0.7 of that, ${name}, p99`, calm.p99, 'ms', { atMost: 100 }),
    );
  }
  return lines;
}

async function benchPage(port: number, publicId: string): Promise<Line[]> {
  const name = 'public badge page, rendered on the server';
  const size = 'public badge page, its document as transferred';
  const missing = [
    unmeasured(name, 'per second', '≥ 1000 per second'),
    unmeasured(size, 'KB', `≤ ${MAX_PAGE_KB} KB`),
  ];
  if (!existsSync(join(root, 'build/server'))) return missing;
  const work = {
    url: `http://127.0.0.1:${port}/c/${publicId}`,
    method: 'GET',
    headers: { accept: 'text/html', 'accept-encoding': 'gzip' },
    milliseconds: LOAD_MS,
  } as const;
  try {
    const { perSecond, bytes } = await load(work);
    return [
      measured(name, perSecond, 'per second', { atLeast: 1_000 }),
      measured(size, bytes / 1024, 'KB', { atMost: MAX_PAGE_KB }),
    ];
  } catch (error) {
    // Pages that were built from older sources; `npm run bench` builds them first.
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return missing;
  }
}

/** PERFORMANCE asks about a million and ten; what grows is the same index, and ten million rows take minutes. */
const LOOKED_AMONG = 20_000;
const FILLED_TOGETHER = 10_000;

async function benchLookup(deps: Deps, { institutionId }: Actors, { id, publicId }: Shown): Promise<Line> {
  const few = await fillTo(deps, institutionId, id, 0, LOOKED_AMONG).then(() => timeLookups(deps, publicId));
  const many = await fillTo(deps, institutionId, id, LOOKED_AMONG, LOOKED_AMONG * 10).then(() =>
    timeLookups(deps, publicId),
  );
  const say = (rows: number) => rows.toLocaleString('en');
  return measured(
    `lookup of a credential, ${say(LOOKED_AMONG)} against ${say(LOOKED_AMONG * 10)} rows, p99`,
    many / few,
    '×',
    { atMost: 1.5 },
  );
}

/** Documents of one award for as many holders' keys, each at an address of its own. */
async function fillTo(deps: Deps, institutionId: string, awardId: string, from: number, to: number) {
  for (let first = from + 1; first <= to; first += FILLED_TOGETHER) {
    const last = Math.min(first + FILLED_TOGETHER - 1, to);
    await deps.database.asWorker(institutionId, (tx) =>
      sql`
        INSERT INTO documents (id, institution_id, award_id, public_id, edition, format, holder_key, language, bytes,
          digest, signed_at)
        SELECT gen_random_uuid(), ${institutionId}, ${awardId}, md5(count::text), 'public', 'ob3-data-integrity',
          count::text, 'en', repeat('x', 600), sha256(count::text::bytea), now()
        FROM generate_series(${first}::int, ${last}::int) AS count`.execute(tx),
    );
  }
}

async function timeLookups(deps: Deps, publicId: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 3_000; i += 1)
    times.push(
      await millisecondsOf(() => readPublicDocument(deps, { publicId, format: 'ob3-data-integrity' })),
    );
  times.sort((one, other) => one - other);
  return times[Math.floor(times.length * 0.99)] ?? Number.NaN;
}

async function benchList(deps: Deps, { institutionId, staff }: Actors, { id, json }: Shown): Promise<Line> {
  const address: string = JSON.parse(json).credentialStatus.statusListCredential;
  await revokeAward(deps, staff, { award: id, reason: 'other' });
  const listId = await deps.database.asPublic(async (tx) => {
    const row = await tx
      .selectFrom('statusLists')
      .select('id')
      .where('url', '=', address)
      .executeTakeFirstOrThrow();
    return row.id;
  });
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1)
    times.push(await millisecondsOf(() => publishStatusList(deps, institutionId, { listId })));
  return measured('status list of 131,072: bits read, signed, published', median(times), 'ms', { atMost: 5 });
}

/** On a machine that has run it once. The build is not part of it. */
async function benchStart(environment: Record<string, string>): Promise<Line> {
  const took = await millisecondsOf(async () => {
    const child = spawn(process.execPath, [join(root, 'src/app/main.ts')], {
      env: { ...environment, PATH: process.env.PATH ?? '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (text) => String(text).includes('ready ') && resolve());
      child.on('exit', () => reject(new Error('the server did not start')));
    });
    child.kill('SIGTERM');
  });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  return measured('start to serving', took / 1000, 's', { atMost: 3 });
}

async function load(work: Load): Promise<LoadResult> {
  return await new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./load.ts', import.meta.url), { workerData: work });
    worker.on('message', resolve).on('error', reject);
  });
}

async function findFreePort(): Promise<number> {
  return await new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
