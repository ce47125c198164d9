/** pg-boss on our own database: its tables belong to the owner, the worker's role uses them. */
import pg from 'pg';
import { type ConstructorOptions, PgBoss } from 'pg-boss';
import type { Connection } from '../../database/index.ts';

export const QUEUE = 'reactions';
/** Jobs that failed time after time; each keeps its reason. */
export const PARKED = 'parked';

const SCHEMA = 'pgboss';

/** A worker that dies is noticed by its missing heartbeat, not when its time would have been over. */
const POLICY = {
  retryLimit: 8,
  retryDelay: 2,
  retryBackoff: true,
  expireInSeconds: 300,
  heartbeatSeconds: 10,
  deleteAfterSeconds: 60 * 60 * 24,
  notify: true,
} as const;

export function openQueue(
  connection: Connection,
  role: string,
  options: Partial<ConstructorOptions>,
): PgBoss {
  return new PgBoss({
    ...connection,
    schema: SCHEMA,
    max: 3,
    application_name: 'waarmerk-jobs',
    // Every connection of the queue acts in this role from its first statement on.
    options: `-c role=${role}`,
    ...options,
  } as ConstructorOptions); // `options` is handed through to pg, which knows it; pg-boss's type does not
}

/** Creates or migrates the queue's tables, and lets the worker's role use them. Runs beside our own migrations. */
export async function prepareQueue(owner: Connection, onError: (error: Error) => void): Promise<void> {
  const client = new pg.Client({ ...owner, options: '-c role=waarmerk_owner' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(727274)');
    const boss = openQueue(owner, 'waarmerk_owner', { supervise: false, schedule: false });
    boss.on('error', onError);
    await boss.start();
    await boss.createQueue(PARKED, { retentionSeconds: 60 * 60 * 24 * 365 });
    await boss.createQueue(QUEUE, { deadLetter: PARKED, ...POLICY });
    // A queue that is there already keeps the policy it was made with, unless it is told.
    await boss.updateQueue(QUEUE, POLICY);
    await boss.stop({ graceful: false });
    await client.query(`GRANT USAGE ON SCHEMA ${SCHEMA} TO waarmerk_worker`);
    await client.query(`GRANT ALL ON ALL TABLES IN SCHEMA ${SCHEMA} TO waarmerk_worker`);
    await client.query(`GRANT ALL ON ALL SEQUENCES IN SCHEMA ${SCHEMA} TO waarmerk_worker`);
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO waarmerk_worker`);
  } finally {
    await client.end();
  }
}
