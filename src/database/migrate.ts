/** Forward-only SQL migrations, each in its own transaction, one process at a time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Connection } from './prepare.ts';

const FOLDER = join(import.meta.dirname, 'migrations');
/** Any number, as long as it is always the same: who holds it migrates. */
const LOCK = 727273;

/**
 * @returns the names of the migrations that ran
 * @throws when a migration that ran here is not in this software: the database is newer
 */
export async function migrate(owner: Connection): Promise<string[]> {
  const client = new pg.Client({ ...owner, application_name: 'waarmerk-migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await becomeOwner(client);
    // A forced policy would silently update no row; with this the migration fails instead. DECISIONS 27.
    await client.query('SET row_security = off');
    await client.query(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, ran_at timestamptz NOT NULL DEFAULT now())',
    );
    const names = readdirSync(FOLDER)
      .filter((name) => name.endsWith('.sql'))
      .sort();
    const { rows } = await client.query('SELECT name FROM migrations');
    const ran = new Set(rows.map((row: { name: string }) => row.name));
    const unknown = [...ran].filter((name) => !names.includes(name));
    if (unknown.length > 0)
      throw new Error(`The database is newer than this software: ${unknown.join(', ')}`);
    const due = names.filter((name) => !ran.has(name));
    for (const name of due) await run(client, name);
    return due;
  } finally {
    await client.end();
  }
}

/** A prepared login of another name acts as the owner, so that the tables have one owner wherever they stand. */
async function becomeOwner(client: pg.Client): Promise<void> {
  await client.query('SET ROLE waarmerk_owner');
}

async function run(client: pg.Client, name: string): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(readFileSync(join(FOLDER, name), 'utf8'));
    await client.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}
