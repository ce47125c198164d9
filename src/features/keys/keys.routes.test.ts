/** The keys of an institution over HTTP, for its administrators and for whoever verifies. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from '../../../test/support/server.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { system } from '../audit/index.ts';
import { keysViewSchema } from './keys.schema.ts';
import { rotateKey } from './rotate-key.ts';
import { tellCompromise } from './tell-compromise.ts';

let world: World;
let server: Awaited<ReturnType<typeof openServer>>;
beforeAll(async () => {
  world = await openWorld();
  server = await openServer(world);
});
afterAll(async () => {
  await server?.app.close();
  await world?.close();
});

const get = (url: string) => server.app.inject({ url });

async function asProgram(method: 'GET' | 'POST', url: string, body?: object) {
  const token = await server.signInClient(world.groningen.institutionId, ['institution.manage']);
  return await server.app.inject({
    ...{ method, url: `/api/v1/institution/keys${url}` },
    headers: {
      authorization: `Bearer ${token}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { payload: JSON.stringify(body) } : {}),
  });
}

async function keysOf(issuer: string) {
  const { issuers } = keysViewSchema.parse((await asProgram('GET', '')).json());
  return issuers.find(({ id }) => id === issuer)?.keys ?? [];
}

describe('the keys of an institution', () => {
  it('say of each what it is, since when, and what comes next; nothing private, and no one else’s', async () => {
    const answer = await asProgram('GET', '');
    expect(answer.body).not.toMatch(/"d"|sealed_|privateSealed|storeRef/);
    const { issuers } = keysViewSchema.parse(answer.json());
    expect(issuers.map(({ id }) => id).toSorted()).toEqual(
      [world.groningen.issuer.publicId, world.groningen.unit.issuer.publicId].toSorted(),
    );
    expect(issuers[0]?.keys[0]).toMatchObject({
      ...{ state: 'active', store: 'sealed', activeFrom: '2026-11-21T09:00:00.000Z' },
      nextAt: '2027-11-21T09:00:00.000Z',
    });
  });

  it('are announced and replaced', async () => {
    const { publicId: issuer } = world.groningen.issuer;
    const announced = await asProgram('POST', '/rotate', { issuer, purpose: 'status', when: 'announced' });
    expect(announced.json()).toMatchObject({ state: 'pre-published', from: '2026-11-22T09:00:00.000Z' });
    const replaced = await asProgram('POST', '/rotate', { issuer, purpose: 'status', when: 'at-once' });
    expect(replaced.json()).toEqual({ ...announced.json(), state: 'active', from: null });
    const other = { issuer: world.oosterdiep.issuer.publicId, purpose: 'status', when: 'at-once' };
    expect((await asProgram('POST', '/rotate', other)).statusCode).toBe(404);
  });

  it('are told to be compromised by the clock of the institution, and only by whoever types the end of the name', async () => {
    const { groningen, deps } = world;
    const fresh = { ...groningen.administrator, sessionProvenAt: world.clock.now() };
    const active = (await keysOf(groningen.issuer.publicId)).find(
      ({ purpose, state }) => purpose === 'award-p256' && state === 'active',
    );
    const kid = active?.kid ?? '';
    const told = {
      ...({ kid, reason: 'stolen' } as const),
      at: '2026-11-21T09:30',
      confirmation: kid.slice(-6),
    };
    await expect(tellCompromise(deps, fresh, { ...told, confirmation: kid })).rejects.toMatchObject({
      code: 'keys/confirmation-differs',
    });
    await expect(tellCompromise(deps, fresh, { ...told, at: '2026-02-30T09:00' })).rejects.toMatchObject({
      code: 'keys/time-unknown',
    });
    await tellCompromise(deps, fresh, told);
    // In November, Amsterdam is an hour ahead.
    const after = (await keysOf(groningen.issuer.publicId)).find((key) => key.kid === kid);
    expect(after).toMatchObject({ state: 'compromised', compromisedAt: '2026-11-21T08:30:00.000Z' });
    expect((await asProgram('POST', `/${kid}/compromise`, { ...told, kid: undefined })).statusCode).toBe(401);
  });
});

describe('what an issuer’s keys were', () => {
  it('is told for every instant, with digests, and for none before the first', async () => {
    const { issuer } = world.oosterdiep;
    const address = `/issuers/${issuer.publicId}`;
    const [before] = (await get(`${address}/did-history.json`)).json().versions;
    world.clock.advance(3_600_000);
    await rotateKey(world.deps, system, { issuer, purpose: 'status', when: 'at-once' });
    const history = (await get(`${address}/did-history.json`)).json();
    expect(history).toMatchObject({ did: issuer.did, versions: [before, { version: 2 }] });
    for (const { url, sha256, published } of history.versions) {
      const byNumber = await get(new URL(url).pathname + new URL(url).search);
      expect(createHash('sha256').update(byNumber.body).digest('hex')).toBe(sha256);
      const byTime = await get(`${address}/did.json?versionTime=${published}`);
      expect(byTime.body).toBe(byNumber.body);
    }
    const [first, second] = history.versions;
    const asOf = (time: string) => get(`${address}/did.json?versionTime=${time}`);
    expect((await asOf('2026-11-21T09:30:00Z')).json().verificationMethod).toHaveLength(3);
    expect((await asOf(second.published)).json().verificationMethod).toHaveLength(4);
    expect((await get(`${address}/did.json`)).body).toBe((await asOf(second.published)).body);
    expect((await asOf('2026-11-21T08:59:59Z')).statusCode).toBe(404);
    expect((await asOf('yesterday')).statusCode).toBe(400);
    expect(first.sha256).not.toBe(second.sha256);
  });
});
