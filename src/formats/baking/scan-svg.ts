/** Where the elements of badges stand in an SVG, and where its root's start tag ends. */
import { SaxesParser } from 'saxes';
import { FormatRefusal } from '../refusal.ts';

export type SvgElement = {
  readonly namespace: string;
  readonly local: string;
  readonly verify: string | undefined;
  readonly text: string;
  /** Positions in the text, from the first sign of the start tag to the last of the end tag. */
  readonly start: number;
  readonly end: number;
};

export type ScannedSvg = {
  readonly root: {
    readonly name: string;
    readonly startTagEnd: number;
    readonly selfClosing: boolean;
    readonly namespaces: Readonly<Record<string, string>>;
  };
  readonly elements: readonly SvgElement[];
};

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
const BADGE_NAMESPACES: ReadonlySet<string> = new Set([
  'https://purl.imsglobal.org/ob/v3p0',
  'http://openbadges.org',
]);
const MAX_LENGTH = 5_000_000;
/** The parser asks every element around one for its namespace: deep drawings take it minutes. */
const MAX_DEPTH = 256;

type Open = {
  namespace: string;
  local: string;
  verify: string | undefined;
  text: string;
  start: number;
  depth: number;
};

export function scanSvg(svg: string): ScannedSvg {
  if (svg.length > MAX_LENGTH) throw new FormatRefusal('text-too-large', 'svg');
  const parser = new SaxesParser({ xmlns: true });
  let root: ScannedSvg['root'] | undefined;
  let depth = 0;
  let tagStart = 0;
  let open: Open | undefined;
  const elements: SvgElement[] = [];

  parser.on('error', (cause) => {
    throw new FormatRefusal('svg-malformed', cause.message);
  });
  parser.on('doctype', () => {
    throw new FormatRefusal('svg-forbidden', 'document type');
  });
  parser.on('opentagstart', ({ name }) => {
    // The parser has read the name and one sign after it.
    tagStart = svg.lastIndexOf(`<${name}`, parser.position);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new FormatRefusal('svg-forbidden', 'depth');
    if (!root) {
      if (tag.local !== 'svg' || (tag.uri !== SVG_NAMESPACE && tag.uri !== ''))
        throw new FormatRefusal('svg-malformed', 'root');
      root = {
        name: tag.name,
        startTagEnd: parser.position,
        selfClosing: tag.isSelfClosing,
        namespaces: { ...tag.ns },
      };
    }
    if (!open && BADGE_NAMESPACES.has(tag.uri)) {
      const verify = tag.attributes.verify?.value;
      open = { namespace: tag.uri, local: tag.local, verify, text: '', start: tagStart, depth };
    }
  });
  const addText = (text: string) => {
    if (open) open.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (open?.depth === depth) {
      const { depth: _, ...element } = open;
      elements.push({ ...element, end: parser.position });
      open = undefined;
    }
    depth -= 1;
  });
  parser.write(svg).close();
  if (!root) throw new FormatRefusal('svg-malformed', 'no root');
  return { root, elements };
}
