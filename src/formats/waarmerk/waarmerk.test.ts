import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OFFICIAL_DESIGN } from '../../../test/support/official.ts';
import {
  chooseFreeRoot,
  combineHashes,
  contrastOnWhite,
  drawBand,
  drawWaarmerk,
  inkDistance,
  isUsableInk,
  nameCombination,
  readParameters,
  saltHash,
  sizeForPixels,
  type WaarmerkDrawing,
} from './index.ts';
import { labDistance } from './inks.ts';

const palette = ['#b3121d', '#1a2756', '#0c5a63', '#b97400'];
const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const hashOf = (text: string) => sha256(new TextEncoder().encode(text));

type Fixture = readonly [
  text: string,
  a: string,
  b: string,
  ground: number,
  figure: string,
  petals: number,
  teeth: number,
  profile: number,
  strands: number,
  copies: number,
  points: number,
  collar: number,
  depth: number,
  harmonic: number,
  phase: number,
  twist: number,
  order: number,
  step: number,
];

/** The table "Fixtures" of the design: what each text must lead to. */
const fixtures: readonly [Fixture, ...Fixture[]] = [
  [
    'Summer School Land Acquisition, Resettlement and Social Sustainability@638',
    '#b3121d',
    '#1a2756',
    1,
    'bloem',
    10,
    60,
    0,
    3,
    17,
    5,
    16,
    0.124,
    0.0268,
    4.238,
    0.696,
    2,
    3,
  ],
  [
    'Leergang Digitaal Leiderschap@1585',
    '#0c5a63',
    '#b97400',
    0,
    'zon',
    12,
    58,
    2,
    3,
    17,
    7,
    12,
    0.23,
    0.0268,
    1.528,
    0.95,
    2,
    2,
  ],
  [
    'Leergang AI voor beleidsmakers@1411',
    '#1a2756',
    '#b3121d',
    1,
    'cirkels',
    8,
    46,
    2,
    4,
    17,
    10,
    32,
    0.244,
    0.0069,
    1.651,
    0.915,
    2,
    2,
  ],
  [
    'Student Teaching Qualification (StuKO)@654',
    '#1a2756',
    '#b97400',
    0,
    'ster',
    13,
    46,
    1,
    4,
    17,
    7,
    18,
    0.252,
    0.006,
    6.209,
    0.505,
    3,
    2,
  ],
  [
    'Arts in Health Summer School@366',
    '#b97400',
    '#b3121d',
    2,
    'kompas',
    6,
    52,
    2,
    3,
    17,
    7,
    22,
    0.133,
    0.0234,
    3.918,
    0.783,
    3,
    2,
  ],
  [
    'Two is One – Nondualism in Metaphysics, Aesthetics, and Society@201',
    '#0c5a63',
    '#1a2756',
    3,
    'knoop',
    10,
    30,
    0,
    3,
    16,
    8,
    22,
    0.12,
    0.0169,
    2.094,
    0.861,
    2,
    2,
  ],
];

const cases = fixtures.map((fixture, index) => ({ number: index + 1, text: fixture[0], fixture }));

const first = hashOf(fixtures[0][0]);

function draw(changes: Partial<WaarmerkDrawing> = {}): string {
  return drawWaarmerk({ hash: first, palette, size: 'fijn', variant: 'round', idPrefix: 'w1', ...changes });
}

describe('the parameters of a mark', () => {
  test.each(cases)('follow from the content: $text', ({ text, fixture }) => {
    const [
      ,
      a,
      b,
      ground,
      figure,
      petals,
      teeth,
      profile,
      strands,
      copies,
      points,
      collar,
      depth,
      harmonic,
      phase,
      twist,
      order,
      step,
    ] = fixture;
    const found = readParameters(hashOf(text), palette);
    expect(found).toMatchObject({
      a,
      b,
      ground,
      figure,
      petals,
      teeth,
      profile,
      strands,
      copies,
      points,
      collar,
      order,
      step,
    });
    expect(found.depth).toBeCloseTo(depth, 3);
    expect(found.harmonic).toBeCloseTo(harmonic, 4);
    expect(found.phase).toBeCloseTo(phase, 2);
    expect(found.twist).toBeCloseTo(twist, 3);
  });

  test('a new version keeps inks, figure, ground and petals, and gets its own engraving', () => {
    const next = combineHashes(first, hashOf('version 2'));
    expect(nameCombination(next, palette)).toBe(nameCombination(first, palette));
    expect(draw({ hash: next })).not.toBe(draw());
  });

  test('one changed word leads to another mark', () => {
    expect(draw({ hash: hashOf('Summer School Land Acquisition@638') })).not.toBe(draw());
  });

  test('a palette of one ink, and a hash that is too short, are refused', () => {
    expect(() => readParameters(first, ['#b3121d'])).toThrow(RangeError);
    expect(() => readParameters(first.slice(0, 31), palette)).toThrow(RangeError);
  });
});

describe('neighbours within an institution', () => {
  test('a free combination keeps its root', () => {
    expect(chooseFreeRoot(sha256, { root: first, palette, isTaken: () => false })).toEqual({
      root: first,
      byte: 0,
    });
  });

  test('a taken combination moves on to root ‖ byte, and the byte draws it again', () => {
    const taken = new Set([nameCombination(first, palette)]);
    const found = chooseFreeRoot(sha256, { root: first, palette, isTaken: (name) => taken.has(name) });
    expect(found.byte).toBeGreaterThan(0);
    expect(taken.has(nameCombination(found.root, palette))).toBe(false);
    expect(found.root).toEqual(sha256(new Uint8Array([...first, found.byte])));
    expect(saltHash(sha256, first, found.byte)).toEqual(found.root);
  });
});

describe('the inks of an institution', () => {
  test('the four of the demonstration may be used, together too', () => {
    expect(palette.every(isUsableInk)).toBe(true);
    const distances = palette.flatMap((a, i) => palette.slice(i + 1).map((b) => inkDistance(a, b)));
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(15);
    expect(palette.map((ink) => contrastOnWhite(ink).toFixed(2))).toEqual(['6.95', '14.30', '7.90', '3.78']);
  });

  test('an ink too light for white paper, and what is no colour, are refused', () => {
    expect(isUsableInk('#ffd700')).toBe(false);
    expect(isUsableInk('red')).toBe(false);
    expect(isUsableInk('#b3121d"/><script>')).toBe(false);
  });

  test('two reds that people take for one are too close', () => {
    expect(inkDistance('#b3121d', '#b51a22')).toBeLessThan(15);
    expect(inkDistance('#b3121d', '#b3121d')).toBe(0);
  });

  // Pairs 1, 4, 14 and 17 of the supplementary data to Sharma, Wu and Dalal (2005).
  test.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
    [[50, 2.5, 0], [50, 3.2972, 0], 1.0],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)('distance is ΔE2000: %j against %j', (one, other, expected) => {
    expect(labDistance(one, other)).toBeCloseTo(expected, 4);
  });
});

describe('the drawing', () => {
  test('is the same every time', () => {
    expect(draw()).toBe(draw());
  });

  test('has three optical sizes, from few lines to many', () => {
    expect([24, 71, 72, 159, 160, 416].map(sizeForPixels)).toEqual([
      'grof',
      'grof',
      'middel',
      'middel',
      'fijn',
      'fijn',
    ]);
    const lengths = (['grof', 'middel', 'fijn'] as const).map((size) => draw({ size }).length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  });

  test('says what the design says of it, escaped, or nothing at all', () => {
    expect(draw({ label: 'Badge: “A & B” <i>' })).toContain('aria-label="Badge: “A &amp; B” &lt;i&gt;"');
    expect(draw()).toContain('aria-hidden="true"');
  });

  test('every reference points to a path with the prefix of this drawing', () => {
    const svg = draw({ variant: 'square', idPrefix: 'x9' });
    const ids = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const references = [...svg.matchAll(/(?:href="#|url\(#)([^")]+)/g)].map(([, id]) => id);
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((id) => !ids.has(id))).toEqual([]);
    expect([...ids].every((id) => id?.startsWith('x9'))).toBe(true);
  });

  test.each(cases)('mono is black on paper and nothing else: $text', ({ text }) => {
    for (const size of ['fijn', 'middel', 'grof'] as const) {
      const svg = draw({ hash: hashOf(text), size, variant: 'mono' });
      expect(coloursIn(svg).filter((colour) => colour !== '#000000' && colour !== '#ffffff')).toEqual([]);
    }
  });

  test('blind has one light ink and nothing solid, so that it cannot pass for a valid mark', () => {
    const svg = draw({ variant: 'blind' });
    expect(coloursIn(svg).sort()).toEqual(['#9aa0b0', '#ffffff']);
    expect(svg.match(/<path d="[^"]+" fill="#9aa0b0"/g)?.length ?? 0).toBeLessThanOrEqual(5);
    expect(coloursIn(draw())).toContain('#b3121d');
  });

  test('has no number that is not a number, whatever the bytes', () => {
    for (let i = 0; i < 300; i += 1) {
      const hash = hashOf(`content ${i}`);
      for (const size of ['fijn', 'middel', 'grof'] as const) {
        const svg = draw({ hash, size, palette: palette.slice(0, 2 + (i % 3)) });
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });

  test('the band is as wide as asked, and stays within its height', () => {
    const svg = drawBand({ hash: first, palette, width: 660 });
    expect(svg).toContain('viewBox="0 -8 660 16"');
    expect(svg).toContain('stroke="#b3121d"');
    const coordinates = [...svg.matchAll(/ d="([^"]+)"/g)].map(
      ([, d = '']) => d.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? [],
    );
    expect(coordinates).toHaveLength(6);
    // Of each piece the last point lies on the curve; the handles before it may stand outside.
    const heights = coordinates.flatMap((numbers) => numbers.filter((_, i) => i % 6 === 1).map(Number));
    expect(Math.max(...heights.map(Math.abs))).toBeLessThanOrEqual(8);
    expect(Math.max(...heights.map(Math.abs))).toBeGreaterThan(6);
  });
});

function coloursIn(svg: string): string[] {
  return [...new Set(svg.match(/#[0-9a-f]{6}/g))];
}

const folder = OFFICIAL_DESIGN;
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => /^waarmerk-\d.*\.svg$/.test(name))
  : [];

describe.skipIf(files.length === 0)('the six drawings of the design', () => {
  test.each(cases)('number $number is drawn number for number', ({ number, text }) => {
    const file = files.find((name) => name.startsWith(`waarmerk-${number}-`)) ?? '';
    const expected = readFileSync(join(folder, file), 'utf8');
    const found = drawWaarmerk({
      hash: hashOf(text),
      palette,
      size: 'fijn',
      variant: 'round',
      idPrefix: `w${number}`,
    });
    expect(differences(found, expected)).toEqual([]);
  });

  test('a drawing with one other tooth is caught', () => {
    const expected = readFileSync(join(folder, files[0] ?? ''), 'utf8');
    const other = Uint8Array.from(first);
    other[3] = (other[3] ?? 0) + 1;
    expect(differences(draw({ hash: other }), expected)).not.toEqual([]);
  });
});

type Piece = { readonly name: string; readonly attributes: ReadonlyMap<string, string> };

/** Element by element, attribute by attribute; numbers may differ by 0.1, because sines do. */
function differences(found: string, expected: string): string[] {
  const [ours, theirs] = [piecesOf(found), piecesOf(expected)];
  if (ours.length !== theirs.length) return [`${ours.length} elements against ${theirs.length}`];
  return ours.flatMap((piece, index) => {
    const other = theirs[index];
    if (!other || piece.name !== other.name) return [`${index}: ${piece.name} against ${other?.name}`];
    const names = new Set([...piece.attributes.keys(), ...other.attributes.keys()]);
    return [...names].flatMap((name) => {
      const [one, two] = [piece.attributes.get(name) ?? '', other.attributes.get(name) ?? ''];
      return isSame(one, two)
        ? []
        : [`${index} ${piece.name} ${name}: ${one.slice(0, 60)} against ${two.slice(0, 60)}`];
    });
  });
}

/** The frame of a file is its own: naming, size in pixels, class names. */
const ignored = new Set(['class', 'role', 'aria-label', 'aria-hidden', 'width', 'height']);

function piecesOf(svg: string): Piece[] {
  return [...svg.matchAll(/<([a-z]+)((?: [\w:-]+="[^"]*")*)\s*\/?>/gi)].map(
    ([, name = '', attributes = '']) => ({
      name,
      attributes: new Map(
        [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)]
          .map(([, key = '', value = '']) => [key, value] as const)
          .filter(([key]) => !ignored.has(key)),
      ),
    }),
  );
}

function isSame(one: string, two: string): boolean {
  if (one.startsWith('#') || two.startsWith('#')) return one === two;
  const numbers = /-?(?:\d+\.?\d*|\.\d+)/g;
  const [ours, theirs] = [one.match(numbers) ?? [], two.match(numbers) ?? []];
  if (ours.length !== theirs.length) return false;
  if (one.replace(numbers, '').replace(/\s/g, '') !== two.replace(numbers, '').replace(/\s/g, ''))
    return false;
  return ours.every((number, index) => Math.abs(Number(number) - Number(theirs[index])) <= 0.1 + 1e-9);
}
