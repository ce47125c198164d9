/** The machine room, opened: everything that has to be closed again. */
import { join } from 'node:path';
import pg from 'pg';
import {
  type Connection,
  type EmbeddedServer,
  migrate,
  type OpenDatabase,
  openDatabase,
  parseDatabaseUrl,
  prepareLogins,
  startEmbedded,
} from '../database/index.ts';
import { type Clock, systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { type KeyStores, loadMasterKey, type MasterKey, openKeyStores } from '../platform/crypto/index.ts';
import { createEgress, type Egress } from '../platform/egress/index.ts';
import { prepareQueue } from '../platform/jobs/index.ts';
import { createLog, type Log } from '../platform/log.ts';
import {
  type Mailer,
  type MailSink,
  openMailer,
  parseMailSender,
  startMailSink,
} from '../platform/mail/index.ts';
import { listOrigins, recordOrigin } from '../platform/origins/origins.store.ts';
import { openStorage, type Storage } from '../platform/storage/index.ts';
import { keyedDigestOf } from './keyed-digest.ts';

export type Machine = {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly masterKey: MasterKey;
  readonly keyStores: KeyStores;
  readonly keyedDigest: (purpose: string, text: string) => Buffer;
  readonly opened: OpenDatabase;
  readonly connection: Connection;
  readonly storage: Storage;
  readonly mailer: Mailer;
  /** Only when no mail server is configured. */
  readonly mailSink: MailSink | undefined;
  readonly egress: Egress;
  readonly origins: readonly string[];
  readonly close: () => Promise<void>;
};

export class DataDirectoryInUse extends Error {
  constructor(directory: string) {
    super(`Another server is running on ${directory}. Stop it first, or set DATA_DIR to another folder.`);
    this.name = 'DataDirectoryInUse';
  }
}

/** `server`: the one process that serves from this data directory. `command`: a guest beside it, or on its own. */
export type Part = 'server' | 'command';

/** Whoever holds this advisory lock is the server of that database. */
const SERVER_LOCK = 727_270;

export async function openMachine(config: Config, part: Part): Promise<Machine> {
  const log = createLog({ level: config.logLevel as Log['level'] & 'info' }); // the configuration's schema lists pino's levels
  const clock = systemClock;
  const masterKey = loadMasterKey({
    file: join(config.dataDirectory, 'secrets', 'master.key'),
    ...(config.masterKey ? { fromEnvironment: config.masterKey } : {}),
  });
  const keyStores = openKeyStores(config.keyStore, { masterKey, now: clock.now, fetch });
  const keyedDigest = keyedDigestOf(masterKey);
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbedded({ dataDirectory: config.dataDirectory, durable: true });
  const admin = embedded ? await adminOfEmbedded(embedded) : parseDatabaseUrl(config.databaseUrl ?? '');
  const lock = embedded && part === 'server' ? await takeServerLock(admin, config.dataDirectory) : undefined;
  const logins = await prepareLogins(admin, (role) =>
    keyedDigest('database-login', role).toString('base64url'),
  );
  const ran = await migrate(logins.owner);
  if (ran.length > 0) log.info({ migrations: ran }, 'the database was migrated');
  await prepareQueue(logins.owner, (error) =>
    log.error({ err: error }, 'the job queue could not be prepared'),
  );
  const opened = openDatabase(logins.app, {
    connections: config.databaseConnections,
    onError: (error) => log.warn({ err: error }, 'a database connection broke'),
  });
  // A command may be given another address than the server's; only the server says under which one it signs.
  const known = part === 'command' ? await opened.database.asPublic(listOrigins) : [];
  const origins =
    known.length > 0 ? known : await recordOrigin(opened.database, config.publicUrl, clock.now());
  const mailSink = config.mail.url ? undefined : await startMailSink({ clock });
  const mailer = openMailer({
    kind: 'smtp',
    url: config.mail.url ?? mailSink?.url ?? '',
    from: parseMailSender(config.mail.from),
  });
  const egress = createEgress({ loopbackOrigins: [...origins] });
  return {
    config,
    clock,
    log,
    masterKey,
    keyStores,
    keyedDigest,
    opened,
    connection: logins.app,
    storage: openOurStorage(config),
    mailer,
    mailSink,
    egress,
    origins,
    close: async () => {
      await keyStores.close();
      await mailer.close();
      await mailSink?.close();
      await egress.close();
      await opened.close();
      if (embedded) await leaveEmbedded(embedded, admin, lock);
    },
  };
}

function openOurStorage(config: Config): Storage {
  if (config.storage.kind === 'fs')
    return openStorage({ kind: 'fs', folder: join(config.dataDirectory, 'assets') });
  return openStorage(config.storage);
}

async function adminOfEmbedded(embedded: EmbeddedServer): Promise<Connection> {
  const admin = { host: embedded.socketDirectory, user: 'postgres', database: 'postgres' };
  const client = new pg.Client(admin);
  await client.connect();
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'waarmerk'");
  if (rowCount === 0) await client.query('CREATE DATABASE waarmerk');
  await client.end();
  return { ...admin, database: 'waarmerk' };
}

async function takeServerLock(admin: Connection, directory: string): Promise<pg.Client> {
  const client = new pg.Client({ ...admin, application_name: 'waarmerk-server' });
  client.on('error', () => undefined); // told by the pool, which breaks at the same moment
  await client.connect();
  const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS got', [SERVER_LOCK]);
  if (rows[0].got) return client;
  await client.end();
  throw new DataDirectoryInUse(directory);
}

/** The server ends its database with itself; a guest leaves a running server's database alone. */
async function leaveEmbedded(
  embedded: EmbeddedServer,
  admin: Connection,
  lock: pg.Client | undefined,
): Promise<void> {
  const held = lock ?? (await takeServerLock(admin, '').catch(() => undefined));
  if (!held) return;
  await held.end();
  await embedded.stop();
}
