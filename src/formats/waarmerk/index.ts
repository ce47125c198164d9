export type { WaarmerkSize } from './figures.ts';
export { contrastOnWhite, inkDistance, isUsableInk, leastContrast, leastDistance } from './inks.ts';
export {
  chooseFreeRoot,
  combineHashes,
  type FreeRoot,
  nameCombination,
  readParameters,
  saltHash,
  type WaarmerkParameters,
} from './parameters.ts';
export { sizeForPixels } from './sizes.ts';
export {
  type BandDrawing,
  drawBand,
  drawWaarmerk,
  type WaarmerkDrawing,
  type WaarmerkVariant,
} from './variants.ts';
