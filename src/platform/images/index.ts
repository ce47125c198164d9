/** The door of images: what a stranger uploads becomes a PNG that we wrote ourselves, or is refused in words. */
import sharp from 'sharp';
import type { BadgeImage } from './badge-image.ts';
import { readPng } from './read-png.ts';
import { readSvg } from './read-svg.ts';

export type { BadgeImage } from './badge-image.ts';

/** PNG by its first bytes, else SVG; what the sender calls it is not asked. */
export function readBadgeImage(bytes: Uint8Array): Promise<BadgeImage> {
  return startsAsPng(bytes) ? readPng(bytes) : readSvg(bytes);
}

/** PNG, third edition, 5.2. */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function startsAsPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/** A smaller copy of a PNG of ours, for a letter: twice as many pixels as are shown, for screens that have them. */
export function shrinkPng(png: Uint8Array, side: number): Promise<Uint8Array> {
  return sharp(png)
    .resize(side, side, { fit: 'inside' })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}
