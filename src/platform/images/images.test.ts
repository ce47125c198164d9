import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { type BadgeImage, readBadgeImage } from './index.ts';

const svg = (body: string, more = '') =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50"${more}>${body}</svg>`,
  );

const refusalOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await readBadgeImage(bytes);
  return 'refused' in read ? read.refused : 'accepted';
};
const pngOf = (read: BadgeImage): Uint8Array => {
  if ('refused' in read) throw new Error(read.refused);
  return read.png;
};
const pixelsOf = async (bytes: Uint8Array) =>
  sharp(pngOf(await readBadgeImage(bytes)))
    .raw()
    .toBuffer({ resolveWithObject: true });
const pixelAt = async (bytes: Uint8Array, x: number, y: number): Promise<number[]> => {
  const { data, info } = await pixelsOf(bytes);
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + 4)];
};

const square = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#b3121d' } });
const chunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const headerOf = (width: number, height: number): Buffer => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, 6, 0, 0, 0], 8);
  return chunk('IHDR', data);
};

describe('a PNG', () => {
  test('becomes 600 by 600 pixels, whole and on nothing', async () => {
    const wide = await square(300, 150).png().toBuffer();
    const { info } = await pixelsOf(wide);
    expect([info.width, info.height, info.channels]).toEqual([600, 600, 4]);
    expect(await pixelAt(wide, 300, 300)).toEqual([0xb3, 0x12, 0x1d, 255]);
    expect((await pixelAt(wide, 300, 20))[3]).toBe(0);
  });

  test('keeps nothing that stood beside its pixels or behind its end', async () => {
    const plain = await square(600, 600)
      .png()
      .withExif({ IFD0: { Copyright: 'canary-exif' } })
      .toBuffer();
    const end = plain.length - 12;
    const text = chunk('tEXt', Buffer.from('Comment\0canary-text'));
    const polyglot = Buffer.concat([
      plain.subarray(0, end),
      text,
      plain.subarray(end),
      Buffer.from('PK\x03\x04<script>canary-behind</script>'),
    ]);
    expect(polyglot.toString('latin1').match(/canary/g)).toHaveLength(3);
    const png = Buffer.from(pngOf(await readBadgeImage(polyglot)));
    expect(png.toString('latin1')).not.toContain('canary');
    expect(png.subarray(-8, -4).toString('latin1')).toBe('IEND');
  });

  test('that says it is 30,000 by 30,000 pixels is refused before it is decoded', async () => {
    const bomb = Buffer.concat([
      SIGNATURE,
      headerOf(30_000, 30_000),
      chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    expect(await refusalOf(bomb)).toBe('The image is larger than 4096 by 4096 pixels.');
    // The same file with an honest size is let through as far as its pixels: the size is what refused it.
    const small = Buffer.concat([SIGNATURE, headerOf(1, 1), bomb.subarray(33)]);
    expect(await refusalOf(small)).not.toContain('4096');
  });

  test.each([64, 200, 1_000])('that is cut off after %i bytes is refused', async (length) => {
    const noise = await sharp({
      create: {
        width: 64,
        height: 64,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .png()
      .toBuffer();
    expect(noise.length).toBeGreaterThan(1_000);
    expect(await refusalOf(noise)).toBe('accepted');
    expect(await refusalOf(noise.subarray(0, length))).toContain('damaged');
  });

  test('that moves is refused', async () => {
    const plain = await square(10, 10).png().toBuffer();
    const moving = Buffer.concat([plain.subarray(0, 33), chunk('acTL', Buffer.alloc(8)), plain.subarray(33)]);
    expect(await refusalOf(plain)).toBe('accepted');
    expect(await refusalOf(moving)).toContain('moves');
  });

  test('of more than 2 MB is refused', async () => {
    const plain = await square(10, 10).png().toBuffer();
    expect(await refusalOf(Buffer.concat([plain, Buffer.alloc(2 * 1024 * 1024)]))).toContain('2 MB');
  });
});

describe('what is neither PNG nor SVG', () => {
  test.each(['jpeg', 'webp', 'gif', 'avif'] as const)('%s is refused', async (format) => {
    expect(await refusalOf(await square(10, 10).toFormat(format).toBuffer())).toContain(
      'neither a PNG nor an SVG',
    );
  });

  test.each([
    ['nothing', ''],
    ['a page', '<!doctype html><html><body onload="alert(1)"></body></html>'],
    ['another vocabulary', '<svg xmlns="https://example.org/"><rect/></svg>'],
    ['half a file', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect'],
  ])('%s is refused', async (_what, text) => {
    expect(await refusalOf(new TextEncoder().encode(text))).not.toBe('accepted');
  });
});

describe('an SVG', () => {
  test('is drawn: shapes, gradients, clips, repeats and styles', async () => {
    const drawing = svg(
      `<?editor note?><!-- note --><title>Badge</title><metadata><x:note xmlns:x="urn:x">n</x:note></metadata>
      <sodipodi:namedview xmlns:sodipodi="urn:s" pagecolor="#fff"/>
      <defs><linearGradient id="g"><stop offset="0" stop-color="#b3121d"/></linearGradient>
      <rect id="half" width="50" height="50" style="fill:url-not-used;stroke:none;fill:#1a2756"/>
      <clipPath id="image1"><rect width="100" height="50"/></clipPath></defs>
      <g clip-path="url(#image1)"><rect width="100" height="50" fill="url(#g)"/><use xlink:href="#half"/></g>`,
    );
    expect(await pixelAt(drawing, 150, 300)).toEqual([0x1a, 0x27, 0x56, 255]);
    expect(await pixelAt(drawing, 450, 300)).toEqual([0xb3, 0x12, 0x1d, 255]);
    expect((await pixelAt(drawing, 300, 20))[3]).toBe(0);
  });

  test('without a view box has the size that it says in pixels', async () => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="20px" height="20"><rect width="20" height="20" fill="#0c5a63"/></svg>`;
    expect(await pixelAt(new TextEncoder().encode(drawing), 590, 590)).toEqual([0x0c, 0x5a, 0x63, 255]);
  });

  test.each([
    ['a script', '<script>alert(1)</script>', 'part'],
    ['a script in another case', '<SCRIPT>alert(1)</SCRIPT>', 'part'],
    ['a script under a prefix', '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>', 'part'],
    ['an event handler', '<rect width="9" height="9" onload="alert(1)"/>', 'event handler'],
    ['an event handler in another case', '<rect OnClick="alert(1)"/>', 'event handler'],
    ['a page inside', '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', 'part'],
    [
      'an element of HTML',
      '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/>',
      'part',
    ],
    ['an image from elsewhere', '<image href="https://evil.example/x.png"/>', 'part'],
    ['an image inside', '<image xlink:href="data:image/png;base64,AAAA"/>', 'part'],
    ['a file of this machine', '<use xlink:href="file:///etc/passwd#x"/>', 'outside'],
    ['a drawing from elsewhere', '<use href="https://evil.example/x.svg#a"/>', 'outside'],
    ['a gradient from elsewhere', '<linearGradient href="//evil.example/x.svg#a"/>', 'outside'],
    ['a link', '<a href="https://evil.example"><rect/></a>', 'part'],
    ['a style sheet', '<style>@import url(https://evil.example/x.css)</style>', 'part'],
    ['a style that fetches', '<rect style="fill:url(https://evil.example/x)"/>', 'fetch'],
    ['a style that fetches by an escape', '<rect style="fill:u\\72l(https://evil.example/x)"/>', 'fetch'],
    ['a fill that fetches', '<rect fill="url(https://evil.example/x#a)"/>', 'fetch'],
    [
      'a fill that fetches after a local one',
      '<rect fill="url(#a) url(\'https://evil.example\')"/>',
      'fetch',
    ],
    ['an animation', '<set attributeName="href" to="javascript:alert(1)"/>', 'part'],
    ['a filter', '<filter id="f"><feImage href="https://evil.example"/></filter>', 'part'],
    ['an entity of its own', '<text>&xxe;</text>', 'well-formed'],
  ])('with %s is refused', async (_what, body, reason) => {
    expect(await refusalOf(svg(body))).toContain(reason);
  });

  test('with a document type is refused, so that no entity can multiply or read a file', async () => {
    const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
    const doctypes = [
      `<!DOCTYPE svg [<!ENTITY l0 "ha">${laughs.join('')}]>`,
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
    ];
    for (const doctype of doctypes) {
      const text = `${doctype}${new TextDecoder().decode(svg('<text>&l9;</text>'))}`;
      expect(await refusalOf(new TextEncoder().encode(text))).toContain('document type');
    }
  });

  test('whose parts repeat each other is refused; one whose parts repeat a little is drawn', async () => {
    const layers = (count: number) =>
      Array.from(
        { length: count },
        (_, at) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(10)}</g>`,
      ).join('');
    const start = '<rect id="g0" width="9" height="9"/>';
    expect(await refusalOf(svg(start + layers(2)))).toBe('accepted');
    expect(await refusalOf(svg(start + layers(9)))).toContain('repeats');
    expect(await refusalOf(svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'))).toContain(
      'repeats',
    );
    const patterns = Array.from(
      { length: 9 },
      (_, at) =>
        `<pattern id="g${at + 1}" width="1" height="1">${`<rect width="1" height="1" fill="url(#g${at})"/>`.repeat(10)}</pattern>`,
    );
    expect(await refusalOf(svg(patterns.join('')))).toContain('repeats');
  });

  test('that is too deep, too large, or says no size is refused', async () => {
    expect(await refusalOf(svg(`${'<g>'.repeat(60)}${'</g>'.repeat(60)}`))).toContain('too many parts');
    expect(await refusalOf(svg('<rect/>'.repeat(6_000)))).toContain('too many parts');
    expect(await refusalOf(svg(`<!--${'x'.repeat(300_000)}-->`))).toContain('256 kB');
    const sizeless = '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%"><rect/></svg>';
    expect(await refusalOf(new TextEncoder().encode(sizeless))).toContain('how large');
    const huge = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9e9 9e9"><rect/></svg>';
    expect(await refusalOf(new TextEncoder().encode(huge))).toContain('how large');
  });
});
