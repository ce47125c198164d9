/**
 * The canonical N-Quads of a shape with slots for its texts, taken from what the full pipeline makes of a document
 * of sentinels: a sentinel shows where a text lands, and whether as IRI or as literal. Nothing is known here of any
 * vocabulary.
 */
import { SENTINEL } from './read-shape.ts';

type Term = { readonly termType: string; readonly value: string };
type ObjectTerm = Term & { readonly datatype?: Term; readonly language?: string };
export type Quad = {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: ObjectTerm;
  readonly graph: Term;
};

export type Part =
  | { readonly kind: 'fixed'; readonly text: string }
  | { readonly kind: 'iri'; readonly slot: number }
  | { readonly kind: 'literal'; readonly slot: number; readonly suffix: string }
  | { readonly kind: 'blank'; readonly node: string };

export type Line = { readonly subject: Part; readonly predicate: string; readonly object: Part };

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
  return value.includes(SENTINEL) ? undefined : { kind: 'fixed', text: writeLiteral(value) + suffix };
}

function groupByBlank(lines: readonly Line[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines)
    for (const part of [line.subject, line.object])
      if (part.kind === 'blank') groups.set(part.node, [...(groups.get(part.node) ?? []), line]);
  return groups;
}

/** As it stands in canonical N-Quads, with these texts in the slots. */
export function writePart(part: Exclude<Part, { kind: 'blank' }>, values: readonly string[]): string {
  switch (part.kind) {
    case 'fixed':
      return part.text;
    case 'iri':
      return `<${values[part.slot]}>`;
    case 'literal':
      return writeLiteral(values[part.slot] ?? '') + part.suffix;
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
export function writeLiteral(text: string): string {
  if (!ESCAPED.test(text)) return `"${text}"`;
  const escaped = text.replace(
    EACH_ESCAPED,
    (sign) => SHORT[sign] ?? `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}
