import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { DesignContent } from '../../formats/index.ts';
import { composeShareCard, type ShareCardFacts } from './compose-share-card.ts';
import { drawOnce } from './send-share-card.ts';
import { drawShareCard, nameShareCard, type ShareCard } from './share-card.ts';

const hash = Buffer.from('441b0053234f1fcfe43e6dffa0521e75fd2a344fd41c6e2d48088a592cd7d421', 'hex');
const inks = ['#b3121d', '#1a2756', '#0c5a63', '#b97400'];

const content = {
  kind: 'microcredential',
  defaultLanguage: 'en',
  title: { en: 'Land Acquisition', nl: 'Grondverwerving' },
  level: { eqf: 7 },
  workload: { ects: 2.5, hours: 70 },
} as unknown as DesignContent; // what a card reads of a design

const onePixel = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#b3121d' } })
  .png()
  .toBuffer();

const facts: ShareCardFacts = {
  content,
  issuer: { en: 'University of Groningen (demo)', nl: 'Rijksuniversiteit Groningen (demo)' },
  language: 'nl',
  url: 'https://waarmerk.example/c/abc',
  mark: { hash, inks },
};

describe('a share card says', () => {
  test('in the language of the award what it is, who awards it and where to verify', () => {
    expect(composeShareCard(facts)).toMatchObject({
      kind: 'Microcredential',
      remark: 'Demonstratie',
      title: 'Grondverwerving',
      issuer: 'Rijksuniversiteit Groningen',
      facts: 'EQF 7 · 2,5 EC',
      invitation: 'Controleren op waarmerk.example',
    });
  });

  test('no name unless the holder shows one', () => {
    expect(composeShareCard(facts)).not.toHaveProperty('holder');
    expect(composeShareCard({ ...facts, holder: 'Jan de Vries' }).holder).toBe('Jan de Vries');
  });

  test('that something ended, and then the mark has no colour', () => {
    const ended = composeShareCard({ ...facts, ended: 'revoked' });
    expect(ended).toMatchObject({ remark: 'Ingetrokken', mark: { blind: true } });
    expect(composeShareCard({ ...facts, ended: 'retired' }).mark.blind).toBe(false);
    expect(composeShareCard(facts).mark.blind).toBe(false);
  });
});

describe('a share card is drawn', () => {
  const card: ShareCard = composeShareCard({ ...facts, holder: 'Þórunn Björk Sigurðardóttir' });

  test.each([
    ['ordinary words', card],
    ['no words at all', { ...card, title: '', facts: '', issuer: '' }],
    ['one word that fits on no line', { ...card, title: 'Grondverwerving'.repeat(14) }],
    ['two hundred letters', { ...card, title: 'Ab '.repeat(66), issuer: 'Universiteit '.repeat(20) }],
    ['Greek, Cyrillic, Arabic and Chinese', { ...card, title: 'Εκπαίδευση Образование تعليم 教育' }],
    ['signs of markup', { ...card, title: '<b>&amp;</span> "x"' }],
    ['a picture of the institution', { ...card, mark: { ...card.mark, png: onePixel } }],
  ] as const)('with %s', async (_, drawn) => {
    const { width, height, format } = await sharp(await drawShareCard(drawn)).metadata();
    expect([width, height, format]).toEqual([1200, 630, 'png']);
  });

  test('without red when the mark is blind, with red when it is not', async () => {
    const red = { ...card, mark: { ...card.mark, hash: Buffer.alloc(32) } };
    expect(await countColoured(await drawShareCard(red))).toBeGreaterThan(20_000);
    expect(
      await countColoured(await drawShareCard({ ...red, mark: { ...red.mark, blind: true } })),
    ).toBeLessThan(200);
  });

  test('under a name that changes with every word of it', () => {
    const changes: readonly Partial<ShareCard>[] = [
      { title: 'x' },
      { holder: 'x' },
      { issuer: 'x' },
      { facts: 'x' },
      { remark: 'x' },
      { mark: { ...card.mark, blind: true } },
      { mark: { ...card.mark, inks: ['#000000'] } },
    ];
    const names = [card, ...changes.map((change) => ({ ...card, ...change }))].map(nameShareCard);
    expect(new Set(names).size).toBe(names.length);
    expect(nameShareCard({ ...card })).toBe(nameShareCard(card));
  });

  test('once for all who ask for it in the same while, and anew for what says something else', async () => {
    const first = drawOnce(card);
    expect(await drawOnce({ ...card })).toBe(await first);
    expect(await drawOnce({ ...card, title: 'Something else' })).not.toBe(await first);
  });

  test('anew after a drawing that failed', async () => {
    const broken: ShareCard = { ...card, mark: { ...card.mark, inks: [] } };
    const failed = drawOnce(broken);
    await expect(failed).rejects.toThrow();
    const again = drawOnce(broken);
    expect(again).not.toBe(failed);
    await expect(again).rejects.toThrow();
  });
});

/** Pixels left of the words that are clearly no grey. */
async function countColoured(png: Buffer): Promise<number> {
  const pixels = await sharp(png)
    .extract({ left: 0, top: 0, width: 500, height: 630 })
    .removeAlpha()
    .raw()
    .toBuffer();
  let count = 0;
  for (let at = 0; at < pixels.length; at += 3) {
    const [r = 0, g = 0, b = 0] = pixels.subarray(at, at + 3);
    if (Math.max(r, g, b) - Math.min(r, g, b) > 60) count += 1;
  }
  return count;
}
