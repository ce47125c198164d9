import type { Sharp } from 'sharp';

/** What a baked badge, a letter and a page all show. */
export const SIDE = 600;

/** Whole, never cropped, on nothing; sharp writes no metadata unless asked. */
export async function renderSquare(image: Sharp): Promise<Uint8Array> {
  const { data } = await image
    .timeout({ seconds: 10 })
    .resize(SIDE, SIDE, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .toColourspace('srgb')
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  return new Uint8Array(data);
}
