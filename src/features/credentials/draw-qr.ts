/** A QR code for paper. */
import { encode } from 'uqr';

export type QrCode = { readonly svg: string; readonly modules: number };

/**
 * Level M mends 15 per cent: what a fold, a stamp or a poor copier takes. The quiet zone of four modules is the white
 * of the page around it (ISO/IEC 18004, 5.3.8).
 */
export function drawQr(text: string, colour: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, border: 0 });
  const path = data.map((row, y) => drawRow(row, y)).join('');
  return {
    modules: size,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" shape-rendering="crispEdges"><path fill="${colour}" d="${path}"/></svg>`,
  };
}

/** Neighbours in one stroke: no hair between them, in whatever draws it. */
function drawRow(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    let end = x;
    while (row[end]) end += 1;
    path += `M${x} ${y}h${end - x}v1H${x}z`;
    x = end;
  }
  return path;
}
