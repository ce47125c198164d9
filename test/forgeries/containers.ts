/** Forgeries by way of what a credential is carried in: pictures and pages. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { readChunks, writeChunks } from '../../src/formats/baking/png-chunks.ts';
import { tinyPng } from '../../src/formats/baking/tiny-png.ts';
import { bakePng, bakeSvg } from '../../src/formats/index.ts';
import type { Forgery, Setting } from './setting.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>';

export function forgeContainers({ honest, other }: Setting): Forgery[] {
  const text = honest['ob3-data-integrity'];
  const forged = text.replace('Sanne Visser', 'Mallory Vos');
  const png = bakePng(tinyPng, { keyword: 'openbadgecredential', text });
  const textChunk = (of: Uint8Array) => readChunks(of).filter(({ type }) => type === 'iTXt');
  const twice = (one: Uint8Array, more: Uint8Array) => {
    const chunks = readChunks(one);
    return writeChunks([...chunks.slice(0, -1), ...textChunk(more), ...chunks.slice(-1)]);
  };
  const attach = async (...files: readonly string[]) => {
    const document = await PDFDocument.create();
    document.addPage();
    for (const [index, file] of files.entries())
      await document.attach(Buffer.from(file), `credential-${index}.json`);
    return await document.save();
  };
  const svg = bakeSvg(SVG, { keyword: 'openbadgecredential', text });
  return [
    [
      'a picture with a credential that was changed',
      () => bakePng(tinyPng, { keyword: 'openbadgecredential', text: forged }),
    ],
    [
      'a picture with two credentials',
      () =>
        twice(png, bakePng(tinyPng, { keyword: 'openbadgecredential', text: other['ob3-data-integrity'] })),
    ],
    [
      'a picture with the credential twice, once changed',
      () => twice(bakePng(tinyPng, { keyword: 'openbadgecredential', text: forged }), png),
    ],
    [
      'a picture with a changed credential and an older one in order',
      () =>
        twice(
          bakePng(tinyPng, { keyword: 'openbadgecredential', text: forged }),
          bakePng(tinyPng, { keyword: 'openbadges', text: honest['ob2-signed'] }),
        ),
    ],
    [
      'a picture with a checksum that does not fit',
      () => png.map((byte, index) => (index === png.length - 14 ? byte ^ 1 : byte)),
    ],
    ['a picture without a badge', () => tinyPng],
    [
      'a drawing with a credential that was changed',
      () => bakeSvg(SVG, { keyword: 'openbadgecredential', text: forged }),
    ],
    [
      'a drawing with an entity of its own',
      () => `<!DOCTYPE svg [<!ENTITY name "Mallory Vos">]>${svg.replace('Sanne Visser', '&name;')}`,
    ],
    [
      'a drawing with an entity from outside',
      () => `<!DOCTYPE svg [<!ENTITY file SYSTEM "file:///etc/passwd">]>${svg}`,
    ],
    [
      'a drawing with two credentials',
      () =>
        svg.replace(
          '</svg>',
          bakeSvg(SVG, { keyword: 'openbadgecredential', text: forged })
            .replace(/^<svg[^>]*>/, '')
            .replace('openbadges:credential', 'openbadges:credential'),
        ),
    ],
    ['a page with a credential that was changed', () => attach(forged)],
    ['a page with two credentials', () => attach(text, other['ob3-data-integrity'])],
    ['a page with the credential and a changed one', () => attach(text, forged)],
    ['a page without a credential', () => attach('Dear committee')],
  ];
}
