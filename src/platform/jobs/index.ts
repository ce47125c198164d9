/**
 * From the outbox to the reactions. A relay moves what was announced into the queue in one transaction;
 * the queue delivers at least once; reactions are idempotent. What fails eight times is parked with its reason.
 */
import { sql } from 'kysely';
import pg from 'pg';
import { fromKysely, type PgBoss } from 'pg-boss';
import type { Connection, Database } from '../../database/index.ts';
import type { Log } from '../log.ts';
import { takeAnnouncements, WAKE_CHANNEL } from './outbox.store.ts';
import { openQueue, QUEUE } from './queue.ts';

export { type Announcement, announce } from './outbox.store.ts';
export { prepareQueue } from './queue.ts';

/** One thing that follows from an act. `institutionId` is null when the act belongs to no institution. */
export type Reaction = (
  payload: Readonly<Record<string, unknown>>,
  institutionId: string | null,
) => Promise<void>;

/** Topic → the sentences that say what follows, in their order. */
export type Reactions = Readonly<Record<string, Readonly<Record<string, Reaction>>>>;

export type Jobs = {
  /** Runs everything that is due, until nothing is; for tests and for commands that end. */
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly healthy: () => Promise<boolean>;
};

export type JobsOptions = {
  readonly connection: Connection;
  readonly database: Database;
  readonly reactions: Reactions;
  /** Topics that the clock announces once a day, however many processes there are. The server says which. */
  readonly daily?: readonly string[];
  readonly log: Log;
};

type Work = { topic: string; institutionId: string | null; payload: Readonly<Record<string, unknown>> };

const RELAY_CHUNK = 500;
const CONCURRENCY = 3;
const RELAY_ROUND_MS = 2_000;
const SETTLE_ROUND_MS = 10;
/** At 05:17, before anybody's day and beside the hour when everybody's machines wake up. */
const DAILY = '17 5 * * *';

export async function startJobs({
  connection,
  database,
  reactions,
  daily = [],
  log,
}: JobsOptions): Promise<Jobs> {
  const boss = openQueue(connection, 'waarmerk_worker', {
    migrate: false,
    createSchema: false,
    reindex: false,
    useListenNotify: true,
    // How soon the jobs of a dead worker are taken up again.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue reports an error'));
  await boss.start();
  for (const topic of daily) {
    const work: Work = { topic, institutionId: null, payload: {} };
    await boss.schedule(QUEUE, DAILY, work, { tz: 'UTC', key: topic });
  }
  const relay = createRelay(database, boss, log);
  const wake = await listen(connection, relay.soon, log);
  const round = setInterval(relay.soon, RELAY_ROUND_MS);
  const workId: string = await boss.work<Work>(
    QUEUE,
    { batchSize: 1, localConcurrency: CONCURRENCY, pollingIntervalSeconds: 1 },
    async ([job]) => {
      // Whoever had work looks for more at once; pg-boss would wait out its round between two jobs.
      boss.notifyWorker(workId);
      if (job) await react(reactions, job.data, log);
    },
  );
  relay.soon();
  return {
    settle: async () => {
      do await relay.now();
      while (await isBusy(database));
    },
    stop: async () => {
      clearInterval(round);
      await wake.end().catch(() => undefined);
      await relay.rest();
      await boss.stop({ graceful: true, timeout: 8_000 });
    },
    healthy: () => boss.isInstalled().catch(() => false),
  };
}

async function react(reactions: Reactions, work: Work, log: Log): Promise<void> {
  const following = reactions[work.topic];
  if (!following) throw new Error(`nobody reacts to "${work.topic}"`);
  for (const [sentence, reaction] of Object.entries(following)) {
    try {
      await reaction(work.payload, work.institutionId);
    } catch (error) {
      log.error(
        { err: error, topic: work.topic, reaction: sentence },
        'a reaction failed and will be tried again',
      );
      throw error;
    }
  }
}

function createRelay(database: Database, boss: PgBoss, log: Log) {
  let running: Promise<void> | undefined;
  let again = false;
  const moveAll = async () => {
    do {
      again = false;
      while ((await moveChunk(database, boss)) === RELAY_CHUNK);
    } while (again);
  };
  const now = (): Promise<void> => {
    again = true;
    running ??= moveAll().finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    now,
    soon: () => void now().catch((error) => log.error({ err: error }, 'the outbox could not be relayed')),
    rest: () => running?.catch(() => undefined) ?? Promise.resolve(),
  };
}

/** In one transaction: out of the outbox, into the queue. */
function moveChunk(database: Database, boss: PgBoss): Promise<number> {
  return database.asWorker(null, async (tx) => {
    const announced = await takeAnnouncements(tx, RELAY_CHUNK);
    if (announced.length === 0) return 0;
    await boss.insert(
      QUEUE,
      announced.map(({ topic, institutionId, payload, notBefore }) => ({
        data: { topic, institutionId, payload },
        ...(notBefore ? { startAfter: notBefore } : {}),
      })),
      { db: fromKysely(tx) },
    );
    return announced.length;
  });
}

async function listen(connection: Connection, onWake: () => void, log: Log): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, application_name: 'waarmerk-relay' });
  client.on('error', (error) =>
    log.warn({ err: error }, 'the relay listens no longer and goes on by rounds'),
  );
  client.on('notification', onWake);
  await client.connect();
  await client.query(`LISTEN ${WAKE_CHANNEL}`);
  return client;
}

/** Something is announced, or a job is due or running. Delayed jobs and waits between retries do not count. */
async function isBusy(database: Database): Promise<boolean> {
  await new Promise((done) => setTimeout(done, SETTLE_ROUND_MS));
  return database.asWorker(null, async (tx) => {
    const { rows } = await sql<{ busy: boolean }>`
      SELECT EXISTS (SELECT FROM outbox)
        OR EXISTS (SELECT FROM pgboss.job WHERE name = ${QUEUE}
          AND (state = 'active' OR state = 'created' AND start_after <= now())) AS busy`.execute(tx);
    return rows[0]?.busy ?? false;
  });
}
