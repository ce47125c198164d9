/** What every place for keys keeps to, whoever made it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KeptKey, type KeyStore, KeyStoreRefusal } from './key-store.ts';
import { type PublicJwk, type SigningAlgorithm, verifySignature } from './node-crypto.ts';

export type OpenedStore = { readonly store: KeyStore; readonly close: () => Promise<void> };

const ALGORITHMS = ['Ed25519', 'ES256', 'RS256'] as const satisfies SigningAlgorithm[];
const MESSAGE = Buffer.from('een microcredential');

export function describeKeyStore(name: string, open: () => Promise<OpenedStore>): void {
  describe(`keys in ${name}`, () => {
    let opened: OpenedStore;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());

    const make = async (algorithm: SigningAlgorithm): Promise<{ key: KeptKey; publicJwk: PublicJwk }> => {
      const id = randomUUID();
      const { publicJwk, ...place } = await opened.store.generate({ id, algorithm });
      return { key: { id, algorithm, ...place }, publicJwk };
    };

    test.each(ALGORITHMS)(
      '%s: what it signs verifies by the key that it names, and nothing else',
      async (algorithm) => {
        const { key, publicJwk } = await make(algorithm);
        const other = await make(algorithm);
        const signature = await opened.store.sign(key, MESSAGE);
        expect(verifySignature(algorithm, publicJwk, MESSAGE, signature)).toBe(true);
        expect(verifySignature(algorithm, other.publicJwk, MESSAGE, signature)).toBe(false);
        expect(verifySignature(algorithm, publicJwk, Buffer.from('another'), signature)).toBe(false);
        expect(await opened.store.describe(key)).toEqual(publicJwk);
      },
    );

    test('nothing that it hands out has a private half', async () => {
      for (const algorithm of ALGORITHMS) {
        const { key, publicJwk } = await make(algorithm);
        expect(Object.keys(publicJwk).filter((member) => ['d', 'p', 'q', 'k'].includes(member))).toEqual([]);
        expect(JSON.stringify(key)).not.toContain('"d"');
      }
    });

    test('many at once do not disturb each other', async () => {
      const { key, publicJwk } = await make('ES256');
      const messages = Array.from({ length: 50 }, (_, n) => Buffer.from(`message ${n}`));
      const signatures = await Promise.all(messages.map((message) => opened.store.sign(key, message)));
      expect(
        signatures.filter((signature, n) =>
          verifySignature('ES256', publicJwk, messages[n] ?? MESSAGE, signature),
        ),
      ).toHaveLength(50);
    });

    test('a key that is not there is refused, and the next one signs', async () => {
      const { key, publicJwk } = await make('Ed25519');
      const gone: KeptKey = { ...key, privateSealed: null, storeRef: key.storeRef && 'waarmerk-gone' };
      await expect(async () => opened.store.sign({ ...gone, id: randomUUID() }, MESSAGE)).rejects.toThrow(
        KeyStoreRefusal,
      );
      expect(verifySignature('Ed25519', publicJwk, MESSAGE, await opened.store.sign(key, MESSAGE))).toBe(
        true,
      );
    });
  });
}
