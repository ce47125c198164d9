import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, PUBLIC_URL, type World } from '../../../test/support/world.ts';
import { createServer } from '../../platform/http/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { createLog } from '../../platform/log.ts';
import type { PersonActor } from '../audit/index.ts';
import { permissionsOf } from '../institutions/index.ts';
import { closeRegister, enterIssuer, importRegister, openRegister, strikeIssuer } from './keep-register.ts';
import { readRegisterFile } from './read-register-file.ts';
import {
  chooseStanding,
  hostOfIssuer,
  hostOfWebsite,
  judgeStanding,
  type RegisterEntry,
} from './register.ts';
import { registerRegisterRoutes } from './registers.routes.ts';
import { findKnownIssuers } from './registers.store.ts';

let world: World;
let operator: PersonActor;
let count = 0;

beforeAll(async () => {
  world = await openWorld();
  operator = {
    kind: 'person',
    personId: createUuid(),
    institutionId: await world.settleOperator(),
    permissions: permissionsOf(['operator']),
  };
});
afterAll(() => world?.close());

async function open(): Promise<string> {
  const { id } = await openRegister(world.deps, operator, { name: `List ${++count}`, sourceUrl: null });
  return id;
}

function find(by: Parameters<typeof findKnownIssuers>[1]) {
  return world.deps.database.asPublic((tx) => findKnownIssuers(tx, by));
}

const ENTRY = {
  ...{ name: 'A school', country: 'NL', identifier: null },
  ...{ accreditedFrom: null, accreditedUntil: null, scope: null },
};

/** As DEQAR publishes it, cut short: names, countries in words, websites, its own numbers. */
const DEQAR = `deqar_id,eter_id,name_primary,country,website
DEQARINST0382,NL0001,University of the North,Netherlands,https://www.north.example/
DEQARINST0383,,"School, of Music",Belgium,http://sites.example.com/music
DEQARINST0384,,,Austria,https://nameless.example
`;

describe('a register of issuers', () => {
  it('takes a public list as it is published and says what it left out', async () => {
    const register = await open();
    const { entries, faults } = await importRegister(world.deps, operator, { register, file: DEQAR });
    expect({ entries, faults }).toEqual({ entries: 2, faults: [{ line: 4, fault: 'no-name' }] });
    expect(await find({ host: 'north.example' })).toMatchObject([
      { name: 'University of the North', country: 'NL', identifier: 'DEQARINST0382' },
    ]);
    expect(await find({ identifiers: ['DEQARINST0383'] })).toMatchObject([{ name: 'School, of Music' }]);
  });

  it('takes a list of three million characters over HTTP, and no other text of such a length', async () => {
    const app = await createServer({
      ...{ log: createLog({ level: 'silent' }), publicUrl: PUBLIC_URL, version: '0', development: false },
    });
    app.addHook('onRequest', async (request) => {
      request.actor = operator;
    });
    registerRegisterRoutes(app, world.deps);
    const line = (at: number) =>
      `DEQAR${at},,University of the North ${at},Netherlands,https://n${at}.example\n`;
    const file = `deqar_id,eter_id,name_primary,country,website\n${Array.from({ length: 12_000 }, (_, at) => line(at)).join('')}`;
    const url = `/api/v1/operator/registers/${await open()}/entries`;
    const answer = await app.inject({ method: 'PUT', url, payload: { file } });
    expect([answer.statusCode, answer.json()]).toEqual([200, { entries: 12_000, faults: [] }]);
    const payload = { ...ENTRY, issuerId: 'did:web:a.example', scope: 'x'.repeat(100_001) };
    expect((await app.inject({ method: 'POST', url, payload })).statusCode).toBe(400);
    await app.close();
  });

  it('is replaced whole by the next file, and stays as it was when that cannot be used', async () => {
    const register = await open();
    const ask = async () => (await find({ identifiers: ['R-1', 'R-2'] })).map(({ identifier }) => identifier);
    await importRegister(world.deps, operator, { register, file: 'name,identifier\nOne,R-1' });
    await importRegister(world.deps, operator, { register, file: 'name;identifier\nTwo;R-2' });
    expect(await ask()).toEqual(['R-2']);
    for (const [file, code] of [
      ['', 'registers/empty'],
      ['title,website\nA,https://a.example', 'registers/no-name-column'],
      ['name,website\n,https://a.example', 'registers/nothing-usable'],
      ['name\n"open', 'registers/unreadable'],
    ] as const)
      await expect(importRegister(world.deps, operator, { register, file })).rejects.toMatchObject({ code });
    expect(await ask()).toEqual(['R-2']);
  });

  it('knows an issuer entered by hand by the id that signs, and no other of the same host', async () => {
    const register = await open();
    const issuerId = 'did:web:hand.example:issuers:a';
    const { id } = await enterIssuer(world.deps, operator, { register, entry: { ...ENTRY, issuerId } });
    expect(await find({ issuerId, host: 'hand.example' })).toHaveLength(1);
    expect(await find({ issuerId: 'did:web:hand.example:issuers:b', host: 'hand.example' })).toEqual([]);
    await strikeIssuer(world.deps, operator, { register, entry: id });
    expect(await find({ issuerId })).toEqual([]);
  });

  it('takes what it knew along when it is closed', async () => {
    const register = await open();
    await importRegister(world.deps, operator, { register, file: 'name,identifier\nGone,R-9' });
    await closeRegister(world.deps, operator, { register });
    expect(await find({ identifiers: ['R-9'] })).toEqual([]);
  });

  it('is written by the operator and by nobody else', async () => {
    const register = await open();
    const { administrator } = world.groningen;
    const acts = [
      () => openRegister(world.deps, administrator, { name: 'Mine', sourceUrl: null }),
      () => importRegister(world.deps, administrator, { register, file: DEQAR }),
      () =>
        enterIssuer(world.deps, administrator, {
          register,
          entry: { ...ENTRY, issuerId: 'did:web:x.example' },
        }),
      () => closeRegister(world.deps, administrator, { register }),
    ];
    for (const act of acts) await expect(act()).rejects.toMatchObject({ status: 404 });
  });

  it('has a name of its own', async () => {
    await openRegister(world.deps, operator, { name: 'Twice', sourceUrl: null });
    await expect(
      openRegister(world.deps, operator, { name: 'Twice', sourceUrl: null }),
    ).rejects.toMatchObject({ code: 'registers/name-taken' });
  });
});

describe('a line of a file', () => {
  const faultsOf = (line: string) => {
    const read = readRegisterFile(`name,website,did,accredited_from,accredited_until\n${line}`);
    return typeof read === 'string' ? read : read.faults.map(({ fault }) => fault);
  };

  it.each([
    ['A,,,,', ['no-way-to-recognise']],
    ['A,https://sites.example.com/school,,,', ['no-way-to-recognise']],
    ['A,https://127.0.0.1,,,', ['no-way-to-recognise']],
    ['A,,javascript:alert(1),,', ['no-way-to-recognise']],
    ['A,https://a.example,,1-1-2020,', ['malformed-day']],
    ['A,https://a.example,,2021-01-01,2020-01-01', ['days-reversed']],
    ['A,https://a.example,,2020-01-01,2021-01-01', []],
  ])('%s is judged', (line, faults) => {
    expect(faultsOf(line)).toEqual(faults);
  });
});

describe('what a register says of a day', () => {
  const period = { accreditedFrom: '2020-01-01', accreditedUntil: '2025-12-31' };

  it('is that the issuer was accredited then, or was not, or nothing', () => {
    expect(judgeStanding(period, '2020-01-01')).toBe('accredited');
    expect(judgeStanding(period, '2025-12-31')).toBe('accredited');
    expect(judgeStanding(period, '2019-12-31')).toBe('not-accredited-then');
    expect(judgeStanding(period, '2026-01-01')).toBe('not-accredited-then');
    expect(judgeStanding({ ...period, accreditedUntil: null }, '2040-01-01')).toBe('accredited');
    expect(judgeStanding({ accreditedFrom: null, accreditedUntil: null }, '2020-01-01')).toBe('listed');
  });

  it('is the best that any of its entries says', () => {
    const entry = (id: string, days: object) => ({ id, ...period, ...days }) as RegisterEntry;
    const entries = [entry('past', {}), entry('listed', { accreditedFrom: null, accreditedUntil: null })];
    expect(chooseStanding(entries, '2022-01-01')).toMatchObject({
      standing: 'accredited',
      entry: { id: 'past' },
    });
    expect(chooseStanding(entries, '2030-01-01')).toMatchObject({ standing: 'listed' });
    expect(chooseStanding([], '2030-01-01')).toBeUndefined();
  });
});

describe('the host that stands for an organisation', () => {
  it('is that of its website only when the website is the host’s root', () => {
    expect(hostOfWebsite('https://www.north.example/')).toBe('north.example');
    expect(hostOfWebsite('north.example')).toBe('north.example');
    for (const website of [
      'https://sites.example.com/x',
      'https://a.example:8443',
      'https://u@a.example',
      'localhost',
      '',
    ])
      expect(hostOfWebsite(website), website).toBeUndefined();
  });

  it('is that of a did:web or an https id, and none for a key', () => {
    expect(hostOfIssuer('did:web:www.north.example:issuers:a')).toBe('north.example');
    expect(hostOfIssuer('did:web:north.example%3A8443')).toBe('north.example');
    expect(hostOfIssuer('https://North.example/issuer')).toBe('north.example');
    for (const id of ['did:key:z6Mk', 'http://north.example', 'urn:x', 'did:web:'])
      expect(hostOfIssuer(id)).toBeUndefined();
  });
});
