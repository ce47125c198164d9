import type { WaarmerkSize } from './figures.ts';

/** Three drawings, as optical sizes of type. */
export function sizeForPixels(pixels: number): WaarmerkSize {
  if (pixels >= 160) return 'fijn';
  return pixels >= 72 ? 'middel' : 'grof';
}
