import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseMasterKey } from './envelope.ts';
import { describeKeyStore } from './key-store.suite.ts';
import { composeKeyStores } from './key-store.ts';
import { openKmsKeyStore } from './kms-key-store.ts';
import { openPkcs11KeyStore } from './pkcs11-key-store.ts';
import { openSealedKeyStore } from './sealed-key-store.ts';
import { startKeyService } from './testing/key-service.ts';
import { makeSoftToken, softHsmLibrary } from './testing/soft-token.ts';

const masterKey = parseMasterKey('a1'.repeat(32));
const openSealed = (now = () => new Date()) => openSealedKeyStore({ masterKey, now });
const TOKEN = 'a-bearer-token';

describeKeyStore('the database, sealed', async () => {
  const store = openSealed();
  return { store, close: store.close };
});

describeKeyStore('a key service', async () => {
  const service = await startKeyService(TOKEN);
  const store = openKmsKeyStore({ url: service.url, token: TOKEN }, { fetch });
  return { store, close: service.close };
});

describe('a sealed key', () => {
  test('opens for its own row alone', async () => {
    const store = openSealed();
    const id = randomUUID();
    const made = await store.generate({ id, algorithm: 'Ed25519' });
    const key = { ...made, id: randomUUID(), algorithm: 'Ed25519' } as const;
    expect(() => store.sign(key, new Uint8Array(1))).toThrow('does not open');
  });
});

describe('a key service', () => {
  let service: Awaited<ReturnType<typeof startKeyService>>;
  beforeAll(async () => {
    service = await startKeyService(TOKEN);
  });
  afterAll(() => service?.close());
  const generate = (token: string, url = service.url) =>
    openKmsKeyStore({ url, token }, { fetch }).generate({ id: randomUUID(), algorithm: 'Ed25519' });

  test('that does not know us makes nothing', async () => {
    await expect(generate('another')).rejects.toMatchObject({ reason: 'refused' });
  });

  test('that is not there is unreachable, and its token is not in what is said of it', async () => {
    const failing = generate(TOKEN, 'http://127.0.0.1:9/v1');
    await expect(failing).rejects.toMatchObject({ reason: 'unreachable' });
    await expect(failing).rejects.not.toThrow(TOKEN);
  });

  test.each([
    ['an error', { status: 500, body: '{}' }],
    ['no JSON', { status: 200, body: 'hello' }],
    ['a private key', { status: 200, body: '{"key":"k","publicJwk":{"kty":"oct","k":"AA"}}' }],
    ['more than a key is long', { status: 200, body: `"${'x'.repeat(70_000)}"` }],
  ])('that answers %s is refused', async (_what, fault) => {
    service.breakWith(fault);
    await expect(generate(TOKEN)).rejects.toMatchObject({ reason: 'refused' });
    service.breakWith(undefined);
  });
});

describe('a row', () => {
  test('whose store is not configured says so', () => {
    const stores = composeKeyStores('sealed', [openSealed()]);
    expect(() => stores.find('pkcs11')).toThrow('no key store "pkcs11" is configured');
    expect(() => composeKeyStores('kms', [openSealed()])).toThrow('"kms"');
  });
});

if (softHsmLibrary) describeToken(softHsmLibrary);
else {
  // biome-ignore lint/suspicious/noSkippedTests: the reader should see what this machine cannot try.
  test.skip('keys in a PKCS#11 token: this machine has no SoftHSM (apt install softhsm2)', () => undefined);
}

function describeToken(library: string): void {
  const { settings, remove } = makeSoftToken(library);
  afterAll(remove);

  describeKeyStore('a PKCS#11 token', async () => {
    const store = openPkcs11KeyStore(settings);
    return { store, close: store.close };
  });

  describe('a PKCS#11 token', () => {
    test('gives its private values to nobody', async () => {
      const store = openPkcs11KeyStore(settings);
      const { storeRef } = await store.generate({ id: randomUUID(), algorithm: 'ES256' });
      await store.close();
      const { default: pkcs11js } = await import('pkcs11js');
      const token = new pkcs11js.PKCS11();
      token.load(library);
      token.C_Initialize();
      const [slot] = token.C_GetSlotList(true);
      const session = token.C_OpenSession(slot as Buffer, pkcs11js.CKF_SERIAL_SESSION); // it has one
      token.C_Login(session, pkcs11js.CKU_USER, settings.pin);
      token.C_FindObjectsInit(session, [
        { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_PRIVATE_KEY },
        { type: pkcs11js.CKA_LABEL, value: storeRef ?? '' },
      ]);
      const [handle] = token.C_FindObjects(session, 2);
      token.C_FindObjectsFinal(session);
      expect(handle).toBeDefined();
      expect(
        () => token.C_GetAttributeValue(session, handle as Buffer, [{ type: pkcs11js.CKA_VALUE }]), // seen above
      ).toThrow('CKR_ATTRIBUTE_SENSITIVE');
      token.C_Finalize();
      token.close();
    });

    test.each([
      ['a wrong PIN', { ...settings, pin: '000000' }, 'refused'],
      ['a label that no token has', { ...settings, token: 'another' }, 'unreachable'],
      ['a library that is not there', { ...settings, module: '/nowhere.so' }, 'unreachable'],
    ])('with %s makes no key', async (_what, wrong, reason) => {
      const store = openPkcs11KeyStore(wrong);
      await expect(store.generate({ id: randomUUID(), algorithm: 'Ed25519' })).rejects.toMatchObject({
        reason,
      });
      await store.close();
    });
  });
}
