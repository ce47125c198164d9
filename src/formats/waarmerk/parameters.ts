/** DESIGN 10: 32 bytes and a palette of inks determine the whole drawing. */
export const figures = ['ster', 'bloem', 'cirkels', 'zon', 'kompas', 'knoop'] as const;
export type Figure = (typeof figures)[number];

export type Ground = 0 | 1 | 2 | 3;

export type WaarmerkParameters = {
  readonly a: string;
  readonly b: string;
  readonly figure: Figure;
  /** Which of edge, field and heart is solid. */
  readonly ground: Ground;
  readonly teeth: number;
  readonly profile: 0 | 1 | 2;
  /** Pairs of strands in the edge. */
  readonly strands: number;
  readonly petals: number;
  readonly depth: number;
  readonly harmonic: number;
  readonly phase: number;
  readonly copies: number;
  readonly twist: number;
  readonly order: number;
  /** Points of the figure. */
  readonly points: number;
  readonly step: number;
  readonly collar: number;
};

export function readParameters(hash: Uint8Array, palette: readonly string[]): WaarmerkParameters {
  if (hash.length !== 32) throw new RangeError('A waarmerk is drawn from 32 bytes');
  const unit = (i: number) => byteAt(hash, i) / 255;
  const modulo = (i: number, n: number) => byteAt(hash, i) % n;
  const pairs = pairsOf(palette);
  const pair = pairs[modulo(0, pairs.length)];
  const figure = figures[modulo(1, figures.length)];
  if (!pair || !figure) throw new RangeError('A waarmerk needs two to four inks');
  return {
    a: pair.a,
    b: pair.b,
    figure,
    ground: modulo(2, 4) as Ground, // a remainder of four
    teeth: 28 + 2 * modulo(3, 17),
    profile: modulo(4, 3) as 0 | 1 | 2, // a remainder of three
    strands: 2 + modulo(5, 3),
    petals: 5 + modulo(6, 12),
    depth: 0.1 + 0.16 * unit(7),
    harmonic: 0.03 * unit(8),
    phase: 2 * Math.PI * unit(9),
    copies: 16 + modulo(10, 9),
    twist: 0.35 + 0.6 * unit(11),
    order: 2 + modulo(12, 2),
    points: 5 + modulo(13, 8),
    step: 2 + modulo(14, 2),
    collar: 12 + 2 * modulo(15, 13),
  };
}

/** Ordered pairs: each ink A in order, for each other ink B in order. */
function pairsOf(palette: readonly string[]): readonly { readonly a: string; readonly b: string }[] {
  return palette.flatMap((a, i) => palette.filter((_, j) => j !== i).map((b) => ({ a, b })));
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

/** A new version keeps figure, inks, ground and petals of the first, and gets its own engraving. */
export function combineHashes(root: Uint8Array, version: Uint8Array): Uint8Array {
  return version.map((byte, index) => ([0, 1, 2, 6].includes(index) ? byteAt(root, index) : byte));
}

/** What two designs of one institution may not share; people tell marks apart by it. */
export function nameCombination(hash: Uint8Array, palette: readonly string[]): string {
  const { a, b, figure, ground, petals } = readParameters(hash, palette);
  return [a, b, figure, ground, petals].join(' ');
}

export type FreeRoot = {
  readonly root: Uint8Array;
  /** Kept with the design; 0: the root as it was. */
  readonly byte: number;
};

type Choosing = {
  readonly root: Uint8Array;
  readonly palette: readonly string[];
  readonly isTaken: (combination: string) => boolean;
};

/**
 * The root, or `SHA-256(root ‖ byte)` for the first byte whose combination no other design has. An institution
 * with more designs than combinations gets the last one tried: a resemblance is better than no mark.
 */
export function chooseFreeRoot(
  sha256: (bytes: Uint8Array) => Uint8Array,
  { root, palette, isTaken }: Choosing,
): FreeRoot {
  if (!isTaken(nameCombination(root, palette))) return { root, byte: 0 };
  for (let byte = 1; byte < 255; byte += 1) {
    const candidate = saltHash(sha256, root, byte);
    if (!isTaken(nameCombination(candidate, palette))) return { root: candidate, byte };
  }
  return { root: saltHash(sha256, root, 255), byte: 255 };
}

/** Draws again what `chooseFreeRoot` chose. */
export function saltHash(
  sha256: (bytes: Uint8Array) => Uint8Array,
  root: Uint8Array,
  byte: number,
): Uint8Array {
  return byte === 0 ? root : sha256(new Uint8Array([...root, byte]));
}
