import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStorage } from './index.ts';
import type { S3StandIn } from './s3-stand-in.ts';
import { startS3StandIn } from './s3-stand-in.ts';
import { describeStorage } from './storage.suite.ts';

describe('a folder as storage', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waarmerk-assets-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  describeStorage({
    open: () => openStorage({ kind: 'fs', folder }),
    damage: async (key) => {
      const path = join(folder, key.slice(0, 2), key.slice(2, 4), key);
      const content = await readFile(path);
      content[content.length - 1] = 0;
      await writeFile(path, content);
    },
  });

  test('leaves no draft behind', () => {
    expect(readdirSync(join(folder, '.incoming'))).toEqual([]);
  });

  test('is not healthy when its folder is a file', async () => {
    const file = join(folder, 'occupied');
    writeFileSync(file, '');
    expect(await openStorage({ kind: 'fs', folder: file }).healthy()).toBe(false);
  });
});

describe('a bucket as storage', () => {
  let standIn: S3StandIn;
  beforeAll(async () => {
    standIn = await startS3StandIn();
  });
  afterAll(() => standIn.close());

  describeStorage({
    open: () => openStorage({ kind: 's3', ...standIn.settings }),
    damage: async (key) => {
      const found = standIn.objects.get(key);
      if (found) found.bytes = Buffer.from('another image');
    },
  });

  test('is not healthy and says so when the secret is wrong, the bucket is missing or nobody answers', async () => {
    const wrongSecret = openStorage({ kind: 's3', ...standIn.settings, secretAccessKey: 'wrong' });
    expect(await wrongSecret.healthy()).toBe(false);
    await expect(wrongSecret.put(Uint8Array.of(1), 'text/plain')).rejects.toMatchObject({
      reason: 'storage.unreachable',
    });
    expect(await openStorage({ kind: 's3', ...standIn.settings, bucket: 'other' }).healthy()).toBe(false);
    const nobody = openStorage({ kind: 's3', ...standIn.settings, endpoint: 'http://127.0.0.1:9' });
    expect(await nobody.healthy()).toBe(false);
    await expect(nobody.get('0'.repeat(64))).rejects.toMatchObject({ reason: 'storage.unreachable' });
  });
});
