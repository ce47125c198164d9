import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCommand } from '../../../test/support/pdf-commands.ts';
import { composePdf, composePdfWith } from '../../../test/support/raw-pdf.ts';
import { createPdfReader } from './index.ts';

const readPdf = createPdfReader();
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

/** Whatever it is, there is an answer: within a second on an idle machine; a busy one must not fail a test. */
async function readInTime(bytes: Uint8Array) {
  const start = performance.now();
  const reading = await readPdf(bytes);
  expect(performance.now() - start).toBeLessThan(5_000);
  return reading;
}

async function attach(...files: readonly (readonly [string, string])[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  for (const [name, content] of files)
    await document.attach(Buffer.from(content), name, { mimeType: 'application/vc' });
  return await document.save();
}

describe('attached files', () => {
  it('are read with their names, whoever wrote the PDF', async () => {
    const reading = await readInTime(await attach(['credential.json', '{"a":"é"}'], ['notes.txt', 'x']));
    expect(reading).toMatchObject({
      read: true,
      attachments: [{ name: 'credential.json', mediaType: 'application/vc' }, { name: 'notes.txt' }],
    });
    if (reading.read) expect(reading.attachments.map(({ bytes }) => text(bytes))).toEqual(['{"a":"é"}', 'x']);
  });

  it('are told to be none where there are none', async () => {
    expect(await readInTime(await attach())).toEqual({ read: true, attachments: [] });
  });
});

describe('a PDF that means harm, or is none', () => {
  it('may not bring ten thousand files', async () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `(${at}) 5 0 R`).join(' ');
    const one = composePdfWith(names, '/Type/Filespec/F(x)/EF<</F 6 0 R>>', Buffer.from('x'));
    expect(await readInTime(one)).toMatchObject({ read: true });
    const files = Array.from({ length: 10_000 }, (_, at) => `(${at}) <</Type/Filespec/F(x)/EF<</F 6 0 R>>>>`);
    const many = composePdfWith(files.join(' '), '/Type/Filespec', Buffer.from('x'));
    expect(await readInTime(many)).toEqual({ read: false, because: 'too-many-attachments' });
  });

  it('may not unpack to more than a credential can be', async () => {
    const bomb = deflateSync(Buffer.alloc(400 * 1024 * 1024), { level: 9 });
    const pdf = composePdfWith(
      '(x) 5 0 R',
      '/Type/Filespec/F(x)/EF<</F 6 0 R>>',
      bomb,
      '/Filter/FlateDecode',
    );
    expect(await readInTime(pdf)).toEqual({ read: false, because: 'attachment-too-large' });
  });

  it('may not hide a bomb in a stream of objects', async () => {
    const bomb = deflateSync(Buffer.alloc(400 * 1024 * 1024, ' '), { level: 9 });
    const pdf = composePdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[]/Count 0>>',
      { dict: '/Type/ObjStm/N 1/First 8/Filter/FlateDecode', bytes: bomb },
    ]);
    expect(await readInTime(pdf)).toMatchObject({ read: false });
  });

  it('may not lead in circles', async () => {
    const pdf = composePdf([
      '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>',
      '<</Type/Pages/Kids[]/Count 0>>',
      '<</Kids[3 0 R 4 0 R]>>',
      '<</Kids[3 0 R 4 0 R]>>',
    ]);
    expect(await readInTime(pdf)).toEqual({ read: true, attachments: [] });
  });

  it.each([
    ['nests without end', `%PDF-1.7\n1 0 obj\n${'['.repeat(1_500_000)}`],
    ['nests dictionaries without end', `%PDF-1.7\n1 0 obj\n${'<</A'.repeat(400_000)}`],
    ['is only its first line', '%PDF-1.7\n'],
    ['has no catalog', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Root 9 0 R>>\n%%EOF'],
    ['is a comment without end', `%PDF-1.7\n%${'x'.repeat(1_900_000)}`],
    ['is a million numbers', `%PDF-1.7\n1 0 obj\n[${'1 '.repeat(900_000)}]\nendobj\n`],
  ])('%s', async (_, file) => {
    const reading = await readInTime(Buffer.from(file));
    if (reading.read) expect(reading.attachments).toEqual([]);
    // And the one that follows is served.
    expect(await readPdf(await attach(['a', 'b']))).toMatchObject({ read: true });
  });

  it.skipIf(!hasCommand('qpdf'))('is told to be locked (qpdf)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waarmerk-locked-'));
    const [open, locked] = [join(folder, 'open.pdf'), join(folder, 'locked.pdf')];
    writeFileSync(open, await attach(['credential.json', '{}']));
    execFileSync('qpdf', ['--encrypt', 'user', 'owner', '256', '--', open, locked]);
    const bytes = readFileSync(locked);
    rmSync(folder, { recursive: true });
    expect(await readInTime(bytes)).toEqual({ read: false, because: 'encrypted' });
  });

  it('is an answer whatever was changed in it', async () => {
    const whole = await attach(['credential.json', '{"a":1}']);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(400), fc.boolean(), async (at, length, cut) => {
        const broken = Buffer.from(whole);
        if (!cut) randomBytes(Math.min(length, whole.length - at)).copy(broken, at);
        const reading = await readPdf(cut ? broken.subarray(0, at) : broken);
        expect(typeof reading.read).toBe('boolean');
      }),
      { numRuns: 60 },
    );
  });
});
