/** DESIGN §2: an ink is readable on white, and two of them can be told apart. Pure. */
import {
  contrastOnWhite,
  inkDistance,
  isUsableInk,
  leastContrast,
  leastDistance,
} from '../../formats/waarmerk/index.ts';

export const LEAST_INKS = 2;
export const MOST_INKS = 4;

export type InkFault = { readonly at: number; readonly detail: string };

/** @param inks each written #rrggbb */
export function findInkFaults(inks: readonly string[]): InkFault[] {
  return inks.flatMap((ink, at) => {
    if (!isUsableInk(ink)) {
      const short = (leastContrast - contrastOnWhite(ink)).toFixed(2);
      return [{ at, detail: `${ink} misses 3:1 on white by ${short}.` }];
    }
    const near = inks.slice(0, at).find((other) => inkDistance(ink, other) < leastDistance);
    if (near === undefined) return [];
    const distance = inkDistance(ink, near).toFixed(1);
    return [{ at, detail: `${ink} is too close to ${near}: ΔE ${distance}, at least ${leastDistance}.` }];
  });
}
