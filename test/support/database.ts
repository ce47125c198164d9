/** A database of one's own for a test: real PostgreSQL with every wall in place, copied in some 30 ms. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Connection, type Database, openDatabase, type Tx } from '../../src/database/index.ts';
import './global-setup.ts';

export type TestDatabase = {
  /** As the server sees it: `waarmerk_app`, a row only in a context. */
  readonly database: Database;
  /** The same login, for what opens connections of its own (`startJobs`). */
  readonly connection: Connection;
  /** Past every wall: for planting what no verb would write, and for looking at what was written. */
  readonly queryAsSuperuser: <Row extends object>(
    text: string,
    values?: readonly unknown[],
  ) => Promise<Row[]>;
  readonly close: () => Promise<void>;
};

export async function createTestDatabase(): Promise<TestDatabase> {
  const { admin, app, template } = inject('testCluster');
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  await query(admin, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const connection = { ...app, database: name };
  const { database, close } = openDatabase(connection, { connections: 4, onError: () => undefined });
  return {
    database: forbidNesting(database),
    connection,
    queryAsSuperuser: (text, values) => query({ ...admin, database: name }, text, values),
    close: async () => {
      await close();
      await query(admin, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** In which context a piece of work runs already. */
const outer = new AsyncLocalStorage<keyof Database>();

/**
 * A transaction inside of another waits for a second connection while it holds the first, sees nothing of what the first
 * has yet to commit, and stands when the first is rolled back. Here it throws.
 */
function forbidNesting(database: Database): Database {
  return {
    asInstitution: async (id, work) => await database.asInstitution(id, alone('asInstitution', work)),
    asPerson: async (id, work) => await database.asPerson(id, alone('asPerson', work)),
    asPublic: async (work, capability) => await database.asPublic(alone('asPublic', work), capability),
    readPublic: async (read) => await database.readPublic(alone('readPublic', read)),
    asWorker: async (id, work) => await database.asWorker(id, alone('asWorker', work)),
    asDoorkeeper: async (work) => await database.asDoorkeeper(alone('asDoorkeeper', work)),
    asCustodian: async (of, work) => await database.asCustodian(of, alone('asCustodian', work)),
  };
}

function alone<T>(context: keyof Database, work: (tx: Tx) => Promise<T>): (tx: Tx) => Promise<T> {
  const around = outer.getStore();
  if (around) throw new Error(`${context} inside of ${around}: a transaction runs in exactly one context.`);
  return (tx) => outer.run(context, () => work(tx));
}

async function query<Row extends object>(
  connection: Connection,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.end();
  }
}
