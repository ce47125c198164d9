import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from '../../../test/support/server.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { keepHouse } from '../../app/keep-house.ts';
import { type Actor, listEntriesOfSubject, type PersonActor } from '../audit/index.ts';
import {
  endFormerSecret,
  limitClient,
  listClients,
  openClient,
  rotateSecret,
  withdrawClient,
} from './change-client.ts';
import { insertMember } from './members.store.ts';

let world: World;
let server: Awaited<ReturnType<typeof openServer>>;
/** Who has a role in the database too: whoever makes a program answers for it. */
let maker: PersonActor;

beforeAll(async () => {
  world = await openWorld();
  server = await openServer(world);
  maker = await settleMaker();
});
afterAll(async () => {
  await server.app.close();
  await world.close();
});

const refusal = (code: string) => expect.objectContaining({ code });

async function settleMaker(validUntil: Date | null = null): Promise<PersonActor> {
  const { institutionId, administrator } = world.groningen;
  const identifier = `${crypto.randomUUID()}@groningen.example`;
  const { personId } = await world.settleLearner(identifier);
  await world.deps.database.asInstitution(institutionId, (tx) =>
    insertMember(tx, {
      ...{ id: crypto.randomUUID(), institutionId, personId, identifier, name: 'Noor de Wit' },
      ...{ role: 'administrator', validUntil, createdAt: world.clock.now() },
    }),
  );
  return { ...administrator, personId };
}

const open = (requestsPerMinute = 600, actor: Actor = maker) =>
  openClient(world.deps, actor, {
    ...{ name: 'Student system', scopes: ['designs.read', 'awards.read'], requestsPerMinute },
  });

async function signIn(clientId: string, secret: string): Promise<string | undefined> {
  const answer = await server.app.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      ...{ grant_type: 'client_credentials', client_id: clientId, client_secret: secret },
    }).toString(),
  });
  return answer.statusCode === 200 ? answer.json().access_token : undefined;
}

const ask = (token: string | undefined) =>
  server.app.inject({ url: '/api/v1/designs', headers: { authorization: `Bearer ${token}` } });

describe('a program', () => {
  it('is made with no more than its maker holds, by those who may', async () => {
    const { deps, groningen } = world;
    const designer = { ...groningen.designer, permissions: new Set(['clients.manage', 'designs.read']) };
    const input = { name: 'x', scopes: ['awards.grant' as const], requestsPerMinute: 600 };
    await expect(openClient(deps, designer, input)).rejects.toEqual(refusal('not-allowed'));
    await expect(openClient(deps, groningen.designer, input)).rejects.toEqual(refusal('not-allowed'));
    const atUnit = {
      ...groningen.administrator,
      permissions: new Set([`clients.manage@${groningen.unit.unitId}`, 'awards.grant']),
    };
    await expect(openClient(deps, atUnit, input)).rejects.toEqual(refusal('not-allowed'));
  });

  it('shows its new secret to nobody who may do less than it', async () => {
    const { deps, groningen } = world;
    const { id, clientId, secret } = await open();
    const keeper = (...more: string[]) => ({
      ...groningen.designer,
      permissions: new Set(['clients.manage', 'designs.read', ...more]),
    });
    const change = { id, overlapHours: 0 };
    for (const less of [keeper(), keeper(`awards.read@${groningen.unit.unitId}`)])
      await expect(rotateSecret(deps, less, change)).rejects.toEqual(refusal('not-allowed'));
    expect(await signIn(clientId, secret)).toBeDefined();
    const { secret: second } = await rotateSecret(deps, keeper('awards.read'), change);
    expect(await signIn(clientId, second)).toBeDefined();
  });

  it('signs in with a secret that is kept nowhere, and shows when it last did', async () => {
    const { id, clientId, secret } = await open();
    const [row] = await world.queryAsSuperuser<{ text: string }>(
      `SELECT row_to_json(c)::text AS text FROM api_clients c WHERE id = '${id}'`,
    );
    expect(row?.text).not.toContain(secret);
    expect((await ask(await signIn(clientId, secret))).statusCode).toBe(200);
    const listed = (await listClients(world.deps, world.groningen.administrator)).find(
      (one) => one.id === id,
    );
    expect(listed?.lastUsedAt).toEqual(world.clock.now());
    const theirs = await listClients(world.deps, world.oosterdiep.administrator);
    expect(theirs.map((one) => one.id)).not.toContain(id);
  });

  it('has two secrets for as long as was chosen, and the former can be ended at once', async () => {
    const { deps, groningen } = world;
    const { id, clientId, secret: first } = await open();
    const { secret: second } = await rotateSecret(deps, groningen.administrator, { id, overlapHours: 24 });
    expect([await signIn(clientId, first), await signIn(clientId, second)]).not.toContain(undefined);
    world.clock.set(new Date(world.clock.now().getTime() + 25 * 3_600_000));
    expect(await signIn(clientId, first)).toBeUndefined();
    const { secret: third } = await rotateSecret(deps, groningen.administrator, { id, overlapHours: 168 });
    const token = await signIn(clientId, second);
    await endFormerSecret(deps, groningen.administrator, { id });
    expect([await signIn(clientId, second), (await ask(token)).statusCode]).toEqual([undefined, 401]);
    expect((await ask(await signIn(clientId, third))).statusCode).toBe(200);
  });

  it('that is withdrawn opens nothing, in the same instant', async () => {
    const { deps, groningen } = world;
    const { id, clientId, secret } = await open();
    const token = await signIn(clientId, secret);
    await withdrawClient(deps, groningen.administrator, { id });
    expect([(await ask(token)).statusCode, await signIn(clientId, secret)]).toEqual([401, undefined]);
    await expect(rotateSecret(deps, groningen.administrator, { id, overlapHours: 0 })).rejects.toEqual(
      refusal('clients/withdrawn'),
    );
    const entries = await deps.database.asInstitution(groningen.institutionId, (tx) =>
      listEntriesOfSubject(tx, id),
    );
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['client.created', 'client.withdrawn']),
    );
  });

  it('stops with the last role of its maker, and so does what it made; the day after, both are withdrawn', async () => {
    const { deps, clock, groningen } = world;
    const { institutionId, administrator } = groningen;
    const leaver = await settleMaker(new Date(clock.now().getTime() + 60_000));
    const first = await open(600, leaver);
    const program = { kind: 'client', clientId: first.id, institutionId } as const;
    const second = await open(600, { ...program, permissions: administrator.permissions });
    const both = [first, second];
    const stays = await open();
    const tokens = await Promise.all(both.map(({ clientId, secret }) => signIn(clientId, secret)));
    const statuses = () => Promise.all(tokens.map(async (token) => (await ask(token)).statusCode));
    expect(await statuses()).toEqual([200, 200]);
    clock.advance(60_000);
    expect(await statuses()).toEqual([401, 401]);
    for (const { clientId, secret } of both) expect(await signIn(clientId, secret)).toBeUndefined();
    expect(await signIn(stays.clientId, stays.secret)).toBeDefined();
    for (const _day of [1, 2]) await keepHouse(deps);
    const withdrawn = (await listClients(deps, administrator)).filter(({ revokedAt }) => revokedAt);
    expect(withdrawn.map(({ id }) => id)).toEqual(expect.arrayContaining(both.map(({ id }) => id)));
    expect(withdrawn.map(({ id }) => id)).not.toContain(stays.id);
    const entries = await deps.database.asInstitution(institutionId, (tx) =>
      listEntriesOfSubject(tx, second.id),
    );
    expect(entries.filter(({ action }) => action === 'client.withdrawn')).toMatchObject([
      { actorKind: 'system' },
    ]);
  });

  it('of another institution is not there', async () => {
    const { deps, oosterdiep } = world;
    const { id } = await open();
    const other = oosterdiep.administrator;
    const tries = [
      () => rotateSecret(deps, other, { id, overlapHours: 0 }),
      () => endFormerSecret(deps, other, { id }),
      () => limitClient(deps, other, { id, requestsPerMinute: 1 }),
      () => withdrawClient(deps, other, { id }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toEqual(refusal('not-found'));
  });

  it('that asks too often waits until the next minute; others do not', async () => {
    const { deps, groningen } = world;
    const busy = await open(3);
    const calm = await open();
    const token = await signIn(busy.clientId, busy.secret);
    for (let at = 0; at < 3; at += 1) expect((await ask(token)).statusCode).toBe(200);
    const refused = await ask(token);
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask(await signIn(calm.clientId, calm.secret))).statusCode).toBe(200);
    world.clock.set(new Date(world.clock.now().getTime() + 60_000));
    expect((await ask(token)).statusCode).toBe(200);
    await limitClient(deps, groningen.administrator, { id: busy.id, requestsPerMinute: 1 });
    expect((await ask(token)).statusCode).toBe(429);
  });
});
