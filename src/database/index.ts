/** The door of the database: open it, migrate it, and enter it in one of the contexts. */
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type Database, openContexts } from './contexts.ts';
import type { Connection } from './prepare.ts';
import type { Tables } from './tables.ts';

export { codeOf, constraintOf, type Database, planAnew, type Tx } from './contexts.ts';
export { type EmbeddedServer, startEmbedded } from './embedded.ts';
export { insertMany } from './insert-many.ts';
export { migrate } from './migrate.ts';
export { type Connection, DatabaseNotPrepared, type Logins, prepareLogins } from './prepare.ts';
export type { Tables } from './tables.ts';

// `date` is a calendar day and stays text; `numeric` here holds credits and hours, well within a double.
pg.types.setTypeParser(1082, (text) => text);
pg.types.setTypeParser(1700, Number);

export type OpenDatabase = {
  readonly database: Database;
  readonly pool: pg.Pool;
  readonly healthy: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

export type OpenOptions = {
  readonly connections: number;
  /** Told when an idle connection breaks; without a listener Node would end the process. */
  readonly onError: (error: Error) => void;
};

export function openDatabase(app: Connection, { connections, onError }: OpenOptions): OpenDatabase {
  const pool = new pg.Pool({
    ...app,
    max: connections,
    application_name: 'waarmerk',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  pool.on('error', onError);
  // In the role of the public from their first statement on, and never in another (DECISIONS 25).
  const readingPool = new pg.Pool({
    ...app,
    max: Math.ceil(connections / 4),
    application_name: 'waarmerk-readers',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    options: '-c role=waarmerk_public -c default_transaction_read_only=on',
  });
  readingPool.on('error', onError);
  const [kysely, readers] = [openKysely(pool), openKysely(readingPool)];
  return {
    database: openContexts(kysely, readers),
    pool,
    healthy: () =>
      pool.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    close: async () => {
      await readers.destroy();
      await kysely.destroy();
    },
  };
}

function openKysely(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** Reads a `postgres://` URL, socket directories in `?host=` included. */
export function parseDatabaseUrl(url: string): Connection {
  // libpq takes a user before an empty host, the URL standard does not; the host stands in the query then.
  const parsed = new URL(url.replace(/^(postgres(?:ql)?:\/\/[^/@]*@)\//, '$1socket/'));
  const host = parsed.searchParams.get('host') ?? decodeURIComponent(parsed.hostname);
  const user = decodeURIComponent(parsed.username);
  const ssl = !['', 'disable', null].includes(parsed.searchParams.get('sslmode'));
  return {
    ...(host ? { host } : {}),
    ...(parsed.port ? { port: Number(parsed.port) } : {}),
    ...(user ? { user } : {}),
    ...(parsed.password ? { password: decodeURIComponent(parsed.password) } : {}),
    database: decodeURIComponent(parsed.pathname.slice(1)) || 'waarmerk',
    ...(ssl ? { ssl } : {}),
  };
}
