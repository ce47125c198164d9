/** Colours of the mark, and what makes an ink usable (DESIGN 2, "Inks of an institution"). */

export const paper = '#ffffff';

type Rgb = readonly [number, number, number];

export function isHex(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

function parseHex(hex: string): Rgb {
  if (!isHex(hex)) throw new RangeError(`Not a colour: ${hex}`);
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb; // three indices, three numbers
}

/** Paper with a share of an ink, mixed in sRGB. */
export function tint(ink: string, share: number): string {
  const channels = parseHex(ink).map((channel) => Math.round(255 * (1 - share) + channel * share));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG 2.x contrast with white. */
export function contrastOnWhite(hex: string): number {
  const [r, g, b] = parseHex(hex).map(toLinear) as unknown as Rgb; // as above
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

export const leastContrast = 3;

export function isUsableInk(hex: string): boolean {
  return isHex(hex) && contrastOnWhite(hex) >= leastContrast;
}

function toLinear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Two inks of one institution may not be closer than this. */
export const leastDistance = 15;

/** ΔE2000 (CIE 142-2001, with Sharma, Wu and Dalal 2005). */
export function inkDistance(first: string, second: string): number {
  return labDistance(toLab(parseHex(first)), toLab(parseHex(second)));
}

function toLab(rgb: Rgb): Rgb {
  const [r, g, b] = rgb.map(toLinear) as unknown as Rgb; // as above
  const x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047;
  const y = 0.2126729 * r + 0.7151522 * g + 0.072175 * b;
  const z = (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883;
  const [fx, fy, fz] = [x, y, z].map((t) =>
    t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116,
  ) as unknown as Rgb; // as above
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const degrees = Math.PI / 180;

export function labDistance([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)));
  const [ap1, ap2] = [(1 + g) * a1, (1 + g) * a2];
  const [c1, c2] = [Math.hypot(ap1, b1), Math.hypot(ap2, b2)];
  const [h1, h2] = [hueOf(ap1, b1), hueOf(ap2, b2)];
  const isGrey = c1 * c2 === 0;
  const turn = isGrey ? 0 : shortestTurn(h2 - h1);
  const deltaH = 2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * degrees);
  const meanH = isGrey ? h1 + h2 : meanHue(h1, h2);
  const [meanL, meanCp] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const t =
    1 -
    0.17 * Math.cos((meanH - 30) * degrees) +
    0.24 * Math.cos(2 * meanH * degrees) +
    0.32 * Math.cos((3 * meanH + 6) * degrees) -
    0.2 * Math.cos((4 * meanH - 63) * degrees);
  const sl = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * meanCp, 1 + 0.015 * meanCp * t];
  const rotation = 30 * Math.exp(-(((meanH - 275) / 25) ** 2));
  const rt = -2 * Math.sqrt(meanCp ** 7 / (meanCp ** 7 + 25 ** 7)) * Math.sin(2 * rotation * degrees);
  const [dl, dc, dh] = [(l2 - l1) / sl, (c2 - c1) / sc, deltaH / sh];
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rt * dc * dh);
}

function hueOf(a: number, b: number): number {
  return a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / degrees + 360) % 360;
}

function shortestTurn(turn: number): number {
  if (turn > 180) return turn - 360;
  return turn < -180 ? turn + 360 : turn;
}

function meanHue(h1: number, h2: number): number {
  if (Math.abs(h1 - h2) <= 180) return (h1 + h2) / 2;
  return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}
