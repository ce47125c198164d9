import { describe, expect, test } from 'vitest';
import { setLine, setParagraph } from './index.ts';

const sans = { font: 'sans', size: 24, colour: '#131a2e' } as const;
const title = { font: 'serif', size: 58, colour: '#131a2e', width: 606, lines: 4, pitch: 62 } as const;

describe('a line', () => {
  test('is as high without accents and descenders as with them, so that lines stand on one baseline', async () => {
    const heights = await Promise.all(['aaa', 'Ágý', '—', ''].map((text) => setLine(text, sans)));
    expect(
      Math.max(...heights.map(({ height }) => height)) - Math.min(...heights.map(({ height }) => height)),
    ).toBeLessThanOrEqual(1);
  });

  test('never breaks', async () => {
    const [short, long] = await Promise.all([setLine('word', sans), setLine('word '.repeat(80), sans)]);
    expect(long.height).toBe(short.height);
    expect(long.width).toBeGreaterThan(2000);
  });
});

describe('a paragraph', () => {
  test('stays within its width and its lines, whatever is written', async () => {
    for (const text of [
      '',
      '\u200b',
      'Land',
      'Land Acquisition '.repeat(20),
      'Verzekeringsmaatschappijen'.repeat(12),
    ]) {
      const { width, height } = await setParagraph(text, title);
      expect(width).toBeLessThanOrEqual(606);
      expect(height).toBeLessThanOrEqual(3 * 62 + 79);
    }
  });

  test('takes as many lines as it needs', async () => {
    const [one, two] = await Promise.all([
      setParagraph('Land', title),
      setParagraph('Land Acquisition and Resettlement', title),
    ]);
    expect(two.height - one.height).toBeGreaterThan(50);
  });

  test('shows markup instead of obeying it', async () => {
    const [plain, marked] = await Promise.all([
      setLine('bold', sans),
      setLine('<span size="90pt">bold</span>', sans),
    ]);
    expect(marked.height).toBe(plain.height);
    expect(marked.width).toBeGreaterThan(plain.width * 3);
  });
});
