import sharp from 'sharp';
import type { BadgeImage } from './badge-image.ts';
import { renderSquare } from './render-square.ts';

const LARGEST_BYTES = 2 * 1024 * 1024;
const LONGEST_SIDE = 4096;

/** Only pixels pass: the file is decoded within limits and written anew, without what stood beside or behind it. */
export async function readPng(bytes: Uint8Array): Promise<BadgeImage> {
  if (bytes.length > LARGEST_BYTES)
    return { refused: 'The image is larger than 2 MB. Make it smaller first.' };
  const size = readSize(bytes);
  if (!size) return { refused: 'The PNG is damaged: its beginning cannot be read.' };
  if (Math.max(size.width, size.height) > LONGEST_SIDE)
    return { refused: `The image is larger than ${LONGEST_SIDE} by ${LONGEST_SIDE} pixels.` };
  if (isAnimated(bytes)) return { refused: 'The image moves. A badge is a still image.' };
  try {
    const image = sharp(bytes, { limitInputPixels: LONGEST_SIDE * LONGEST_SIDE, failOn: 'warning' });
    if ((await image.metadata()).format !== 'png') return { refused: 'This is not a PNG.' };
    return { png: await renderSquare(image) };
  } catch {
    return { refused: 'The PNG is damaged: its pixels cannot be read.' };
  }
}

/** From IHDR, which comes first (PNG, 5.6): no decoder is started for an image that is too large. */
function readSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes.length < 33) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (nameOfChunk(view, 8) !== 'IHDR' || view.getUint32(8) !== 13) return undefined;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

/** `acTL` stands before the first pixels when a PNG is animated (PNG, third edition, 11.3.6.1). */
function isAnimated(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; at += view.getUint32(at) + 12) {
    const name = nameOfChunk(view, at);
    if (name === 'acTL') return true;
    if (name === 'IDAT' || name === 'IEND') return false;
  }
  return false;
}

function nameOfChunk(view: DataView, at: number): string {
  return String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(at + offset)));
}
