import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeUtf8, joinBytes } from '../bytes.ts';
import { compression } from '../testing.ts';
import { type BakingKeyword, bakePng, readPng } from './png.ts';
import { type PngChunk, readChunks, writeChunks } from './png-chunks.ts';
import { bakeSvg, readSvg } from './svg.ts';
import { tinyPng } from './tiny-png.ts';

const keyword = 'openbadgecredential';
const json = '{"name":"Ĳsbreker & <co> ]]> \\"é\\""}';
const jws = 'eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ.AAAA';

describe('a PNG picture', () => {
  let photo: Uint8Array;
  beforeAll(async () => {
    photo = await sharp({ create: { width: 40, height: 30, channels: 4, background: '#1b5e4b' } })
      .png()
      .toBuffer();
  });

  it('gives back the badge that was baked in, and is still the same picture', async () => {
    const baked = bakePng(photo, { keyword, text: json });
    expect(await readPng(compression, baked)).toEqual({ keyword, text: json });
    const { data } = await sharp(baked).raw().toBuffer({ resolveWithObject: true });
    const { data: before } = await sharp(photo).raw().toBuffer({ resolveWithObject: true });
    expect(data.equals(before)).toBe(true);
  });

  it('holds one badge however often it is baked, before its end', async () => {
    const twice = bakePng(bakePng(photo, { keyword, text: 'first' }), { keyword, text: jws });
    expect(await readPng(compression, twice)).toEqual({ keyword, text: jws });
    const types = readChunks(twice).map(({ type }) => type);
    expect(types.filter((type) => type === 'iTXt')).toHaveLength(1);
    expect(types.at(-1)).toBe('IEND');
  });

  it('may carry both versions, and then the signed one counts', async () => {
    const both = bakePng(bakePng(photo, { keyword: 'openbadges', text: '{}' }), { keyword, text: jws });
    expect(await readPng(compression, both)).toEqual({ keyword, text: jws });
  });

  it('without a badge has none', async () => {
    expect(await readPng(compression, tinyPng)).toBeUndefined();
  });

  const insert = (chunk: PngChunk) => {
    const chunks = readChunks(tinyPng);
    return writeChunks([...chunks.slice(0, -1), chunk, ...chunks.slice(-1)]);
  };
  const compressed = (text: Uint8Array) =>
    joinBytes(
      encodeUtf8('openbadges'),
      Uint8Array.of(0, 1, 0),
      encodeUtf8('en'),
      Uint8Array.of(0, 0),
      deflateSync(text),
    );

  it('is read as others bake: compressed, or the URL of the first Open Badges', async () => {
    expect(await readPng(compression, insert({ type: 'iTXt', data: compressed(encodeUtf8(json)) }))).toEqual({
      keyword: 'openbadges',
      text: json,
    });
    const url = 'https://badges.example/1';
    const legacy = joinBytes(encodeUtf8('openbadges'), Uint8Array.of(0), encodeUtf8(url));
    expect(await readPng(compression, insert({ type: 'tEXt', data: legacy }))).toEqual({
      keyword: 'openbadges',
      text: url,
    });
  });

  it('is refused when its badge unpacks to more than any badge is', async () => {
    const bomb = insert({ type: 'iTXt', data: compressed(new Uint8Array(50_000_000)) });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(readPng(compression, bomb)).rejects.toMatchObject({ reason: 'text-too-large' });
  });

  it('is refused with two badges of one kind', async () => {
    const baked = bakePng(tinyPng, { keyword, text: jws });
    const chunks = readChunks(baked);
    const second = chunks.find(({ type }) => type === 'iTXt');
    const doubled = writeChunks([
      ...chunks.slice(0, -1),
      second ?? { type: 'iTXt', data: new Uint8Array() },
      ...chunks.slice(-1),
    ]);
    await expect(readPng(compression, doubled)).rejects.toMatchObject({ reason: 'baked-twice' });
  });

  it('is refused when it is broken: cut off, a changed byte, a length beyond the end', async () => {
    const baked = bakePng(tinyPng, { keyword, text: jws });
    const changed = baked.slice();
    changed[60] = (changed[60] ?? 0) ^ 1;
    const long = baked.slice();
    long[8] = 0x7f;
    for (const broken of [baked.slice(0, -6), changed, long, Uint8Array.of(1, 2, 3)]) {
      await expect(readPng(compression, broken)).rejects.toMatchObject({ reason: 'png-malformed' });
    }
  });
});

describe('an SVG picture', () => {
  const svg =
    '<?xml version="1.0"?>\n<!-- a > b --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>🎓 a</title></svg>';

  it.each<[BakingKeyword, string]>([
    [keyword, json],
    [keyword, jws],
    ['openbadges', '{"id":"https://badges.example/1"}'],
    ['openbadges', 'https://badges.example/1?a=1&b="2"'],
  ])('gives back %s %s', (kind, text) => {
    const baked = bakeSvg(svg, { keyword: kind, text });
    expect(readSvg(baked)).toEqual({ keyword: kind, text });
    expect(baked).toMatch(/<svg [^>]*xmlns:openbadges="[^"]+"[^>]*><openbadges:/);
    expect(baked).toContain('<title>🎓 a</title></svg>');
  });

  it('holds one badge however often it is baked', () => {
    const twice = bakeSvg(bakeSvg(svg, { keyword, text: json }), { keyword, text: jws });
    expect(readSvg(twice)).toEqual({ keyword, text: jws });
    expect(twice.match(/<openbadges:credential/g)).toHaveLength(1);
    expect(bakeSvg(twice, { keyword, text: jws })).toBe(twice);
  });

  it('may carry both versions, and then the signed one counts', () => {
    const both = bakeSvg(bakeSvg(svg, { keyword: 'openbadges', text: '{}' }), { keyword, text: jws });
    expect(readSvg(both)).toEqual({ keyword, text: jws });
    expect(readSvg(bakeSvg(both, { keyword, text: json }))).toEqual({ keyword, text: json });
  });

  it('may be empty, or name its elements with a prefix', () => {
    expect(readSvg(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', { keyword, text: jws }))?.text).toBe(
      jws,
    );
    const prefixed = '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>';
    expect(readSvg(bakeSvg(prefixed, { keyword, text: jws }))?.text).toBe(jws);
  });

  it('is left alone by the picture library', async () => {
    const baked = bakeSvg(svg.replace('0 0 1 1', '0 0 20 20'), { keyword, text: json });
    expect((await sharp(Buffer.from(baked)).metadata()).format).toBe('svg');
  });

  it.each<[string, string, string]>([
    ['a document type', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg.slice(22)}`, 'svg-forbidden'],
    ['an entity of its own', svg.replace('🎓', '&mine;'), 'svg-malformed'],
    ['an open end', svg.replace('</svg>', ''), 'svg-malformed'],
    ['another root', '<html></html>', 'svg-malformed'],
    ['two badges', bakeTwice(), 'baked-twice'],
  ])('is refused with %s', (_, text, reason) => {
    expect(() => readSvg(text)).toThrow(expect.objectContaining({ reason }));
  });

  it('without a badge has none', () => {
    expect(readSvg(svg)).toBeUndefined();
  });

  function bakeTwice(): string {
    const baked = bakeSvg(svg, { keyword, text: jws });
    const [element = ''] = /<openbadges:credential[\s\S]*<\/openbadges:credential>/.exec(baked) ?? [];
    return baked.replace(element, element + element);
  }
});
