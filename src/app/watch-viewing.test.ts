/** The operator sees the pages as someone else does: to read, for half an hour, and it is written down. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from '../../test/support/server.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import { startSession } from '../features/accounts/start-session.ts';
import type { PersonActor } from '../features/audit/index.ts';
import { claimAward, grantAwards } from '../features/awards/index.ts';
import { insertMember } from '../features/institutions/members.store.ts';
import { createUuid } from '../platform/ids.ts';

let world: World;
let server: Awaited<ReturnType<typeof openServer>>;
let learner: PersonActor;
let operator: PersonActor;
let operatorId: string;
let award: string;

beforeAll(async () => {
  world = await openWorld();
  server = await openServer(world);
  learner = await world.settleLearner('sanne@example.org', 'Sanne Visser');
  operator = await world.settleLearner('operator@example.org', 'Noor Abels');
  operatorId = await world.settleOperator();
  const design = await world.publish(world.groningen.designer);
  const granted = await grantAwards(world.deps, world.groningen.registrar, {
    design,
    recipients: [{ email: 'sanne@example.org', name: 'Sanne Visser' }],
  });
  award = granted.rows[0]?.award ?? '';
  await claimAward(world.deps, learner, { award });
  await world.settle();
});
afterAll(async () => {
  await server?.app.close();
  await world?.close();
});

/** A session of the operator's, with a passkey just used. */
async function signInOperator(): Promise<string> {
  await world.deps.database.asInstitution(operatorId, (tx) =>
    insertMember(tx, {
      id: createUuid(),
      institutionId: operatorId,
      personId: operator.personId,
      identifier: 'operator@example.org',
      name: 'Noor Abels',
      role: 'operator',
      createdAt: world.clock.now(),
    }),
  );
  return await openSession(operator.personId, operatorId);
}

async function openSession(personId: string, institutionId: string | null): Promise<string> {
  const token = await world.deps.database.asDoorkeeper((tx) =>
    startSession(tx, world.clock.now(), {
      ...{ personId, institutionId, provider: 'learner', previousToken: undefined },
      passkey: true,
    }),
  );
  return `session=${token}`;
}

const view = { address: 'sanne@example.org', reason: 'asked-for-help', reference: 'T-2026/17' };

async function call(cookie: string, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: object) {
  return await server.app.inject({ method, url, headers: { cookie }, ...(body ? { payload: body } : {}) });
}

describe('the operator who looks as a learner', () => {
  it('sees what the learner sees, changes nothing and takes nothing along', async () => {
    const cookie = await signInOperator();
    expect((await call(cookie, 'POST', '/api/v1/operator/viewing', view)).statusCode).toBe(204);
    const seen = await call(cookie, 'GET', '/api/v1/backpack');
    expect(seen.json().mine).toHaveLength(1);
    expect((await call(cookie, 'GET', '/api/v1/session')).json()).toMatchObject({
      person: { name: 'Sanne Visser' },
      viewingUntil: expect.any(String),
    });
    for (const [method, url, body] of [
      ['PATCH', '/api/v1/session', { name: 'Someone' }],
      ['DELETE', `/api/v1/awards/${award}/publication`],
      ['POST', '/api/v1/account/erase', { confirm: 'erase' }],
      ['POST', '/api/v1/operator/viewing', view],
      ['GET', '/api/v1/account/export'],
      ['GET', `/backpack/${award}/download.json`],
    ] as const)
      expect((await call(cookie, method, url, body)).json()).toMatchObject({
        type: 'urn:waarmerk:problem:viewing-only',
      });
    const linked = await call(cookie, 'GET', '/auth/start/learner?link=1');
    expect(linked.headers.location).toContain('/account/prove');
    expect((await call(cookie, 'POST', '/api/v1/viewing/end')).statusCode).toBe(204);
    expect((await call(cookie, 'GET', '/api/v1/session')).json()).toMatchObject({
      person: { name: 'Noor Abels' },
      viewingUntil: null,
    });
  });

  it('is found by the learner: that it began, what was opened, when it ended', async () => {
    const cookie = await openSession(learner.personId, null);
    const { entries } = (await call(cookie, 'GET', '/api/v1/account/history')).json();
    const actions = entries.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(
      expect.arrayContaining(['person.view-started', 'person.viewed', 'person.view-ended']),
    );
  });

  it('is themselves again after half an hour, and at once when the role is gone', async () => {
    const cookie = await openSession(operator.personId, operatorId);
    await call(cookie, 'POST', '/api/v1/operator/viewing', view);
    world.clock.advance(31 * 60 * 1000);
    expect((await call(cookie, 'GET', '/api/v1/session')).json().person.name).toBe('Noor Abels');
    const again = await openSession(operator.personId, operatorId);
    await call(again, 'POST', '/api/v1/operator/viewing', view);
    await world.queryAsSuperuser(`DELETE FROM members WHERE person_id = '${operator.personId}'`);
    expect((await call(again, 'GET', '/api/v1/session')).json().person.name).toBe('Noor Abels');
  });
});

describe('looking as someone else', () => {
  it('asks for a fresh proof, a whole address and the operator', async () => {
    const cookie = await signInOperator();
    const part = await call(cookie, 'POST', '/api/v1/operator/viewing', {
      ...view,
      address: 'sanne@example',
    });
    expect(part.json()).toMatchObject({ type: 'urn:waarmerk:problem:institutions/viewed-unknown' });
    world.clock.advance(11 * 60 * 1000);
    const stale = await call(cookie, 'POST', '/api/v1/operator/viewing', view);
    expect(stale.json()).toMatchObject({ type: 'urn:waarmerk:problem:accounts/prove-again' });
    const own = await openSession(learner.personId, null);
    expect((await call(own, 'POST', '/api/v1/operator/viewing', view)).statusCode).toBe(404);
  });
});
