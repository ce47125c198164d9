import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Storage } from './storage.ts';

/** What every place for assets must do; `damage` changes the stored bytes behind its back. */
export function describeStorage(given: {
  readonly open: () => Storage;
  readonly damage: (key: string) => Promise<void>;
}): void {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256);

  test('gives back the bytes and the media type under the hash of the bytes', async () => {
    const storage = given.open();
    const { key } = await storage.put(bytes, 'image/png');
    expect(key).toBe(createHash('sha256').update(bytes).digest('hex'));
    const asset = await storage.get(key);
    expect(asset?.mediaType).toBe('image/png');
    expect(Buffer.from(asset?.bytes ?? []).equals(bytes)).toBe(true);
    expect(await storage.has(key)).toBe(true);
  });

  test('keeps the first media type when the same bytes come again', async () => {
    const storage = given.open();
    const twice = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
    const { key } = await storage.put(twice, 'text/plain; charset=utf-8');
    await storage.put(twice, 'image/svg+xml');
    expect((await storage.get(key))?.mediaType).toBe('text/plain; charset=utf-8');
  });

  test('keeps an empty asset', async () => {
    const storage = given.open();
    const { key } = await storage.put(new Uint8Array(), 'text/plain');
    expect((await storage.get(key))?.bytes).toHaveLength(0);
  });

  test('knows nothing of what was never put or was deleted, and deletes twice without complaint', async () => {
    const storage = given.open();
    const { key } = await storage.put(new TextEncoder().encode('gone'), 'text/plain');
    await storage.delete(key);
    await storage.delete(key);
    expect(await storage.get(key)).toBeUndefined();
    expect(await storage.has(key)).toBe(false);
    expect(await storage.get('0'.repeat(64))).toBeUndefined();
  });

  test.each([
    '../../etc/passwd',
    '',
    'A'.repeat(64),
    `${'a'.repeat(63)}/`,
    `${'a'.repeat(64)}\n`,
    '.'.repeat(64),
  ])('refuses the odd key %j', async (key) => {
    const storage = given.open();
    const refusal = { reason: 'storage.key-malformed' };
    await expect(async () => storage.get(key)).rejects.toMatchObject(refusal);
    await expect(async () => storage.has(key)).rejects.toMatchObject(refusal);
    await expect(async () => storage.delete(key)).rejects.toMatchObject(refusal);
  });

  test.each(['image/png\r\nX-Evil: 1', 'text', 'text/html\n<script>', ''])(
    'refuses the odd media type %j',
    async (mediaType) => {
      await expect(async () => given.open().put(bytes, mediaType)).rejects.toMatchObject({
        reason: 'storage.media-type-malformed',
      });
    },
  );

  test('refuses to hand out bytes that are no longer those of their key', async () => {
    const storage = given.open();
    const { key } = await storage.put(new TextEncoder().encode('an image, once'), 'image/png');
    await given.damage(key);
    await expect(storage.get(key)).rejects.toMatchObject({ reason: 'storage.damaged' });
    await storage.delete(key);
  });

  test('takes the same bytes from many at once', async () => {
    const storage = given.open();
    const same = new TextEncoder().encode('one of many');
    const keys = await Promise.all(Array.from({ length: 20 }, () => storage.put(same, 'text/plain')));
    expect(new Set(keys.map(({ key }) => key)).size).toBe(1);
    expect(Buffer.from((await storage.get(keys[0]?.key ?? ''))?.bytes ?? []).toString()).toBe('one of many');
  });

  test('says that it is healthy', async () => {
    expect(await given.open().healthy()).toBe(true);
  });
}
