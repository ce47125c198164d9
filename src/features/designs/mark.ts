/** The waarmerk of a version: chosen by its content, drawn for the eye, kept as PNG. DESIGN §10. */
import sharp from 'sharp';
import { drawWaarmerk, nameCombination, saltHash } from '../../formats/waarmerk/index.ts';

export type Mark = {
  /** 32 bytes: some from the first version (what stays), the others from this one. */
  readonly hash: Uint8Array;
  /** How often the root was hashed on, so that no neighbour has the same mark. */
  readonly byte: number;
  /** Pair of inks, figure, ground and petals, as one word. */
  readonly key: string;
};

/** These bytes come from the first published version: a new version keeps pair, figure, ground and petals. */
const FROM_ROOT = [0, 1, 2, 6] as const;
const LAST_BYTE = 255;

/** Which mark a version gets. A design that has one keeps it; a new one takes the first that is free. */
export function chooseMark(input: {
  readonly root: Uint8Array;
  readonly version: Uint8Array;
  readonly inks: readonly string[];
  readonly knownByte: number | null;
  readonly taken: ReadonlySet<string>;
}): Mark {
  const candidates =
    input.knownByte === null ? Array.from({ length: LAST_BYTE + 1 }, (_, byte) => byte) : [input.knownByte];
  for (const byte of candidates) {
    const root = byte === 0 ? input.root : saltHash(input.root, byte);
    const hash = Uint8Array.from(input.version);
    for (const at of FROM_ROOT) hash[at] = root[at] ?? 0;
    const key = nameCombination(hash, input.inks);
    if (input.knownByte !== null || !input.taken.has(key)) return { hash, byte, key };
  }
  throw new Error('every combination of this palette is taken');
}

const PNG_SIZE = 600;

export async function drawMarkPng(hash: Uint8Array, inks: readonly string[]): Promise<Uint8Array> {
  const svg = drawWaarmerk({ hash, palette: [...inks], size: 'fijn', variant: 'round', idPrefix: 'w' });
  return await sharp(Buffer.from(svg), { density: 72 })
    .resize(PNG_SIZE, PNG_SIZE)
    .png({ compressionLevel: 9 })
    .toBuffer();
}
