import { type Colours, colourBlind, colourMono, colourRound } from './colours.ts';
import { drawCurve, drawWave, element, escapeText, rotate, round3 } from './curves.ts';
import { drawMark } from './draw.ts';
import type { WaarmerkSize } from './figures.ts';
import { paper, tint } from './inks.ts';
import { readParameters, type WaarmerkParameters } from './parameters.ts';

export type WaarmerkVariant = 'round' | 'square' | 'mono' | 'blind' | 'on-dark';

export type WaarmerkDrawing = {
  /** 32 bytes: `combineHashes(root, version)`. */
  readonly hash: Uint8Array;
  /** Two to four inks, `#rrggbb`, in the institution's order. */
  readonly palette: readonly string[];
  readonly size: WaarmerkSize;
  readonly variant: WaarmerkVariant;
  /** Unique on the page. */
  readonly idPrefix: string;
  /** The design's alternative text; without it the picture is decoration. */
  readonly label?: string;
  /** Only for blind: the light ink and the ground, in any notation of CSS. */
  readonly blindInk?: string;
  readonly blindGround?: string;
  /** Width and height in pixels for files of their own; a page sets the size itself. */
  readonly pixels?: number;
};

export function drawWaarmerk(drawing: WaarmerkDrawing): string {
  const { hash, palette, size, variant, idPrefix, label, pixels } = drawing;
  const parameters = readParameters(hash, palette);
  const mark = drawMark({
    parameters,
    size,
    colours: coloursFor(drawing, parameters),
    idPrefix,
    keyline: variant === 'on-dark',
  });
  const naming =
    label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': escapeText(label) };
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: '-300 -300 600 600',
      width: pixels,
      height: pixels,
      ...naming,
    },
    variant === 'square' ? drawSquare(parameters, idPrefix, mark) : mark,
  );
}

function coloursFor(
  { variant, blindInk, blindGround }: WaarmerkDrawing,
  parameters: WaarmerkParameters,
): Colours {
  if (variant === 'mono') return colourMono(parameters);
  if (variant === 'blind') return colourBlind(blindInk ?? '#9aa0b0', blindGround ?? paper);
  return colourRound(parameters);
}

/** The mark on a ground of its own, for places that show badges as squares. */
function drawSquare(parameters: WaarmerkParameters, idPrefix: string, mark: string): string {
  const { petals } = parameters;
  const ink = colourRound(parameters).edge;
  const [clip, wave] = [`${idPrefix}c`, `${idPrefix}w`];
  const square = { x: -300, y: -300, width: 600, height: 600, rx: 20 };
  const d = drawCurve((theta) => 280 + 9 * Math.cos(2 * petals * theta), 8 * petals);
  const waves = Array.from({ length: 22 }, (_, j) => {
    const scale = 1 + 0.034 * j;
    const transform = `${rotate((j * 0.22 * 90) / (2 * petals))}scale(${round3(scale)})`;
    return element('use', { href: `#${wave}`, transform, 'stroke-width': 1.4 / scale });
  });
  const defs = element('clipPath', { id: clip }, element('rect', square)) + element('path', { id: wave, d });
  return (
    element('defs', {}, defs) +
    element('rect', { ...square, fill: tint(ink, 0.1) }) +
    element('g', { fill: 'none', stroke: tint(ink, 0.55), 'clip-path': `url(#${clip})` }, waves.join('')) +
    element('g', { transform: 'scale(.9)' }, mark)
  );
}

export type BandDrawing = {
  readonly hash: Uint8Array;
  readonly palette: readonly string[];
  /** In pixels. */
  readonly width: number;
  readonly height?: number;
};

/** Straight guilloché for the certificate, in the first ink of the mark. */
export function drawBand({ hash, palette, width, height = 16 }: BandDrawing): string {
  const { teeth, a } = readParameters(hash, palette);
  const amplitude = (height - 1) / 2;
  const strands = Array.from({ length: 6 }, (_, j) => {
    const phase = (2 * Math.PI * j) / 6;
    const y = (x: number) => {
      const share = x / width;
      const swell = 0.72 + 0.28 * Math.cos(2 * Math.PI * Math.round(teeth / 6) * share);
      return amplitude * Math.sin(2 * Math.PI * teeth * share + phase) * swell;
    };
    return element('path', { d: drawWave(y, width, 4 * teeth) });
  });
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 ${-height / 2} ${width} ${height}`,
      width,
      height,
      'aria-hidden': 'true',
    },
    element('g', { fill: 'none', stroke: a, 'stroke-width': '.7' }, strands.join('')),
  );
}
