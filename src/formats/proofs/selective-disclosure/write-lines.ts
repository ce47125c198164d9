/** A graph as canonical N-Quads, one statement a line, with labels of another's choosing. */
import rdfCanonize from 'rdf-canonize';
import { FormatRefusal } from '../../refusal.ts';
import type { Quad } from '../../shapes/template.ts';

type Term = Quad['subject'];

/**
 * Labels are replaced in the nodes themselves, never in the written line: a text may well hold `_:c14n0`, and whoever
 * replaces there gives two texts one signature.
 */
export function writeLines(dataset: readonly Quad[], labels: ReadonlyMap<string, string>): readonly string[] {
  const relabel = (term: Term): Term => {
    if (term.termType !== 'BlankNode') return term;
    const label = labels.get(term.value);
    if (label === undefined) throw new FormatRefusal('json-ld-unsafe', 'a node without a label');
    return { ...term, value: label };
  };
  const lines = dataset.map((quad) =>
    rdfCanonize.NQuads.serializeQuad({
      ...quad,
      subject: relabel(quad.subject),
      object: relabel(quad.object),
      graph: relabel(quad.graph),
    }),
  );
  return [...new Set(lines)].sort(byCodePoint);
}

/** As RDFC-1.0 sorts; JavaScript compares UTF-16, which differs beyond U+FFFF. */
function byCodePoint(one: string, other: string): number {
  for (let at = 0; at < one.length && at < other.length; ) {
    const [left, right] = [one.codePointAt(at) ?? 0, other.codePointAt(at) ?? 0];
    if (left !== right) return left - right;
    at += left > 0xffff ? 2 : 1;
  }
  return one.length - other.length;
}
