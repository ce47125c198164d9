/**
 * The canonical N-Quads of a shape with slots for its texts, taken from what the full pipeline makes of a document
 * of sentinels: a sentinel shows where a text lands, and whether as IRI or as literal. Nothing is known here of any
 * vocabulary.
 */
import { encodeHex, encodeUtf8 } from '../bytes.ts';
import type { Hash } from '../format.ts';
import { SENTINEL } from './read-shape.ts';

type Term = { readonly termType: string; readonly value: string };
type ObjectTerm = Term & { readonly datatype?: Term; readonly language?: string };
export type Quad = {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: ObjectTerm;
  readonly graph: Term;
};

type Part =
  | { readonly kind: 'fixed'; readonly text: string }
  | { readonly kind: 'iri'; readonly slot: number }
  | { readonly kind: 'literal'; readonly slot: number; readonly suffix: string }
  | { readonly kind: 'blank'; readonly node: string };

type Line = { readonly subject: Part; readonly predicate: string; readonly object: Part };

export type Template = {
  readonly lines: readonly Line[];
  /** Every blank node with the lines that mention it. */
  readonly blanks: ReadonlyMap<string, readonly Line[]>;
  readonly iriSlots: readonly number[];
  /** Nodes that every document of the shape names; a text equal to one of them would become that node. */
  readonly fixedNodes: ReadonlySet<string>;
};

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string';
const RDF_LANG_STRING = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';
const WHOLE_SENTINEL = /^urn:s:(\d+):$/;
/** Texts that expansion leaves alone wherever an IRI is expected: neither terms, nor prefixes, nor relative. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 3987 has none of them, and neither has N-Quads.
const SAFE_IRI = /^(?:https?:\/\/|urn:uuid:|did:(?:key|web):)[^\u0000-\u0020<>"{}|\\^`]*$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const FORBIDDEN_IN_IRI = /[\u0000-\u0020<>"{}|\\^`]/;

export function isSafeIri(text: string): boolean {
  return SAFE_IRI.test(text);
}

/** Undefined for a shape whose slots cannot be told apart in the result: the full pipeline serves it. */
export function compileTemplate(quads: readonly Quad[]): Template | undefined {
  const lines: Line[] = [];
  for (const { subject, predicate, object, graph } of quads) {
    if (graph.termType !== 'DefaultGraph' || predicate.termType !== 'NamedNode') return undefined;
    if (predicate.value.includes(SENTINEL)) return undefined;
    const [from, to] = [
      readNode(subject),
      object.termType === 'Literal' ? readLiteral(object) : readNode(object),
    ];
    if (!from || !to) return undefined;
    if (from.kind === 'blank' && to.kind === 'blank' && from.node === to.node) return undefined;
    lines.push({ subject: from, predicate: ` <${predicate.value}> `, object: to });
  }
  return {
    lines,
    blanks: groupByBlank(lines),
    iriSlots: [
      ...new Set(
        lines
          .flatMap(({ subject, object }) => [subject, object])
          .flatMap((part) => (part.kind === 'iri' ? [part.slot] : [])),
      ),
    ],
    fixedNodes: new Set(
      quads
        .flatMap(({ subject, object }) => [subject, object])
        .flatMap((term) =>
          term.termType === 'NamedNode' && !term.value.includes(SENTINEL) ? [term.value] : [],
        ),
    ),
  };
}

function readNode({ termType, value }: Term): Part | undefined {
  if (termType === 'BlankNode') return { kind: 'blank', node: value };
  if (termType !== 'NamedNode') return undefined;
  const slot = WHOLE_SENTINEL.exec(value)?.[1];
  if (slot !== undefined) return { kind: 'iri', slot: Number(slot) };
  return value.includes(SENTINEL) || FORBIDDEN_IN_IRI.test(value)
    ? undefined
    : { kind: 'fixed', text: `<${value}>` };
}

function readLiteral({ value, datatype, language }: ObjectTerm): Part | undefined {
  const type = datatype?.value ?? XSD_STRING;
  if (type.includes(SENTINEL) || language?.includes(SENTINEL)) return undefined;
  const suffix =
    type === RDF_LANG_STRING ? (language ? `@${language}` : '') : type === XSD_STRING ? '' : `^^<${type}>`;
  const slot = WHOLE_SENTINEL.exec(value)?.[1];
  if (slot !== undefined) return { kind: 'literal', slot: Number(slot), suffix };
  return value.includes(SENTINEL) ? undefined : { kind: 'fixed', text: `"${escapeLiteral(value)}"${suffix}` };
}

function groupByBlank(lines: readonly Line[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines)
    for (const part of [line.subject, line.object])
      if (part.kind === 'blank') groups.set(part.node, [...(groups.get(part.node) ?? []), line]);
  return groups;
}

/**
 * The canonical text for these values; undefined where the short way is not sure to be the long one: an IRI that
 * expansion would touch, a node that two texts would share, blank nodes that only the full algorithm tells apart.
 */
export async function fillTemplate(
  template: Template,
  values: readonly string[],
  hash: Hash,
): Promise<string | undefined> {
  const { lines, blanks, iriSlots, fixedNodes } = template;
  for (const slot of iriSlots) {
    const value = values[slot] ?? '';
    if (!SAFE_IRI.test(value) || fixedNodes.has(value)) return undefined;
  }
  const texts: Texts = { iris: values, literals: values.map((value) => `"${escapeLiteral(value)}"`) };
  const labels = await labelBlanks(blanks, texts, hash);
  if (!labels) return undefined;
  const label = (node: string) => labels.get(node) ?? '';
  const written = lines.map((line) => writeLine(line, texts, label)).sort();
  for (let i = 1; i < written.length; i += 1) if (written[i] === written[i - 1]) return undefined;
  return written.join('');
}

type Texts = { readonly iris: readonly string[]; readonly literals: readonly string[] };

/** RDFC-1.0, section 4.4.3, as far as first-degree hashes tell all blank nodes apart. */
async function labelBlanks(
  blanks: Template['blanks'],
  texts: Texts,
  hash: Hash,
): Promise<ReadonlyMap<string, string> | undefined> {
  const byHash = new Map<string, string>();
  for (const [node, lines] of blanks) {
    const label = (other: string) => (other === node ? '_:a' : '_:z');
    const text = lines
      .map((line) => writeLine(line, texts, label))
      .sort()
      .join('');
    const digest = hash(encodeUtf8(text));
    byHash.set(encodeHex(digest instanceof Promise ? await digest : digest), node);
  }
  if (byHash.size !== blanks.size) return undefined;
  return new Map(
    [...byHash.keys()].sort().map((digest, index) => [byHash.get(digest) ?? '', `_:c14n${index}`]),
  );
}

function writeLine(
  { subject, predicate, object }: Line,
  texts: Texts,
  label: (node: string) => string,
): string {
  return `${writePart(subject, texts, label)}${predicate}${writePart(object, texts, label)} .\n`;
}

function writePart(part: Part, { iris, literals }: Texts, label: (node: string) => string): string {
  switch (part.kind) {
    case 'fixed':
      return part.text;
    case 'iri':
      return `<${iris[part.slot]}>`;
    case 'literal':
      return literals[part.slot] + part.suffix;
    case 'blank':
      return label(part.node);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to be escaped.
const ESCAPED = /[\u0000-\u001f\u007f"\\]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const EACH_ESCAPED = /[\u0000-\u001f\u007f"\\]/g;
const SHORT: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** Canonical N-Quads, RDFC-1.0 section 5. */
function escapeLiteral(text: string): string {
  if (!ESCAPED.test(text)) return text;
  return text.replace(
    EACH_ESCAPED,
    (sign) => SHORT[sign] ?? `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
