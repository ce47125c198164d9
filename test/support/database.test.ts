import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUuid } from '../../src/platform/ids.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

let one: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});
afterAll(() => Promise.all([one.close(), other.close()]));

const person = { name: 'Sanne Visser', language: 'nl' as const, createdAt: new Date('2026-11-21') };

test('what one test writes no other test reads', async () => {
  const id = createUuid();
  await one.database.asDoorkeeper((tx) =>
    tx
      .insertInto('people')
      .values({ id, ...person })
      .execute(),
  );
  const read = ({ database }: TestDatabase) =>
    database.asDoorkeeper((tx) => tx.selectFrom('people').select('id').execute());
  expect(await read(one)).toEqual([{ id }]);
  expect(await read(other)).toEqual([]);
});

test('the walls stand in a copy: one person does not see another', async () => {
  const seen = await one.database.asPerson(createUuid(), (tx) =>
    tx.selectFrom('people').select('id').execute(),
  );
  expect(seen).toEqual([]);
  expect(await one.queryAsSuperuser('SELECT id FROM people')).toHaveLength(1);
});

test('the tables of the queue are there', async () => {
  const queues = await one.queryAsSuperuser<{ name: string }>('SELECT name FROM pgboss.queue');
  expect(queues.map(({ name }) => name)).toContain('reactions');
});

test('a transaction inside of another throws, one after another does not', async () => {
  const { database } = one;
  const none = async () => undefined;
  await expect(database.asPublic(() => database.asWorker(null, none))).rejects.toThrow(
    'asWorker inside of asPublic',
  );
  await database.asPublic(none);
  await Promise.all([database.asWorker(null, none), database.asDoorkeeper(none)]);
});
