/**
 * Badges inside SVG pictures ("Baking"): one element right after the root's start tag, with the JWS or URL in
 * `verify` or the JSON in CDATA. Document types are refused, and with them every entity of one's own.
 */
import { FormatRefusal } from '../refusal.ts';
import type { Baked, BakingKeyword } from './png.ts';
import { type SvgElement, scanSvg } from './scan-svg.ts';

type Naming = { readonly namespace: string; readonly element: string };

const naming: Readonly<Record<BakingKeyword, Naming>> = {
  openbadgecredential: { namespace: 'https://purl.imsglobal.org/ob/v3p0', element: 'credential' },
  openbadges: { namespace: 'http://openbadges.org', element: 'assertion' },
};

const keywords: readonly BakingKeyword[] = ['openbadgecredential', 'openbadges'];

/** Replaces what was baked under the same keyword. */
export function bakeSvg(svg: string, { keyword, text }: Baked): string {
  const { namespace, element } = naming[keyword];
  const bare = removeElements(
    svg,
    scanSvg(svg).elements.filter((one) => isNamed(one, keyword)),
  );
  const { root } = scanSvg(bare);
  const bound = root.namespaces.openbadges;
  const onRoot = bound === undefined ? ` xmlns:openbadges="${namespace}"` : '';
  // The other version may hold the prefix already, as in a picture that carries both.
  const onElement = bound === undefined || bound === namespace ? '' : ` xmlns:openbadges="${namespace}"`;
  const baked = writeElement(`openbadges:${element}`, onElement, text);
  const head = bare.slice(0, root.startTagEnd - (root.selfClosing ? 2 : 1));
  const tail = root.selfClosing
    ? `</${root.name}>${bare.slice(root.startTagEnd)}`
    : bare.slice(root.startTagEnd);
  return `${head}${onRoot}>${baked}${tail}`;
}

/** Undefined when nothing is baked in. */
export function readSvg(svg: string): Baked | undefined {
  const { elements } = scanSvg(svg);
  for (const keyword of keywords) {
    const [element, ...more] = elements.filter((one) => isNamed(one, keyword));
    if (more.length > 0) throw new FormatRefusal('baked-twice', keyword);
    const text = (element?.verify ?? element?.text)?.trim();
    if (text) return { keyword, text };
  }
  return undefined;
}

function isNamed(one: SvgElement, keyword: BakingKeyword): boolean {
  return one.namespace === naming[keyword].namespace && one.local === naming[keyword].element;
}

function removeElements(svg: string, elements: readonly SvgElement[]): string {
  // From the last to the first, so that the positions of those before stay right.
  return elements.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), svg);
}

function writeElement(name: string, attributes: string, text: string): string {
  if (!text.startsWith('{')) return `<${name}${attributes} verify="${escapeAttribute(text)}"></${name}>`;
  // The end of a CDATA section inside one is written as the seam of two.
  return `<${name}${attributes}><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
