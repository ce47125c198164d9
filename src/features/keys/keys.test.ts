import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import {
  composeKeyStores,
  generateKey,
  type KeyStore,
  openSealedKeyStore,
  parseMasterKey,
} from '../../platform/crypto/index.ts';
import { system } from '../audit/index.ts';
import { composeDidDocument } from './did-document.ts';
import { createGetSigner } from './get-signer.ts';
import { listPublicKeys } from './keys.store.ts';
import { rotateKey } from './rotate-key.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const keysOf = (issuerId: string) => world.deps.database.asPublic((tx) => listPublicKeys(tx, issuerId));

describe('an issuer', () => {
  it('has a key for each purpose from its first day, whoever it is', async () => {
    for (const issuer of [world.groningen.issuer, world.groningen.unit.issuer, world.oosterdiep.issuer]) {
      expect((await keysOf(issuer.id)).map((key) => key.purpose).sort()).toEqual([
        'award-ed25519',
        'award-p256',
        'status',
      ]);
    }
  });

  it('says its keys once each, by absolute ids, with the DID as their controller', async () => {
    const { issuer } = world.groningen;
    const document = composeDidDocument(issuer.did, issuer.url, await keysOf(issuer.id));
    expect(document.id).toMatch(/^did:web:localhost%3A3999:issuers:[0-9a-z]{16}$/);
    expect(
      document.assertionMethod.every((id) => typeof id === 'string' && id.startsWith(`${issuer.did}#`)),
    ).toBe(true);
    expect(document.verificationMethod.map((method) => [method.type, method.controller])).toEqual([
      ['Multikey', issuer.did],
      ['JsonWebKey', issuer.did],
      ['Multikey', issuer.did],
    ]);
    expect(JSON.stringify(document)).not.toContain('"d"');
  });
});

/** As another process would: nothing remembered. */
function freshSigner(masterKey = world.deps.masterKey) {
  const { clock } = world;
  const keyStores = composeKeyStores('sealed', [openSealedKeyStore({ masterKey, now: clock.now })]);
  return createGetSigner({ clock, keyStores });
}

describe('a private key', () => {
  it('is sealed in the database, and opens under no other master key', async () => {
    const rows = await world.queryAsSuperuser<{ private_sealed: Buffer }>(
      'SELECT private_sealed FROM signing_keys',
    );
    expect(rows.some((row) => row.private_sealed.includes('"d"'))).toBe(false);
    const thief = freshSigner(parseMasterKey('0'.repeat(64)));
    const { issuer, institutionId } = world.groningen;
    await expect(
      world.deps.database.asWorker(institutionId, async (tx) =>
        (await thief(tx, issuer, 'status')).sign(new Uint8Array(1)),
      ),
    ).rejects.toThrow('does not open');
  });

  it('does not open from the row of another key', async () => {
    const { issuer, institutionId } = world.oosterdiep;
    await world.queryAsSuperuser(
      "UPDATE signing_keys SET private_sealed = (SELECT private_sealed FROM signing_keys WHERE issuer_id = $1 AND purpose = 'status') WHERE issuer_id = $2 AND purpose = 'status'",
      [world.groningen.issuer.id, issuer.id],
    );
    await expect(
      world.deps.database.asWorker(institutionId, async (tx) =>
        (await freshSigner()(tx, issuer, 'status')).sign(new Uint8Array(1)),
      ),
    ).rejects.toThrow('does not open');
  });

  it('is not made by a store that signs with another key than it names', async () => {
    const { issuer, institutionId } = world.groningen;
    const honest = openSealedKeyStore({ masterKey: world.deps.masterKey, now: world.clock.now });
    const { publicJwk } = generateKey('Ed25519');
    const lying: KeyStore = {
      ...honest,
      generate: async (key) => ({ ...(await honest.generate(key)), publicJwk }),
    };
    const keyStores = composeKeyStores('sealed', [lying]);
    const rotating = rotateKey({ ...world.deps, keyStores }, system, {
      ...{ issuer: { ...issuer, institutionId }, purpose: 'status', when: 'at-once' },
    });
    await expect(rotating).rejects.toThrow('signs with another key than it names');
  });
});
