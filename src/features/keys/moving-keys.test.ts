/** From one place for keys to another, without a day on which nothing is signed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { composeKeyStores, openKmsKeyStore, openSealedKeyStore } from '../../platform/crypto/index.ts';
import { startKeyService } from '../../platform/crypto/testing/key-service.ts';
import { system } from '../audit/index.ts';
import { grantAwards } from '../awards/index.ts';
import { issueHolderEdition } from '../credentials/index.ts';
import { openHouse, verifyCredential } from '../verification/index.ts';
import { createGetSigner } from './get-signer.ts';
import { listStoredKeys } from './keys.store.ts';
import { rotateKey } from './rotate-key.ts';

const TOKEN = 'a-bearer-token';

let world: World;
let service: Awaited<ReturnType<typeof startKeyService>>;
beforeAll(async () => {
  world = await openWorld();
  service = await startKeyService(TOKEN);
  const { masterKey, clock } = world.deps;
  const keyStores = composeKeyStores('kms', [
    openSealedKeyStore({ masterKey, now: clock.now }),
    openKmsKeyStore({ url: service.url, token: TOKEN }, { fetch }),
  ]);
  // The jobs of this world as well: it was started again with another configuration.
  Object.assign(world.deps, { keyStores, getSigner: createGetSigner({ clock, keyStores }) });
});
afterAll(async () => {
  await service?.close();
  await world?.close();
});

async function sign(format: 'ob3-data-integrity' | 'ob3-jwt', awardIds: string[]): Promise<string[]> {
  await issueHolderEdition(world.deps, world.groningen.institutionId, { awardIds, format, anew: true });
  const rows = await world.queryAsSuperuser<{ bytes: string }>(
    `SELECT bytes FROM documents WHERE format = '${format}' AND award_id IN ('${awardIds.join("','")}')`,
  );
  return rows.map(({ bytes }) => bytes);
}

async function award(): Promise<string[]> {
  const design = await world.publish(world.groningen.designer);
  const granted = await grantAwards(world.deps, world.groningen.registrar, {
    design,
    recipients: [{ identifier: 'p1@groningen.example', name: 'Sanne Visser' }],
  });
  await world.settle();
  return granted.rows.flatMap((row) => row.award ?? []);
}

async function verify(bytes: string | undefined): Promise<string> {
  const deps = { ...world.deps, house: openHouse(world.deps) };
  return (await verifyCredential(deps, { bytes: Buffer.from(bytes ?? '') })).verdict;
}

describe('an issuer that moves to a key service', () => {
  it('signs with what is sealed and what is there, each row saying where', async () => {
    const { issuer } = world.groningen.unit;
    await rotateKey(world.deps, system, { issuer, purpose: 'award-ed25519', when: 'at-once' });
    const keys = await world.deps.database.asWorker(issuer.institutionId, (tx) =>
      listStoredKeys(tx, { institutionId: issuer.institutionId }),
    );
    const active = keys.filter((key) => key.issuerId === issuer.id && key.activeUntil === null);
    expect(Object.fromEntries(active.map(({ purpose, store }) => [purpose, store]))).toEqual({
      ...{ 'award-ed25519': 'kms', 'award-p256': 'sealed', status: 'sealed' },
    });
    const awardIds = await award();
    const [json] = await sign('ob3-data-integrity', awardIds);
    const [jwt] = await sign('ob3-jwt', awardIds);
    expect([await verify(json), await verify(jwt)]).toEqual(['verified', 'verified']);
  });

  it('goes on verifying while the service is away, and signs nothing half', async () => {
    const awardIds = await award();
    const [before] = await sign('ob3-data-integrity', awardIds);
    service.breakWith({ status: 503, body: '{}' });
    await expect(sign('ob3-data-integrity', awardIds)).rejects.toMatchObject({ reason: 'refused' });
    expect(await verify(before)).toBe('verified');
    world.clock.advance(1_000);
    service.breakWith(undefined);
    expect(await sign('ob3-data-integrity', awardIds)).not.toEqual([before]);
  });
});
