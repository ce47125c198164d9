/**
 * Makes the roles on which the wall stands. DECISIONS 27: migrations run as waarmerk_owner, the server as
 * waarmerk_app, which owns nothing and is a member of the context roles; no login of ours is a superuser.
 */
import pg from 'pg';

export type Connection = {
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database: string;
  readonly ssl?: boolean;
};

export type Logins = { readonly owner: Connection; readonly app: Connection };

const CONTEXT_ROLES = [
  'waarmerk_staff',
  'waarmerk_person',
  'waarmerk_public',
  'waarmerk_worker',
  'waarmerk_doorkeeper',
  'waarmerk_custodian',
];

export class DatabaseNotPrepared extends Error {
  constructor(user: string) {
    super(
      `The login "${user}" of DATABASE_URL may not create roles, and the roles are not there. ` +
        `Run this once as a superuser of that cluster:\n\n${rolesSql()}\n` +
        `GRANT waarmerk_owner, ${CONTEXT_ROLES.join(', ')} TO "${user}";\n`,
    );
    this.name = 'DatabaseNotPrepared';
  }
}

/**
 * @param admin a login that may create roles; or, on a cluster that a superuser has prepared, one that is a
 *   member of waarmerk_owner and of the context roles and plays both parts
 * @param passwordFor makes the password of a login of ours
 * @throws DatabaseNotPrepared
 */
export async function prepareLogins(
  admin: Connection,
  passwordFor: (role: string) => string,
): Promise<Logins> {
  const client = new pg.Client({ ...admin, application_name: 'waarmerk-prepare' });
  await client.connect();
  try {
    await refuseOldServer(client);
    const { rows } = await client.query(
      'SELECT current_user AS name, rolsuper OR rolcreaterole AS may_create, rolsuper AS super FROM pg_roles WHERE rolname = current_user',
    );
    const me: { name: string; may_create: boolean; super: boolean } = rows[0];
    if (!me.may_create) return await takePreparedLogin(client, admin, me.name);
    await client.query('SELECT pg_advisory_lock(727272)');
    await client.query(rolesSql());
    await client.query(
      `ALTER DATABASE ${quote(admin.database)} OWNER TO ${me.super ? 'waarmerk_owner' : quote(me.name)}`,
    );
    await client.query(`GRANT ALL ON DATABASE ${quote(admin.database)} TO waarmerk_owner`);
    await client.query('GRANT ALL ON SCHEMA public TO waarmerk_owner');
    const logins = {
      owner: await openLogin(client, admin, 'waarmerk_owner', passwordFor),
      app: await openLogin(client, admin, 'waarmerk_app', passwordFor),
    };
    return logins;
  } finally {
    await client.end();
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query('SHOW server_version_num');
  const version = Number(rows[0].server_version_num);
  if (version < 150000) throw new Error(`PostgreSQL 15 or later is needed; this server is ${version}.`);
}

async function takePreparedLogin(client: pg.Client, login: Connection, name: string): Promise<Logins> {
  const { rows } = await client.query(
    `SELECT count(*)::int AS found FROM pg_roles WHERE rolname = ANY($1) AND pg_has_role(current_user, oid, 'MEMBER')`,
    [['waarmerk_owner', ...CONTEXT_ROLES]],
  );
  if (rows[0].found !== CONTEXT_ROLES.length + 1) throw new DatabaseNotPrepared(name);
  return { owner: login, app: login };
}

/** Trust and peer clusters ask no password; one that does is given ours, and only when it does not know it yet. */
async function openLogin(
  client: pg.Client,
  admin: Connection,
  role: string,
  passwordFor: (role: string) => string,
): Promise<Connection> {
  const login: Connection = { ...admin, user: role, password: passwordFor(role) };
  if (await canConnect(login)) return login;
  await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(passwordFor(role))}`);
  if (await canConnect(login)) return login;
  throw new Error(`The database refuses the login ${role}; allow it a password in pg_hba.conf.`);
}

async function canConnect(login: Connection): Promise<boolean> {
  const probe = new pg.Client(login);
  try {
    await probe.connect();
    await probe.end();
    return true;
  } catch {
    await probe.end().catch(() => undefined);
    return false;
  }
}

function rolesSql(): string {
  const create = (role: string, attributes: string) =>
    `IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} ${attributes}; END IF;`;
  return [
    'DO $$ BEGIN',
    create('waarmerk_owner', 'LOGIN'),
    // NOINHERIT: outside of a context the server may touch no table at all.
    create('waarmerk_app', 'LOGIN NOINHERIT'),
    ...CONTEXT_ROLES.map((role) => create(role, 'NOLOGIN')),
    `GRANT ${CONTEXT_ROLES.join(', ')} TO waarmerk_app;`,
    'END $$;',
  ].join('\n');
}

function quote(name: string): string {
  return pg.escapeIdentifier(name);
}
