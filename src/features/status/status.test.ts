import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { decodeStatusBits, parseJsonObject, readStatusValue } from '../../formats/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { publishStatusList, readStatusList } from './publish-status-list.ts';
import { reserveStatusEntries } from './reserve-status-entries.ts';
import { setEntries } from './status.store.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const reserve = (awardIds: readonly string[]) => {
  const { institutionId, issuer } = world.groningen;
  return world.deps.database.asWorker(institutionId, (tx) =>
    reserveStatusEntries(world.deps, tx, {
      issuer: { id: issuer.id, institutionId },
      awardIds,
      editionGroup: 'core',
    }),
  );
};
const awards = (count: number) => Array.from({ length: count }, createUuid);

async function readBits(url: string): Promise<Uint8Array> {
  const list = await readStatusList(world.deps, url.split('/').at(-1) ?? '');
  const subject = parseJsonObject(list?.document ?? '{}').credentialSubject as { encodedList: string };
  return await decodeStatusBits(world.deps.compression, subject.encodedList);
}

describe('a status entry', () => {
  it('is another for every award, also when many are reserved at once', async () => {
    const reserved = (await Promise.all(Array.from({ length: 6 }, () => reserve(awards(50))))).flat();
    expect(new Set(reserved.map((entry) => `${entry.list} ${entry.index}`)).size).toBe(300);
  });

  it('is the same for an award that asks again', async () => {
    const ids = awards(3);
    expect(await reserve([...ids, createUuid()])).toEqual(expect.arrayContaining(await reserve(ids)));
  });

  it('goes to a new list when one is full', async () => {
    const [first] = await reserve(awards(1));
    await world.queryAsSuperuser('UPDATE status_lists SET reserved = size - 1 WHERE url = $1', [first?.list]);
    const lists = (await reserve(awards(3))).map((entry) => entry.list);
    expect(new Set(lists).size).toBe(2);
  });
});

describe('a status list', () => {
  it('says one for what was set and nothing else, and is never taken back', async () => {
    const { institutionId } = world.groningen;
    const [one, other] = awards(2);
    const entries = await reserve([one ?? '', other ?? '']);
    const entry = entries.find((found) => found.awardId === one);
    const untouched = entries.find((found) => found.awardId === other);
    const set = () =>
      world.deps.database.asInstitution(institutionId, (tx) =>
        setEntries(tx, [one ?? ''], world.clock.now()),
      );
    const [listId] = await set();
    expect(await set()).toEqual([]);
    await publishStatusList(world.deps, institutionId, { listId: listId ?? '' });
    const bits = await readBits(entry?.list ?? '');
    expect([readStatusValue(bits, entry?.index ?? 0), readStatusValue(bits, untouched?.index ?? 0)]).toEqual([
      1, 0,
    ]);
    expect(bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)).toBe(1);
  });

  it('is signed for the first reader when nobody asked before, and is not there for an unknown id', async () => {
    const [entry] = await reserve(awards(1));
    expect((await readBits(entry?.list ?? '')).length * 8).toBe(131_072);
    expect(await readStatusList(world.deps, 'nothing0nothing0')).toBeUndefined();
  });

  it('cannot be set by another institution', async () => {
    const [id] = awards(1);
    await reserve([id ?? '']);
    expect(
      await world.deps.database.asInstitution(world.oosterdiep.institutionId, (tx) =>
        setEntries(tx, [id ?? ''], world.clock.now()),
      ),
    ).toEqual([]);
  });
});
