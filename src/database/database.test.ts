import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../test/support/database.ts';
import { migrate, parseDatabaseUrl } from './index.ts';

describe('the address of a database', () => {
  it('is read in every form that people write', () => {
    expect(parseDatabaseUrl('postgres://me:p%40ss@db.example:5433/badges')).toEqual({
      host: 'db.example',
      port: 5433,
      user: 'me',
      password: 'p@ss',
      database: 'badges',
    });
    expect(parseDatabaseUrl('postgresql://me@/badges?host=/run/postgresql')).toEqual({
      host: '/run/postgresql',
      user: 'me',
      database: 'badges',
    });
    expect(parseDatabaseUrl('postgres:///badges?host=/run/postgresql')).toEqual({
      host: '/run/postgresql',
      database: 'badges',
    });
    expect(parseDatabaseUrl('postgres://me@db.example/badges?sslmode=require')).toMatchObject({ ssl: true });
  });
});

describe('migrating', () => {
  it('a second time runs nothing', async () => {
    const { connection, queryAsSuperuser, close } = await createTestDatabase();
    expect(await migrate({ ...connection, user: 'waarmerk_owner' })).toEqual([]);
    expect((await queryAsSuperuser('SELECT FROM migrations')).length).toBeGreaterThan(0);
    await close();
  });

  it('is refused by a database that is newer than the software', async () => {
    const { connection, queryAsSuperuser, close } = await createTestDatabase();
    await queryAsSuperuser("INSERT INTO migrations (name) VALUES ('9999-from-the-future.sql')");
    await expect(migrate({ ...connection, user: 'waarmerk_owner' })).rejects.toThrow(
      'newer than this software',
    );
    await close();
  });
});

describe('a transaction', () => {
  it('outside of a context may touch nothing', async () => {
    const { connection, close } = await createTestDatabase();
    const { default: pg } = await import('pg');
    const client = new pg.Client(connection);
    await client.connect();
    await expect(client.query('SELECT FROM institutions')).rejects.toMatchObject({ code: '42501' });
    await client.end();
    await close();
  });

  it('in a context without a tenant sees no row of one', async () => {
    const { database, close } = await createTestDatabase();
    expect(await database.asInstitution('', (tx) => tx.selectFrom('awards').select('id').execute())).toEqual(
      [],
    );
    await close();
  });
});
