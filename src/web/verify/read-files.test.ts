import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFiles } from './read-files.ts';

const file = (name: string, bytes: Uint8Array) => new File([Uint8Array.from(bytes)], name);

describe('the files of a form', () => {
  it('are read as they are, and an archive as what is in it', async () => {
    const zip = zipSync({
      'a.json': strToU8('{}'),
      'folder/b.png': strToU8('b'),
      '__MACOSX/a.json': strToU8('x'),
      'folder/.DS_Store': strToU8('x'),
    });
    const read = await readFiles([file('one.jwt', strToU8('ey')), file('all.zip', zip)]);
    expect(typeof read === 'string' ? read : read.map(({ name }) => name)).toEqual([
      'one.jwt',
      'all.zip/a.json',
      'all.zip/folder/b.png',
    ]);
  });

  it('are a hundred at most, loose or packed', async () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${at}.json`, strToU8('{}')]));
    expect(await readFiles([file('all.zip', zipSync(many))])).toBe('too-many');
    expect(await readFiles(Object.keys(many).map((name) => file(name, strToU8('{}'))))).toBe('too-many');
  });

  it('that are too large, or claim to be small and are not, are refused', async () => {
    const large = new Uint8Array(3 * 1024 * 1024);
    expect(await readFiles([file('large.png', large)])).toBe('too-large');
    const zip = zipSync({ 'bomb.json': large });
    expect(await readFiles([file('bomb.zip', zip)])).toBe('too-large');
    // The claimed sizes stand in the local header at 22 and in the directory at 24 from its start.
    const lying = zip.slice();
    const view = new DataView(lying.buffer);
    view.setUint32(22, 10, true);
    for (let at = 30; at < lying.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    const read = await readFiles([file('bomb.zip', lying)]);
    const size = typeof read === 'string' ? 0 : (read[0]?.bytes.length ?? 0);
    expect(size).toBeLessThanOrEqual(10);
  });

  it('of a broken archive are told apart from none', async () => {
    expect(await readFiles([file('x.zip', Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9, 9))])).toBe('broken-archive');
    expect(await readFiles([])).toEqual([]);
  });
});
