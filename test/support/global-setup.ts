/** One PostgreSQL for a whole run of tests, and in it one migrated database that every test database is a copy of. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import {
  type Connection,
  migrate,
  parseDatabaseUrl,
  prepareLogins,
  startEmbedded,
} from '../../src/database/index.ts';
import { prepareQueue } from '../../src/platform/jobs/index.ts';

export type TestCluster = {
  /** May create databases; connected to no database that a test uses. */
  readonly admin: Connection;
  readonly app: Connection;
  readonly template: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

/** The roles of a cluster are shared by its databases, so the password is one and the same for all. */
const PASSWORD = 'only-for-tests';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL
    ? { admin: parseDatabaseUrl(process.env.TEST_DATABASE_URL), stop: async () => undefined }
    : await startServer();
  const template = `waarmerk_test_${randomBytes(6).toString('hex')}`;
  await runAsAdmin(server.admin, `CREATE DATABASE ${template}`);
  const { owner, app } = await prepareLogins({ ...server.admin, database: template }, () => PASSWORD);
  await migrate(owner);
  await prepareQueue(owner, (error) => {
    throw error;
  });
  project.provide('testCluster', { admin: server.admin, app, template });
  return async () => {
    await runAsAdmin(server.admin, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await server.stop();
  };
}

/** Its files are thrown away afterwards, so nothing waits for a disk. */
async function startServer(): Promise<{ admin: Connection; stop: () => Promise<void> }> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'waarmerk-test-'));
  chmodSync(dataDirectory, 0o711);
  const server = await startEmbedded({ dataDirectory, durable: false });
  return {
    admin: { host: server.socketDirectory, user: 'postgres', database: 'postgres' },
    stop: async () => {
      await server.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function runAsAdmin(admin: Connection, statement: string): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
