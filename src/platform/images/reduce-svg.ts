/** Reads an SVG with a parser of our own choosing and writes only what the list allows. No DTD, no entities. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ATTRIBUTES, ELEMENTS, IGNORED, STYLE_PROPERTIES } from './svg-allowlist.ts';

export class SvgRefusal extends Error {
  override readonly name = 'SvgRefusal';
}

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const MAX_ELEMENTS = 5_000;
const MAX_DEPTH = 40;
/** Parts as they are drawn: a reference to what refers multiplies like entities do. */
const MAX_DRAWN = 20_000;
const LOCAL = /^#[A-Za-z_][\w.-]{0,99}$/;
const LOCAL_URL = /url\(\s*(["']?)#([A-Za-z_][\w.-]{0,99})\1\s*\)/g;

/**
 * @param side the longest side of the drawing in pixels
 * @throws SvgRefusal with a sentence for whoever sent it
 */
export function reduceSvg(text: string, side: number): string {
  const parser = new SaxesParser({ xmlns: true });
  const written: string[] = [];
  const parts: Part[] = [];
  let depth = 0;
  let ignoredAt: number | undefined;
  let elements = 0;

  parser.on('error', () => {
    throw new SvgRefusal('This is neither a PNG nor a well-formed SVG.');
  });
  parser.on('doctype', () => {
    throw new SvgRefusal('The SVG has a document type declaration. Save it without one.');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    elements += 1;
    if (depth > MAX_DEPTH || elements > MAX_ELEMENTS)
      throw new SvgRefusal('The SVG has too many parts. Simplify it, or send a PNG.');
    if (ignoredAt !== undefined) return;
    if (IGNORED.has(tag.local) || isForeign(tag, depth)) {
      ignoredAt = depth;
      return;
    }
    const part = openPart(tag, parts, depth);
    written.push(
      `<${tag.local}${depth === 1 ? writeFrame(tag, side) : ''}${writeAttributes(tag, part, depth)}>`,
    );
  });
  parser.on('closetag', (tag) => {
    if (ignoredAt === undefined) written.push(`</${tag.local}>`);
    if (ignoredAt === depth) ignoredAt = undefined;
    depth -= 1;
  });
  parser.on('text', (words) => {
    if (ignoredAt === undefined) written.push(escapeMarkup(words));
  });
  parser.write(text).close();
  refuseMultiplication(parts);
  return written.join('');
}

/** Elements of editors' own vocabularies are left out; the root must be SVG, and so must everything that is drawn. */
function isForeign(tag: SaxesTagNS, depth: number): boolean {
  if (depth === 1 && (tag.uri !== SVG || tag.local !== 'svg'))
    throw new SvgRefusal('This is neither a PNG nor an SVG.');
  if (tag.uri !== SVG && !isHtml(tag.uri)) return true;
  if (tag.uri === SVG && ELEMENTS.has(tag.local)) return false;
  throw new SvgRefusal(`The SVG has a part that a badge may not have: "${tag.local.slice(0, 40)}".`);
}

function isHtml(uri: string): boolean {
  return uri === 'http://www.w3.org/1999/xhtml' || uri === '';
}

function writeAttributes(tag: SaxesTagNS, part: Part, depth: number): string {
  const attributes = Object.values(tag.attributes).flatMap(({ uri, local, value }) => {
    if (/^on/i.test(local))
      throw new SvgRefusal('The SVG has an event handler. A badge is an image and does nothing.');
    if (local === 'href') return [` href="${readReference(uri, value, part)}"`];
    if (uri !== '' || !ATTRIBUTES.has(local)) return [];
    if (depth === 1 && FRAME.has(local)) return [];
    if (local === 'style') return [` style="${escapeMarkup(reduceStyle(value))}"`];
    return [` ${local}="${escapeMarkup(readValue(value, part))}"`];
  });
  return attributes.join('');
}

function readReference(uri: string, value: string, part: Part): string {
  if ((uri !== '' && uri !== XLINK) || !LOCAL.test(value.trim()))
    throw new SvgRefusal('The SVG refers to something outside of itself. Put everything in the one file.');
  part.refersTo.push(value.trim().slice(1));
  return value.trim();
}

function reduceStyle(style: string): string {
  if (/[@{}]|\/\*/.test(requireInert(style))) throw styleRefused();
  return style
    .split(';')
    .map((declaration) => declaration.split(':'))
    .filter(([name = '', ...value]) => STYLE_PROPERTIES.has(name.trim()) && value.length === 1)
    .map(([name = '', value = '']) => `${name.trim()}:${value.trim()}`)
    .join(';');
}

/** `url(#…)` names a gradient of this drawing. */
function readValue(value: string, part: Part): string {
  const rest = value.replace(LOCAL_URL, (_whole, _quote, id: string) => {
    part.refersTo.push(id);
    return '';
  });
  requireInert(rest);
  return value;
}

/** Whatever could fetch is refused, and so is every way to write it that a reader might not see. */
function requireInert(value: string): string {
  if (/(?:url|image|image-set|src|expression)\s*\(|(?:javascript|data|https?):|\\|\/\//i.test(value))
    throw styleRefused();
  return value;
}

function styleRefused(): SvgRefusal {
  return new SvgRefusal(
    'The SVG has a style that could fetch something. Use plain colours and local gradients.',
  );
}

/** An element as far as drawing multiplies it: what stands in it, and what it refers to. */
type Part = {
  readonly id: string | undefined;
  readonly depth: number;
  readonly holds: Part[];
  readonly refersTo: string[];
};

function openPart(tag: SaxesTagNS, parts: Part[], depth: number): Part {
  const part: Part = { id: tag.attributes.id?.value, depth, holds: [], refersTo: [] };
  // The nearest part before this one that stands one level higher is the one around it.
  parts.findLast((earlier) => earlier.depth === depth - 1)?.holds.push(part);
  parts.push(part);
  return part;
}

function refuseMultiplication(parts: readonly Part[]): void {
  const byId = new Map(parts.flatMap((part) => (part.id ? [[part.id, part] as const] : [])));
  const counted = new Map<Part, number>();
  const countDrawn = (part: Part): number => {
    const known = counted.get(part);
    if (known !== undefined) return known;
    // A part that is met again while it is being counted refers to itself, and would be drawn without end.
    counted.set(part, Number.POSITIVE_INFINITY);
    const drawn = [...part.holds, ...part.refersTo.flatMap((id) => byId.get(id) ?? [])];
    const sum = drawn.reduce((total, one) => total + countDrawn(one), 1);
    counted.set(part, sum);
    return sum;
  };
  const [root] = parts;
  if (root && countDrawn(root) > MAX_DRAWN)
    throw new SvgRefusal('The SVG repeats parts too often. Simplify it, or send a PNG.');
}

const FRAME: ReadonlySet<string> = new Set(['viewBox', 'width', 'height', 'x', 'y']);

/** The size is ours, from the view box, else from width and height in pixels. */
function writeFrame({ attributes }: SaxesTagNS, side: number): string {
  const box = attributes.viewBox?.value
    .trim()
    .split(/[\s,]+/)
    .map(Number) ?? [0, 0, readLength(attributes.width), readLength(attributes.height)];
  const [, , width = Number.NaN, height = Number.NaN] = box;
  const isSized = box.length === 4 && box.every(Number.isFinite) && Math.min(width, height) > 0;
  if (!isSized || Math.max(...box.map(Math.abs)) > 100_000)
    throw new SvgRefusal('The SVG does not say how large it is. Give it a viewBox.');
  const scale = side / Math.max(width, height);
  const [wide, high] = [width, height].map((length) => Math.max(1, Math.round(length * scale)));
  return ` xmlns="${SVG}" viewBox="${box.join(' ')}" width="${wide}" height="${high}"`;
}

function readLength(attribute: { readonly value: string } | undefined): number {
  return Number(/^\s*(\d{1,6}(?:\.\d{1,6})?)(?:px)?\s*$/.exec(attribute?.value ?? '')?.[1] ?? Number.NaN);
}

function escapeMarkup(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
