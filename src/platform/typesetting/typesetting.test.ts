import { expect, test } from 'vitest';
import { hasCommand, readPdfText, runOn } from '../../../test/support/pdf-commands.ts';
import { createTypesetter } from './index.ts';

const typeset = createTypesetter();
const START = `#let d = json("data.json")
#set document(title: d.title, date: datetime(year: 2026, month: 11, day: 21))
`;

test.skipIf(!hasCommand('pdftotext'))(
  'what people write stays text, whatever it means to the typesetter (pdftotext)',
  async () => {
    const title =
      '#read("/etc/passwd") *bold* _it_ $x^2$ @ref <label> `raw` \\ // /* [] {} #panic() ~ -- "q"';
    const pdf = await typeset({ template: `${START}#d.title`, data: { title } });
    const text = readPdfText(pdf).replace(/\s+/g, ' ').trim();
    expect(text).toBe(title);
    expect(text).not.toContain('root:');
  },
);

test('the same words inside of the template would be obeyed', async () => {
  const template = `${START}#panic("obeyed")`;
  await expect(typeset({ template, data: { title: 'x' } })).rejects.toMatchObject({
    reason: 'failed',
    message: expect.stringContaining('obeyed'),
  });
});

test('a template reads what was handed in, and no file of the machine', async () => {
  const template = `${START}#read("/etc/passwd")`;
  await expect(typeset({ template, data: { title: 'x' } })).rejects.toMatchObject({ reason: 'failed' });
  const beside = `${START}#read("beside.txt")`;
  const files = { 'beside.txt': Buffer.from('handed in') };
  expect((await typeset({ template: beside, data: { title: 'x' }, files })).length).toBeGreaterThan(1_000);
  // Nor what was handed in for someone else before.
  await expect(typeset({ template: beside, data: { title: 'x' } })).rejects.toMatchObject({
    reason: 'failed',
  });
});

test.skipIf(!hasCommand('pdftotext'))(
  'a name in a script that the archive standard cannot promise is printed all the same (pdftotext)',
  async () => {
    const title = 'Zoë \u{F0000}\u{E000} ⵣ';
    const pdf = await typeset({ template: `${START}#d.title`, data: { title } });
    expect(readPdfText(pdf)).toContain('Zoë');
  },
);

test('what takes too long is ended, and the next one is served', async () => {
  const impatient = createTypesetter({ limitMs: 300 });
  const endless = `${START}#let n = 0\n#for i in range(4000) { for j in range(2000) { n += 1 } }\n#n`;
  await expect(impatient({ template: endless, data: { title: 'x' } })).rejects.toMatchObject({
    reason: 'too-long',
  });
  expect((await impatient({ template: `${START}fine`, data: { title: 'x' } })).length).toBeGreaterThan(500);
});

test.skipIf(!hasCommand('pdfinfo'))('its pages are tagged and titled (pdfinfo)', async () => {
  const pdf = await typeset({ template: `${START}Hello`, data: { title: 'A “title”' } });
  const info = runOn('pdfinfo', pdf);
  expect(info).toMatch(/^Tagged:\s+yes$/m);
  expect(info).toMatch(/^Title:\s+A “title”$/m);
});
