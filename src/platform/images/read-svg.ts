import sharp from 'sharp';
import type { BadgeImage } from './badge-image.ts';
import { reduceSvg, SvgRefusal } from './reduce-svg.ts';
import { renderSquare, SIDE } from './render-square.ts';

const LARGEST_BYTES = 256 * 1024;

/** The drawing is reduced to shapes, drawn, and kept as pixels: nothing of what was sent reaches a browser. */
export async function readSvg(bytes: Uint8Array): Promise<BadgeImage> {
  if (bytes.length > LARGEST_BYTES)
    return { refused: 'An SVG is at most 256 kB. Simplify it, or send a PNG.' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const svg = new TextEncoder().encode(reduceSvg(text, SIDE));
    const image = sharp(svg, { density: 72, limitInputPixels: 4 * SIDE * SIDE });
    return { png: await renderSquare(image) };
  } catch (error) {
    if (error instanceof SvgRefusal) return { refused: error.message };
    if (error instanceof TypeError) return { refused: 'This is neither a PNG nor an SVG.' };
    return { refused: 'The SVG cannot be drawn. Send a PNG instead.' };
  }
}
