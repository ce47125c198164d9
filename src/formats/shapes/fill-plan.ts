/** Writes the canonical form of one document by a plan: its own texts between what stood ready. */
import { encodeUtf8 } from '../bytes.ts';
import type { Hash } from '../format.ts';
import { type ByteWriter, openWriter, putBytes, putText, writtenBytes } from './byte-writer.ts';
import {
  type Blank,
  compareBytes,
  END,
  type Group,
  type Hashed,
  type Line,
  labelOf,
  type Named,
  nameAround,
  type Part,
  type Plan,
  type Step,
  type Term,
  termOf,
} from './plan.ts';
import { isSafeIri, writeLiteral } from './template.ts';

/** What stands in the open slots, as it is written, by place; and of the blank nodes, when they have names. */
type Texts = {
  readonly iris: readonly Term[];
  readonly literals: readonly string[];
  /** By their number. */
  readonly labels: readonly Term[];
  /** Their numbers in the order of their names. */
  readonly inOrder: readonly number[];
};

/** What becomes of the bytes, at once: they are written over for the next document. */
export type Use = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
export type Filled = Uint8Array | undefined | Promise<Uint8Array | undefined>;

/** Room for one document at a time, for what is hashed is not kept. */
const room = openWriter();
const LINE_END = encodeUtf8(END);
const NO_SUBJECT = termOf('');

/**
 * The canonical form for these texts; undefined where the short way is not sure to be the long one: an IRI that
 * expansion would touch, a node that two texts would share, blank nodes that only the full algorithm tells apart.
 * At once when the hash answers at once: a promise for each of ten thousand is time that nobody waits for.
 */
export function fillPlan(plan: Plan, values: readonly string[], hash: Hash, use: Use): Filled {
  const iris: Term[] = [];
  for (const slot of plan.freeIris) {
    const iri = values[slot] ?? '';
    if (!isSafeIri(iri) || plan.fixedNodes.has(iri)) return undefined;
    iris.push(termOf(`<${iri}>`));
  }
  const literals = plan.freeLiterals.map((slot) => writeLiteral(values[slot] ?? ''));
  const texts: Texts = { iris, literals, labels: [], inOrder: [] };
  const digests = plan.unsettled.map((blank) => hashAround(blank, texts, hash));
  return digests.every((digest) => digest instanceof Uint8Array)
    ? fillWith(plan, texts, digests, use)
    : Promise.all(digests).then((ready) => fillWith(plan, texts, ready, use));
}

function hashAround({ number, lines, around }: Blank, texts: Texts, hash: Hash): ReturnType<Hash> {
  room.at = 0;
  if (around) putSteps(room, around, NO_SUBJECT, texts);
  else for (const line of lines.map((one) => writeLine(number, one, texts)).sort()) putText(room, line);
  return hash(writtenBytes(room));
}

function writeLine(number: number, { subject, predicate, object }: Line, texts: Texts): string {
  const [from, to] = [subject, object].map((part) =>
    part.kind === 'blank' ? nameAround(part, number) : write(part, texts),
  );
  return `${from}${predicate}${to}${END}`;
}

function fillWith(
  plan: Plan,
  { iris, literals }: Texts,
  digests: readonly Uint8Array[],
  use: Use,
): ReturnType<Use> | undefined {
  const ranked = rankBlanks(plan, digests);
  if (!ranked) return undefined;
  const labels = ranked.map(() => NO_SUBJECT);
  for (let rank = 0; rank < ranked.length; rank += 1) labels[ranked[rank]?.number ?? 0] = labelOf(rank);
  const inOrder = plan.ranks.map((rank) => ranked[rank]?.number ?? 0);
  const texts: Texts = { iris, literals, labels, inOrder };
  room.at = 0;
  for (const { subject, group } of orderNamed(plan, iris))
    if (!putSteps(room, group.steps, subject, texts)) return undefined;
  // An address begins with `<`, which stands before the `_` of a name that was given.
  for (const rank of plan.ranks) {
    const group = plan.unnamed[ranked[rank]?.number ?? 0];
    if (group && !putBlank(room, group, rank, texts)) return undefined;
  }
  return use(writtenBytes(room));
}

/** RDFC-1.0, section 4.4.3, as far as first-degree hashes tell all blank nodes apart: in the order of their names. */
function rankBlanks(
  { settled, unsettled }: Plan,
  digests: readonly Uint8Array[],
): readonly Hashed[] | undefined {
  const ranked = [...settled];
  for (const [index, { number }] of unsettled.entries()) {
    const digest = digests[index];
    if (!digest) return undefined;
    const place = ranked.findIndex((other) => compareBytes(other.digest, digest) >= 0);
    ranked.splice(place === -1 ? ranked.length : place, 0, { number, digest });
  }
  for (let rank = 1; rank < ranked.length; rank += 1) {
    const [one, other] = [ranked[rank - 1], ranked[rank]];
    if (one && other && compareBytes(one.digest, other.digest) === 0) return undefined;
  }
  return ranked;
}

function orderNamed({ named, namedBySlot }: Plan, iris: readonly Term[]): readonly Named[] {
  if (namedBySlot.length === 0) return named;
  const ordered = [...named];
  for (const { place, group } of namedBySlot) {
    const subject = iris[place] ?? NO_SUBJECT;
    const before = ordered.findIndex((other) => other.subject.text > subject.text);
    ordered.splice(before === -1 ? ordered.length : before, 0, { subject, group });
  }
  return ordered;
}

function putBlank(writer: ByteWriter, { steps, byRank }: Group, rank: number, texts: Texts): boolean {
  const known = byRank?.[rank];
  if (known) {
    putBytes(writer, known);
    return true;
  }
  const start = writer.at;
  if (!putSteps(writer, steps, labelOf(rank), texts)) return false;
  // There are as many ranks as blank nodes.
  if (byRank) byRank[rank] = writer.room.slice(start, writer.at);
  return true;
}

/** False when something would be said twice. */
function putSteps(writer: ByteWriter, steps: readonly Step[], subject: Term, texts: Texts): boolean {
  for (const step of steps) {
    if (step.kind === 'bytes') putBytes(writer, step.bytes);
    else if (step.kind === 'literal') putText(writer, texts.literals[step.place] ?? '');
    else if (step.kind === 'labels') putLabels(writer, step, subject, texts);
    else if (step.kind !== 'objects') putBytes(writer, findTerm(step, subject, texts).bytes);
    else if (!putObjects(writer, step, subject, texts)) return false;
  }
  return true;
}

function findTerm(
  step: Extract<Step, { kind: 'subject' | 'iri' | 'label' }>,
  subject: Term,
  { iris, labels }: Texts,
): Term {
  if (step.kind === 'subject') return subject;
  return (step.kind === 'iri' ? iris[step.place] : labels[step.number]) ?? NO_SUBJECT;
}

function putLabels(
  writer: ByteWriter,
  { predicate, isObject }: Extract<Step, { kind: 'labels' }>,
  subject: Term,
  { labels, inOrder }: Texts,
): void {
  for (const number of inOrder) {
    if (!isObject[number]) continue;
    putBytes(writer, subject.bytes);
    putBytes(writer, predicate);
    putBytes(writer, labels[number]?.bytes ?? NO_SUBJECT.bytes);
    putBytes(writer, LINE_END);
  }
}

function putObjects(
  writer: ByteWriter,
  { predicate, objects }: Extract<Step, { kind: 'objects' }>,
  subject: Term,
  texts: Texts,
): boolean {
  const written = objects.map((object) => write(object, texts) + END).sort();
  for (let index = 0; index < written.length; index += 1) {
    const object = written[index] ?? '';
    if (object === written[index - 1]) return false;
    putBytes(writer, subject.bytes);
    putText(writer, predicate);
    putText(writer, object);
  }
  return true;
}

function write(part: Part, { iris, literals, labels }: Texts): string {
  switch (part.kind) {
    case 'fixed':
      return part.text;
    case 'iri':
      return iris[part.place]?.text ?? '';
    case 'literal':
      return literals[part.place] + part.suffix;
    case 'blank':
      return labels[part.number]?.text ?? '';
  }
}
