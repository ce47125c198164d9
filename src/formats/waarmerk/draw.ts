import type { Colours } from './colours.ts';
import { drawCurve, element, type Radius, rotate, round3 } from './curves.ts';
import { bySize, drawFigure, type WaarmerkSize } from './figures.ts';
import type { WaarmerkParameters } from './parameters.ts';

export type Layer = {
  readonly parameters: WaarmerkParameters;
  readonly size: WaarmerkSize;
  readonly colours: Colours;
  /** Unique on the page: copies refer to their path by id. */
  readonly idPrefix: string;
  /** A white line of 4 units outside the edge, for dark grounds. */
  readonly keyline: boolean;
};

/** The round mark, from the edge inwards (DESIGN 10, "Drawing", 1–6). */
export function drawMark(layer: Layer): string {
  const heartRadius = bySize(layer.size, 86, 96, 124);
  return [
    drawEdge(layer),
    drawField(layer),
    drawPetals(layer),
    drawCollar(layer, heartRadius),
    drawHeart(layer, heartRadius),
    drawFigure(layer.parameters, layer.size, heartRadius, layer.colours),
  ].join('');
}

const profiles: readonly Radius[] = [
  (t) => Math.cos(t),
  (t) => Math.cos(t) + 0.3 * Math.cos(2 * t),
  (t) => 0.5 * Math.cos(t) + 0.5,
];

function drawEdge({ parameters, size, colours, idPrefix, keyline }: Layer): string {
  const { teeth, profile, strands } = parameters;
  const d = bySize(size, 4.5, 4.5, 7);
  const n = size === 'grof' ? Math.round(teeth / 2) : teeth;
  const tooth = profiles[profile] ?? Math.cos;
  const solid = element('path', {
    d: drawCurve((theta) => 288 - d + d * tooth(n * theta), 6 * n),
    fill: colours.edge,
    ...(colours.outline ? { stroke: colours.outline, 'stroke-width': 2 } : {}),
    ...(keyline ? { stroke: colours.paper, 'stroke-width': 8, 'paint-order': 'stroke' } : {}),
  });
  if (size === 'grof') return solid;

  const id = `${idPrefix}r`;
  const copies = size === 'fijn' ? 2 * strands : 2;
  const strand = element('path', {
    id,
    d: drawCurve((theta) => 257.5 + 16.5 * Math.cos(teeth * theta), 4 * teeth),
  });
  const others = Array.from({ length: copies - 1 }, (_, i) =>
    copyOf(id, rotate(((i + 1) * 360) / teeth / copies)),
  );
  const group = { fill: 'none', stroke: colours.edgeLine, 'stroke-width': bySize(size, 1.3, 3, 0) };
  return solid + element('g', group, strand + others.join(''));
}

function copyOf(id: string, transform: string): string {
  return element('use', { href: `#${id}`, transform });
}

function drawField({ size, colours }: Layer): string {
  return element('circle', {
    r: bySize(size, 228, 228, 232),
    fill: colours.field,
    stroke: colours.outline ?? colours.paper,
    'stroke-width': colours.outline ? 2 : bySize(size, 2.5, 5, 9),
  });
}

function drawPetals(layer: Layer): string {
  return layer.size === 'grof' ? drawSolidPetals(layer) : drawEngravedPetals(layer);
}

function drawSolidPetals({ parameters, colours }: Layer): string {
  const depth = Math.max(0.16, parameters.depth);
  const petals = Math.min(parameters.petals, 9);
  const d = drawCurve((theta) => (212 * (1 + depth * Math.cos(petals * theta))) / (1 + depth), 6 * petals);
  const onPaper = colours.field === colours.paper;
  return element('path', { d, fill: onPaper ? colours.fieldLine : colours.fieldLine2 });
}

function drawEngravedPetals({ parameters, size, colours, idPrefix }: Layer): string {
  const { petals, order, twist } = parameters;
  const id = `${idPrefix}f`;
  const base = drawCurve(petalRadius(parameters, bySize(size, 219, 216, 212)), 4 * petals * order);
  const defs = element('defs', {}, element('path', { id, d: base }));

  const copies = size === 'fijn' ? parameters.copies : 5;
  const innermost = size === 'fijn' ? 0.42 : 0.5;
  const weight = size === 'fijn' ? 1.15 : 2.3;
  const copy = (direction: 1 | -1) => (_: unknown, j: number) => {
    const f = j / (copies - 1);
    const scale = 1 - (1 - innermost) * f;
    const turn = direction * twist * (360 / petals) * f;
    const transform = j === 0 ? undefined : `${rotate(turn)}scale(${round3(scale)})`;
    return element('use', { href: `#${id}`, transform, 'stroke-width': weight / scale });
  };
  const back = Array.from({ length: copies }, copy(-1)).slice(1);
  const front = Array.from({ length: copies }, copy(1));
  return (
    defs +
    element('g', { fill: 'none', stroke: colours.fieldLine2 }, back.join('')) +
    element('g', { fill: 'none', stroke: colours.fieldLine }, front.join(''))
  );
}

function petalRadius({ petals, order, depth, harmonic, phase }: WaarmerkParameters, radius: number): Radius {
  const g: Radius = (theta) =>
    1 + depth * Math.cos(petals * theta) + harmonic * Math.cos(order * petals * theta + phase);
  const samples = Array.from({ length: 1440 }, (_, i) => g((2 * Math.PI * i) / 1440));
  const highest = Math.max(...samples);
  return (theta) => (radius * g(theta)) / highest;
}

function drawCollar({ parameters, size, colours, idPrefix }: Layer, heartRadius: number): string {
  const radius = heartRadius + bySize(size, 26, 10, 10);
  const ground = element('circle', { r: radius, fill: colours.field });
  if (size !== 'fijn') return ground;

  const { collar } = parameters;
  const id = `${idPrefix}k`;
  const wave = drawCurve((theta) => heartRadius + 14 + 8.5 * Math.cos(collar * theta), 4 * collar);
  const copies = [180, 90, 270].map((turn) => copyOf(id, rotate(turn / collar)));
  const lines = element('circle', { r: radius }) + element('path', { id, d: wave }) + copies.join('');
  return ground + element('g', { fill: 'none', stroke: colours.fieldLine, 'stroke-width': 1.1 }, lines);
}

function drawHeart({ size, colours }: Layer, heartRadius: number): string {
  const outlined = colours.heart === colours.field;
  return element('circle', {
    r: heartRadius,
    fill: colours.heart,
    ...(outlined ? { stroke: colours.fieldLine, 'stroke-width': bySize(size, 2, 6, 6) } : {}),
  });
}
