/**
 * Drills: real faults on the real thing, each with a negative control that must fail, or the drill proves nothing.
 * `npm run drills`, `-- --json` for programs, `-- --seed N` to repeat one.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { migrate, prepareLogins, startEmbedded } from '../../src/database/index.ts';
import type { PersonActor } from '../../src/features/audit/index.ts';
import { grantAwards } from '../../src/features/awards/index.ts';
import { createDesign, publishDesign } from '../../src/features/designs/index.ts';
import { createInstitution, permissionsOf } from '../../src/features/institutions/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { prepareQueue } from '../../src/platform/jobs/index.ts';
import { startMailSink } from '../../src/platform/mail/index.ts';
import { approveDesign } from '../support/approve.ts';
import { proofOfCompetence } from '../support/content.ts';
import { type DrillSettings, openDrillHouse } from './house.ts';

type Line = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string;
  readonly holds: boolean;
};

const AWARDS = 200;
/** Awards that travel together: small, so that there is much to lose. */
const ROUND = 20;
const KILLS = 6;
const LIMIT_MS = 60_000;
const seed = Number(process.argv[process.argv.indexOf('--seed') + 1]) || 20_261_121;

/** Small and repeatable; nothing secret depends on it. */
function createRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function drillKills(mode: 'sound' | 'naive'): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'drill-'));
  chmodSync(folder, 0o755);
  const server = await startEmbedded({ dataDirectory: folder, durable: true });
  const mailSink = await startMailSink({ clock: systemClock, maxLetters: 100_000, maxBytes: 2 ** 30 });
  try {
    const admin = { host: server.socketDirectory, user: 'postgres', database: 'postgres' };
    const logins = await prepareLogins(admin, () => 'drill');
    await migrate(logins.owner);
    await prepareQueue(logins.owner, () => undefined);
    const settings: DrillSettings = {
      connection: logins.app,
      smtp: mailSink.url,
      masterKey: randomBytes(32).toString('hex'),
      folder: join(folder, 'assets'),
    };
    const house = openDrillHouse(settings);
    await grantAll(house.deps);
    await house.close();
    const kills = await killUntilDone(mode, settings, admin);
    return await judge(mode, admin, {
      kills,
      letters: mailSink.listLetters().flatMap((letter) => letter.to),
    });
  } finally {
    await mailSink.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function grantAll(deps: ReturnType<typeof openDrillHouse>['deps']): Promise<void> {
  const { institutionId } = await createInstitution(deps, {
    slug: 'drill',
    kind: 'wo',
    name: { en: 'Drill' },
    defaultLanguage: 'en',
    address: { country: 'NL' },
    inks: ['#b3121d', '#1a2756'],
    demo: true,
  });
  const actor: PersonActor = {
    kind: 'person',
    personId: crypto.randomUUID(),
    institutionId,
    permissions: permissionsOf(['administrator']),
  };
  const { id } = await createDesign(deps, actor, {
    kind: 'proof-of-competence',
    title: proofOfCompetence.title,
    defaultLanguage: 'en',
    content: proofOfCompetence,
  });
  await approveDesign(deps, actor, id);
  await publishDesign(deps, actor, { design: id, revision: 1 });
  for (let from = 0; from < AWARDS; from += ROUND) {
    await grantAwards(deps, actor, {
      design: id,
      recipients: Array.from({ length: ROUND }, (_, at) => ({ email: `r${from + at}@example.org` })),
    });
  }
}

/** @returns how often the worker was killed in the middle of its work */
async function killUntilDone(mode: string, settings: DrillSettings, admin: pg.ClientConfig): Promise<number> {
  const random = createRandom(seed);
  const until = systemClock.now().getTime() + LIMIT_MS;
  let kills = 0;
  while (kills < KILLS && systemClock.now().getTime() < until) {
    const worker = await startWorker(mode, settings);
    // In the middle of its work, not of its start.
    await sleep(80 + random() * 600);
    await kill(worker);
    kills += 1;
    if ((await countDone(admin)) === AWARDS) break;
  }
  const last = await startWorker(mode, settings);
  let before = -1;
  // A dead worker's jobs come back after its heartbeat is missed; still for longer than that means: lost.
  for (
    let quiet = 0;
    quiet < (mode === 'sound' ? 40 : 5) &&
    before !== AWARDS &&
    systemClock.now().getTime() < until + LIMIT_MS;
  ) {
    await sleep(1_000);
    const done = await countDone(admin);
    quiet = done === before ? quiet + 1 : 0;
    before = done;
  }
  await kill(last);
  return kills;
}

/** Resolves when it is at work. */
function startWorker(mode: string, settings: DrillSettings): Promise<ChildProcess> {
  const worker = spawn(
    process.execPath,
    [join(import.meta.dirname, 'worker.ts'), mode, JSON.stringify(settings)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return new Promise((done, fail) => {
    worker.stdout.once('data', () => done(worker));
    worker.once('exit', (code) => fail(new Error(`the worker ended with ${code} before it was at work`)));
  });
}

function kill(worker: ChildProcess): Promise<void> {
  return new Promise((done) => {
    worker.once('exit', () => done());
    worker.kill('SIGKILL');
  });
}

async function countDone(admin: pg.ClientConfig): Promise<number> {
  const [row] = await ask<{ n: string }>(
    admin,
    'SELECT count(*) AS n FROM award_recipients WHERE offer_sent_at IS NOT NULL',
  );
  return Number(row?.n);
}

async function ask<Row extends object>(admin: pg.ClientConfig, text: string): Promise<Row[]> {
  const client = new pg.Client(admin);
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

async function judge(
  mode: string,
  admin: pg.ClientConfig,
  seen: { kills: number; letters: readonly string[] },
): Promise<Line[]> {
  const [row] = await ask<{ signed: string; entries: string }>(
    admin,
    "SELECT (SELECT count(DISTINCT award_id) FROM documents WHERE edition = 'holder') AS signed, (SELECT count(DISTINCT (list_id, index)) FROM status_entries) AS entries",
  );
  const lost = AWARDS - Number(row?.signed);
  const unsent = AWARDS - new Set(seen.letters).size;
  const twice = seen.letters.length - new Set(seen.letters).size;
  if (mode === 'naive') {
    return [
      {
        name: 'control: a worker that keeps its work in memory loses awards or letters',
        value: lost + unsent,
        unit: 'lost',
        target: '> 0',
        holds: lost + unsent > 0,
      },
    ];
  }
  return [
    {
      name: `worker killed ${seen.kills} times: awards without a signed credential`,
      value: lost,
      unit: 'awards',
      target: '0',
      holds: lost === 0,
    },
    {
      name: 'status entries that are not one of its own for each award',
      value: Math.abs(AWARDS - Number(row?.entries)),
      unit: 'entries',
      target: '0',
      holds: Number(row?.entries) === AWARDS,
    },
    { name: 'awards without a letter', value: unsent, unit: 'awards', target: '0', holds: unsent === 0 },
    // A worker runs three jobs at a time, so a kill can fall between sending and writing down three times.
    {
      name: 'letters sent twice',
      value: twice,
      unit: 'letters',
      target: `≤ ${3 * seen.kills} (3 a kill)`,
      holds: twice <= 3 * seen.kills,
    },
  ];
}

const lines = [...(await drillKills('sound')), ...(await drillKills('naive'))];
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ lines })}\n`);
else
  for (const line of lines)
    process.stdout.write(
      `${line.holds ? 'holds' : 'FAILS'}  ${line.name}: ${line.value} ${line.unit} (target ${line.target})\n`,
    );
process.exit(lines.every((line) => line.holds) ? 0 : 1);
