/** The life of a key: published, active, kept to verify. ADR 0010. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { keepHouse } from '../../app/keep-house.ts';
import { system } from '../audit/index.ts';
import { keepKeys } from './keep-keys.ts';
import { listPublicKeys } from './keys.store.ts';
import { rotateKey } from './rotate-key.ts';
import { composeKeyPolicy, decideStep, type KeyPurpose, type PublicKey, stateOf } from './signing-key.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const keysOf = (issuerId: string) => world.deps.database.asPublic((tx) => listPublicKeys(tx, issuerId));
const slotOf = async (issuerId: string, purpose: KeyPurpose) =>
  (await keysOf(issuerId)).filter((key) => key.purpose === purpose);
const statesOf = (keys: readonly PublicKey[]) => keys.map(stateOf);
const signWith = (purpose: KeyPurpose, of = world.groningen) =>
  world.deps.database.asWorker(of.institutionId, (tx) => world.deps.getSigner(tx, of.issuer, purpose));
const actionsOf = async (issuerId: string) =>
  (
    await world.queryAsSuperuser<{ action: string }>(
      `SELECT action FROM audit_entries WHERE subject_id = '${issuerId}' AND action LIKE 'key.%' ORDER BY id`,
    )
  ).map(({ action }) => action);

describe('a rotation that is announced', () => {
  it('publishes the next key, and lets it sign once readers know it', async () => {
    const { deps, clock } = world;
    const { issuer } = world.groningen;
    const before = await signWith('award-p256');
    const asked = { issuer, purpose: 'award-p256', when: 'announced' } as const;

    const first = await rotateKey(deps, system, asked);
    expect(first).toMatchObject({ state: 'pre-published', from: new Date('2026-11-22T09:00:00Z') });
    expect(statesOf(await slotOf(issuer.id, 'award-p256'))).toEqual(['active', 'pre-published']);
    expect((await signWith('award-p256')).verificationMethod).toBe(before.verificationMethod);

    clock.advance(DAY - 1);
    await keepHouse(deps);
    expect((await signWith('award-p256')).verificationMethod).toBe(before.verificationMethod);
    expect(await rotateKey(deps, system, asked)).toMatchObject({ state: 'pre-published', kid: first.kid });

    clock.advance(1);
    await keepHouse(deps);
    expect((await signWith('award-p256')).verificationMethod).toBe(`${issuer.did}#${first.kid}`);
    expect(statesOf(await slotOf(issuer.id, 'award-p256'))).toEqual(['verify-only', 'active']);
    expect(await actionsOf(issuer.id)).toEqual(['key.published', 'key.rotated']);
  });

  it('at once is noticed at once, and keeps nothing of the private half of the old key', async () => {
    const { deps } = world;
    const { issuer } = world.oosterdiep;
    const before = await signWith('award-ed25519', world.oosterdiep);
    await rotateKey(deps, system, { issuer, purpose: 'award-ed25519', when: 'at-once' });
    const after = await signWith('award-ed25519', world.oosterdiep);
    expect(after.verificationMethod).not.toBe(before.verificationMethod);
    expect((await keysOf(issuer.id)).map((key) => key.verificationMethod)).toContain(
      before.verificationMethod,
    );
    const [row] = await world.queryAsSuperuser<{ private_sealed: Buffer | null }>(
      `SELECT private_sealed FROM signing_keys WHERE verification_method = '${before.verificationMethod}'`,
    );
    expect(row).toEqual({ private_sealed: null });
  });

  it('waits for whoever is signing, and none signs with the old key afterwards', async () => {
    const { deps } = world;
    const { issuer, institutionId } = world.groningen;
    const order: string[] = [];
    const holding = Promise.withResolvers<void>();
    const signing = deps.database.asWorker(institutionId, async (tx) => {
      await deps.getSigner(tx, issuer, 'status');
      holding.resolve();
      await new Promise((done) => setTimeout(done, 100));
      order.push('signed');
    });
    await holding.promise;
    await rotateKey(deps, system, { issuer, purpose: 'status', when: 'at-once' });
    order.push('rotated');
    await signing;
    expect(order).toEqual(['signed', 'rotated']);
  });

  it('is refused to staff who do not manage the institution, and to those of another', async () => {
    const { deps, groningen, oosterdiep } = world;
    const asked = { issuer: groningen.issuer, purpose: 'status', when: 'at-once' } as const;
    await expect(rotateKey(deps, groningen.registrar, asked)).rejects.toMatchObject({ status: 403 });
    await expect(rotateKey(deps, oosterdiep.administrator, asked)).rejects.toMatchObject({ status: 404 });
    await expect(rotateKey(deps, groningen.administrator, asked)).resolves.toMatchObject({ state: 'active' });
  });
});

describe('the calendar', () => {
  it('moves every key of every issuer on after its year, and after a restart too', async () => {
    const { deps, clock } = world;
    const { issuer } = world.groningen.unit;
    const [first] = await slotOf(issuer.id, 'status');
    for (let day = 0; day < 370; day += 1) {
      // Looked at nearly every day: nothing depends on the one day.
      if (day % 5 !== 0) await keepKeys(deps);
      clock.advance(DAY);
    }
    const keys = await slotOf(issuer.id, 'status');
    expect(statesOf(keys)).toEqual(['verify-only', 'active']);
    const [old, next] = keys;
    expect(old?.kid).toBe(first?.kid);
    expect(old?.activeUntil).toEqual(next?.activeFrom);
    const signed = (old?.activeUntil?.getTime() ?? 0) - (old?.activeFrom?.getTime() ?? 0);
    expect(Math.abs(signed - 365 * DAY)).toBeLessThanOrEqual(2 * DAY);
    expect((next?.activeFrom?.getTime() ?? 0) - (next?.publishedAt.getTime() ?? 0)).toBeGreaterThanOrEqual(
      DAY,
    );
  }, 60_000);

  it('takes periods by purpose, and knows no purpose that does not exist', () => {
    const policy = composeKeyPolicy({ periodDays: { status: 90 }, leadHours: 48 });
    expect([policy.periodMs.status, policy.periodMs['award-p256'], policy.leadMs]).toEqual([
      90 * DAY,
      365 * DAY,
      2 * DAY,
    ]);
    expect(() => composeKeyPolicy({ periodDays: { stamps: 1 }, leadHours: 1 })).toThrow('"stamps"');
  });

  it('lets no key sign that was published too short a while ago', () => {
    const now = new Date('2026-01-02T00:00:00Z');
    const waiting = {
      ...({ purpose: 'status', activeFrom: null, activeUntil: null, compromisedAt: null } as const),
      publishedAt: new Date('2026-01-01T00:00:00Z'),
    };
    const step = (leadHours: number) =>
      decideStep([waiting], composeKeyPolicy({ periodDays: {}, leadHours }), now);
    expect([step(24), step(25)]).toEqual(['activate', undefined]);
  });
});

describe('the RSA key', () => {
  it('is made when it is first needed, once, whoever asks at the same moment', async () => {
    const { issuer } = world.oosterdiep;
    expect(await slotOf(issuer.id, 'award-rsa')).toEqual([]);
    const signers = await Promise.all([1, 2, 3].map(() => signWith('award-rsa', world.oosterdiep)));
    expect(new Set(signers.map(({ verificationMethod }) => verificationMethod)).size).toBe(1);
    expect(signers[0]?.algorithm).toBe('RS256');
    expect(statesOf(await slotOf(issuer.id, 'award-rsa'))).toEqual(['active']);
    expect(await actionsOf(issuer.id)).toContain('key.made');
  });
});

describe('the database', () => {
  const { groningen } = { groningen: () => world.groningen.issuer.id };
  it.each([
    [
      'lets a second key be active',
      "SET active_until = NULL WHERE purpose = 'award-p256' AND active_until IS NOT NULL",
    ],
    ['takes a key out of its life', 'SET active_from = now()'],
    [
      'forgets what a key needs to sign',
      "SET private_sealed = NULL WHERE active_until IS NULL AND purpose = 'status'",
    ],
  ])('never %s', async (_what, change) => {
    await expect(world.queryAsSuperuser(`UPDATE signing_keys ${change}`)).rejects.toThrow(
      /one way through its life|violates check constraint|one_active_key/,
    );
  });

  it('never removes a key, and lets one key wait', async () => {
    await expect(world.queryAsSuperuser('DELETE FROM signing_keys')).rejects.toMatchObject({ code: '23001' });
    const copy = (kid: string) =>
      world.queryAsSuperuser(
        `INSERT INTO signing_keys (id, institution_id, issuer_id, purpose, kid, verification_method, public_jwk, store, private_sealed, published_at)
         SELECT gen_random_uuid(), institution_id, issuer_id, purpose, '${kid}', '${kid}', public_jwk, store, '\\x00', now()
         FROM signing_keys WHERE issuer_id = '${groningen()}' AND purpose = 'award-ed25519' LIMIT 1`,
      );
    await copy('one');
    await expect(copy('two')).rejects.toMatchObject({ constraint: 'one_pre_published_key' });
  });
});
