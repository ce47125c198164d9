import type { Colours } from './colours.ts';
import { element, pair, rotate, round1 } from './curves.ts';
import type { Figure, WaarmerkParameters } from './parameters.ts';

export type WaarmerkSize = 'fijn' | 'middel' | 'grof';

/** A value for each of the three optical sizes. */
export function bySize<T>(size: WaarmerkSize, fijn: T, middel: T, grof: T): T {
  return { fijn, middel, grof }[size];
}

type Drawing = {
  readonly size: WaarmerkSize;
  readonly rho: number;
  /** Points; at most eight in grof. */
  readonly n: number;
  readonly step: number;
  readonly c1: string;
  readonly c2: string;
};

/** DESIGN 10, 6: what stands in the heart. */
export function drawFigure(
  parameters: WaarmerkParameters,
  size: WaarmerkSize,
  heartRadius: number,
  colours: Colours,
): string {
  const { points, step, figure } = parameters;
  const n = size === 'grof' ? Math.min(points, 8) : points;
  return drawings[figure]({
    size,
    rho: 0.78 * heartRadius,
    n,
    step,
    c1: colours.figure,
    c2: colours.figure2,
  });
}

const drawings: Readonly<Record<Figure, (drawing: Drawing) => string>> = {
  ster: drawStar,
  bloem: drawFlower,
  cirkels: drawCircles,
  zon: drawSun,
  kompas: drawCompass,
  knoop: drawKnot,
};

function around(count: number, turn: number, draw: (transform: string, index: number) => string): string {
  return Array.from({ length: count }, (_, i) => draw(rotate((i * turn) / count), i)).join('');
}

function ring(r: number, stroke: string, width: number): string {
  return element('circle', { r, fill: 'none', stroke, 'stroke-width': width });
}

function disc(r: number, fill: string): string {
  return element('circle', { r, fill });
}

function drawStar({ size, rho, n, step, c1, c2 }: Drawing): string {
  const corners = n % 2 === 1 ? n : n - 1;
  const skip = Math.max(2, Math.floor(corners / 2) - step + 2);
  const star = element('path', {
    d: starPath(corners, skip, rho),
    fill: 'none',
    stroke: c1,
    'stroke-linejoin': 'round',
    'stroke-width': bySize(size, 3, 6, 13),
  });
  const middle = size === 'grof' ? '' : disc(0.2 * rho, c1);
  return star + middle + (size === 'fijn' ? ring(1.08 * rho, c2, 1.5) : '');
}

/** {n/m}; when n and m share a factor the star is that many polygons. */
function starPath(n: number, m: number, rho: number): string {
  const polygons = greatestCommonDivisor(n, m);
  const corner = (i: number) => {
    const angle = (2 * Math.PI * i) / n;
    return pair(rho * Math.sin(angle), -rho * Math.cos(angle));
  };
  return Array.from({ length: polygons }, (_, start) => {
    const corners = Array.from({ length: n / polygons }, (_, i) => corner(start + i * m));
    return `M${corners.join('L')}Z`;
  }).join('');
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function drawFlower({ size, rho, n, c1, c2 }: Drawing): string {
  const w = rho * Math.min(0.42, 2.1 / n);
  const base = pair(0, -0.16 * rho);
  const out = [pair(w, -0.4 * rho), pair(w, -0.8 * rho), pair(0, -rho)].join(' ');
  const back = [pair(-w, -0.8 * rho), pair(-w, -0.4 * rho), base].join(' ');
  const d = `M${base}C${out}C${back}Z`;
  const petals = around(n, 360, (transform) => element('path', { d, fill: c1, transform }));
  if (size !== 'fijn') return petals;
  const line = `M0 ${round1(-0.62 * rho)}V${round1(-1.06 * rho)}`;
  const between = Array.from({ length: n }, (_, i) =>
    element('path', { d: line, stroke: c2, 'stroke-width': 2.4, transform: rotate(((i + 0.5) * 360) / n) }),
  );
  return petals + between.join('');
}

function drawCircles({ size, rho, n, c1, c2 }: Drawing): string {
  const count = size === 'grof' ? Math.min(n, 6) : n;
  const width = bySize(size, 2.4, 5, 9);
  const circles = around(count, 360, (transform) =>
    element('circle', {
      cy: -0.5 * rho,
      r: 0.5 * rho,
      fill: 'none',
      stroke: c1,
      'stroke-width': width,
      transform,
    }),
  );
  return circles + (size === 'fijn' ? ring(1.1 * rho, c2, 1.5) : '');
}

function drawSun({ size, rho, n, c1, c2 }: Drawing): string {
  const count = size === 'grof' ? n : 2 * n;
  const w = size === 'grof' ? (1.3 * rho) / n : (1.5 * rho) / (2 * n);
  const rays = around(count, 360, (transform, i) => {
    const isShort = size !== 'grof' && i % 2 === 1;
    const tip = isShort ? 0.8 : 1.06;
    const d = `M${pair(-w, -0.46 * rho)}L${pair(0, -tip * rho)}L${pair(w, -0.46 * rho)}Z`;
    return element('path', { d, fill: isShort ? c2 : c1, transform });
  });
  return rays + disc(0.36 * rho, c1);
}

function drawCompass({ size, rho, n, c1, c2 }: Drawing): string {
  const half = (side: number) => `M${pair(0, -1.06 * rho)}L${pair(side * 0.2 * rho, -0.2 * rho)}L0 0Z`;
  const points = around(n % 2 === 1 ? 4 : 6, 360, (transform) => {
    const right = element('path', { d: half(1), fill: c1, transform });
    return right + element('path', { d: half(-1), fill: size === 'grof' ? c1 : c2, transform });
  });
  return points + (size === 'grof' ? '' : ring(0.72 * rho, c1, 2));
}

function drawKnot({ size, rho, n, c1 }: Drawing): string {
  const count = size === 'grof' ? 4 : Math.max(5, Math.ceil(0.75 * n));
  const width = bySize(size, 3, 6, 11);
  const ellipses = around(count, 180, (transform) =>
    element('ellipse', {
      rx: 0.3 * rho,
      ry: rho,
      fill: 'none',
      stroke: c1,
      'stroke-width': width,
      transform,
    }),
  );
  return ellipses + (size === 'grof' ? '' : disc(0.16 * rho, c1));
}
