/** The waarmerk of a version: chosen by its content, drawn for the eye, kept as PNG. DESIGN §10. */
import sharp from 'sharp';
import {
  chooseFreeRoot,
  combineHashes,
  drawWaarmerk,
  nameCombination,
  saltHash,
} from '../../formats/waarmerk/index.ts';
import { sha256 } from '../../platform/crypto/index.ts';

export type Mark = {
  /** 32 bytes: some from the first version (what stays), the others from this one. */
  readonly hash: Uint8Array;
  /** How often the root was hashed on, so that no neighbour has the same mark. */
  readonly byte: number;
  /** Pair of inks, figure, ground and petals, as one word. */
  readonly key: string;
};

/** A design that has a mark keeps its figure, inks, ground and petals; a new one takes the first that is free. */
export function chooseMark(input: {
  readonly root: Uint8Array;
  readonly version: Uint8Array;
  readonly inks: readonly string[];
  readonly knownByte: number | null;
  readonly taken: ReadonlySet<string>;
}): Mark {
  const { root, byte } =
    input.knownByte === null
      ? chooseFreeRoot(sha256, {
          root: input.root,
          palette: input.inks,
          isTaken: (key) => input.taken.has(key),
        })
      : { root: saltHash(sha256, input.root, input.knownByte), byte: input.knownByte };
  const hash = combineHashes(root, input.version);
  return { hash, byte, key: nameCombination(hash, input.inks) };
}

const PNG_SIZE = 600;
/** A drawing takes a tenth of a second and a list of designs shows many; what it depends on never changes. */
const REMEMBERED = 100;
const drawn = new Map<string, Promise<Uint8Array>>();

export function drawMarkPng(hash: Uint8Array, inks: readonly string[]): Promise<Uint8Array> {
  const name = [Buffer.from(hash).toString('hex'), ...inks].join(' ');
  const known = drawn.get(name);
  if (known) return known;
  const drawing = sharp(Buffer.from(drawMarkSvg(hash, inks)))
    .resize(PNG_SIZE, PNG_SIZE)
    .png({ compressionLevel: 9 })
    .toBuffer();
  drawn.set(name, drawing);
  const [oldest] = drawn.keys();
  if (drawn.size > REMEMBERED && oldest !== undefined) drawn.delete(oldest);
  return drawing;
}

export function drawMarkSvg(hash: Uint8Array, inks: readonly string[]): string {
  return drawWaarmerk({ hash, palette: [...inks], size: 'fijn', variant: 'round', idPrefix: 'w' });
}
