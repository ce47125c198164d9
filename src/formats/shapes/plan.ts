/**
 * A template in which some texts are filled in once for all, and the rest stands ready: what can be written, ordered
 * and hashed beforehand is. A group is what is said of one subject; in it the predicates decide the order, and only
 * what has subject and predicate in common is put in order for each document.
 */
import { encodeUtf8, joinBytes } from '../bytes.ts';
import type { Hash } from '../format.ts';
import { openWriter, putText, writtenBytes } from './byte-writer.ts';
import {
  type Line as CompiledLine,
  type Part as CompiledPart,
  isSafeIri,
  type Template,
  writePart,
} from './template.ts';

export type Plan = {
  readonly free: ReadonlySet<number>;
  readonly freeIris: readonly number[];
  readonly freeLiterals: readonly number[];
  readonly fixedNodes: ReadonlySet<string>;
  /** Of subjects with an address, in their order; and those whose address is filled in, by its place. */
  readonly named: readonly Named[];
  readonly namedBySlot: readonly { readonly place: number; readonly group: Group }[];
  /** Of blank nodes, by their number. */
  readonly unnamed: readonly (Group | undefined)[];
  /** Blank nodes whose hash is the same for every document of the plan, in the order of their hashes. */
  readonly settled: readonly Hashed[];
  readonly unsettled: readonly Blank[];
  /** Ranks in the order in which their names stand in a text: 0, 1, 10, 2. */
  readonly ranks: readonly number[];
};

export type Named = { readonly subject: Term; readonly group: Group };

/** An address or a name, as it is ordered and as it is written. */
export type Term = { readonly text: string; readonly bytes: Uint8Array };
export type Hashed = { readonly number: number; readonly digest: Uint8Array };

/** An open one is known by its place among the free slots of its kind. */
export type Part =
  | { readonly kind: 'fixed'; readonly text: string }
  | { readonly kind: 'iri'; readonly place: number }
  | { readonly kind: 'literal'; readonly place: number; readonly suffix: string }
  | { readonly kind: 'blank'; readonly number: number };
export type Line = { readonly subject: Part; readonly predicate: string; readonly object: Part };

export type Blank = {
  readonly number: number;
  readonly lines: readonly Line[];
  /** What is hashed, when the lines stand in their order whatever is filled in. */
  readonly around: readonly Step[] | undefined;
};

/** What is written, one after the other. */
export type Step =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** The address or the name of what the group is about. */
  | { readonly kind: 'subject' }
  | { readonly kind: 'iri'; readonly place: number }
  | { readonly kind: 'literal'; readonly place: number }
  | { readonly kind: 'label'; readonly number: number }
  /** Lines of one predicate, whose objects have to be put in order: blank nodes alone, by number, or anything. */
  | { readonly kind: 'labels'; readonly predicate: Uint8Array; readonly isObject: readonly boolean[] }
  | { readonly kind: 'objects'; readonly predicate: string; readonly objects: readonly Part[] };

export type Group = {
  readonly steps: readonly Step[];
  /** Of a blank node about which all is said but its name: how it reads by each rank it has had. */
  readonly byRank: (Uint8Array | undefined)[] | undefined;
};

export const END = ' .\n';

/** Undefined when what is filled in for all would have to go the long way. */
export async function composePlan(
  template: Template,
  values: readonly string[],
  free: ReadonlySet<number>,
  hash: Hash,
): Promise<Plan | undefined> {
  const bound = template.iriSlots.filter((slot) => !free.has(slot)).map((slot) => values[slot] ?? '');
  if (!bound.every((iri) => isSafeIri(iri) && !template.fixedNodes.has(iri))) return undefined;
  const numbers = new Map([...template.blanks.keys()].map((node, number) => [node, number]));
  const freeIris = template.iriSlots.filter((slot) => free.has(slot));
  const freeLiterals = [...new Set(template.lines.flatMap(literalSlots))].filter((slot) => free.has(slot));
  const bind = (part: CompiledPart): Part => {
    if (part.kind === 'blank') return { kind: 'blank', number: numbers.get(part.node) ?? -1 };
    if (part.kind === 'fixed' || !free.has(part.slot))
      return { kind: 'fixed', text: writePart(part, values) };
    if (part.kind === 'iri') return { kind: 'iri', place: freeIris.indexOf(part.slot) };
    return { kind: 'literal', place: freeLiterals.indexOf(part.slot), suffix: part.suffix };
  };
  const bindLine = ({ subject, predicate, object }: CompiledLine): Line => ({
    subject: bind(subject),
    predicate,
    object: bind(object),
  });
  const lines = template.lines.map(bindLine);
  const groups = groupBySubject(lines, template.blanks.size);
  if (!groups) return undefined;
  const blanks = [...template.blanks.values()].map((own, number) => ({ number, lines: own.map(bindLine) }));
  return {
    free,
    freeIris,
    freeLiterals,
    fixedNodes: template.fixedNodes,
    named: groups
      .flatMap(({ subject, group }) =>
        subject.kind === 'fixed' ? [{ subject: termOf(subject.text), group }] : [],
      )
      .sort((one, other) => (one.subject.text < other.subject.text ? -1 : 1)),
    namedBySlot: groups.flatMap(({ subject, group }) =>
      subject.kind === 'iri' ? [{ place: subject.place, group }] : [],
    ),
    unnamed: blanks.map(
      ({ number }) =>
        groups.find(({ subject }) => subject.kind === 'blank' && subject.number === number)?.group,
    ),
    settled: await hashSettled(
      blanks.filter(({ lines: own }) => !own.some(isOpen)),
      hash,
    ),
    unsettled: blanks
      .filter(({ lines: own }) => own.some(isOpen))
      .map(({ number, lines: own }) => ({ number, lines: own, around: listAround(number, own) })),
    ranks: [...blanks.keys()].sort((one, other) => (labelOf(one).text < labelOf(other).text ? -1 : 1)),
  };
}

type Mentioned = { readonly number: number; readonly lines: readonly Line[] };

async function hashSettled(blanks: readonly Mentioned[], hash: Hash): Promise<readonly Hashed[]> {
  const hashed: Hashed[] = [];
  for (const { number, lines } of blanks) {
    const text = lines.map((line) => textAround(number, line)).sort();
    hashed.push({ number, digest: await hash(encodeUtf8(text.join(''))) });
  }
  return hashed.sort((one, other) => compareBytes(one.digest, other.digest));
}

function textAround(number: number, { subject, predicate, object }: Line): string {
  return textOf(subject, number) + predicate + textOf(object, number) + END;
}

function textOf(part: Part, number: number): string {
  if (part.kind === 'blank') return nameAround(part, number);
  // An address begins so, whichever it is.
  return part.kind === 'fixed' ? part.text : '<';
}

/** As a blank node is named while the name of another, or its own, is looked for. */
export function nameAround(part: { readonly number: number }, number: number): string {
  return part.number === number ? '_:a' : '_:z';
}

/** Subject and predicate decide the order, nearly always; an address to come stands before all blank nodes. */
function listAround(number: number, lines: readonly Line[]): Blank['around'] {
  const startOf = ({ subject, predicate }: Line) => textOf(subject, number) + predicate;
  const subjects = lines.map(({ subject }) => subject);
  const addresses = new Set(subjects.filter(({ kind }) => kind !== 'blank').map(keyOf));
  const isCertain = !subjects.some(isOpenPart) || addresses.size === 1;
  if (!isCertain || new Set(lines.map(startOf)).size < lines.length) return undefined;
  const ordered = [...lines].sort((one, other) => (startOf(one) < startOf(other) ? -1 : 1));
  return joinSteps(
    ordered.flatMap(({ subject, predicate, object }) => [
      ...stepsAround(subject, number),
      ...stepsOf(predicate),
      ...stepsAround(object, number),
      ...stepsOf(END),
    ]),
  );
}

function stepsAround(part: Part, number: number): readonly Step[] {
  return part.kind === 'blank' ? stepsOf(nameAround(part, number)) : stepsOfPart(part);
}

function literalSlots({ object }: CompiledLine): readonly number[] {
  return object.kind === 'literal' ? [object.slot] : [];
}

function isOpen({ subject, object }: Line): boolean {
  return isOpenPart(subject) || isOpenPart(object);
}

function isOpenPart({ kind }: Part): boolean {
  return kind === 'iri' || kind === 'literal';
}

/** A document with more blank nodes is no badge, and each could keep a text for every name it may get. */
const MAX_KEPT_BLANKS = 48;

type About = { readonly subject: Part; readonly group: Group };

function groupBySubject(lines: readonly Line[], blanks: number): readonly About[] | undefined {
  const groups: About[] = [];
  for (const own of Map.groupBy(lines, ({ subject }) => keyOf(subject)).values()) {
    const [first] = own;
    if (!first) continue;
    const steps = listSteps(first.subject, own);
    if (!steps) return undefined;
    const isSaid = first.subject.kind === 'blank' && own.every(({ object }) => object.kind === 'fixed');
    const byRank = isSaid && blanks <= MAX_KEPT_BLANKS ? [] : undefined;
    groups.push({ subject: first.subject, group: { steps, byRank } });
  }
  return groups;
}

function keyOf(part: Part): string {
  switch (part.kind) {
    case 'fixed':
      return part.text;
    case 'blank':
      return `_:${part.number}`;
    default:
      return `${part.kind} ${part.place}`;
  }
}

/** Every predicate ends as none of them goes on, so that their order is the order of the lines. */
function listSteps(subject: Part, lines: readonly Line[]): readonly Step[] | undefined {
  const start: readonly Step[] = subject.kind === 'fixed' ? stepsOf(subject.text) : [{ kind: 'subject' }];
  const byPredicate = [...Map.groupBy(lines, ({ predicate }) => predicate)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const steps: Step[] = [];
  for (const [predicate, own] of byPredicate) {
    const objects = own.map(({ object }) => object);
    const fixed = objects.flatMap((object) => (object.kind === 'fixed' ? [object.text + END] : [])).sort();
    // A set has nothing twice; what the full pipeline does then is its own affair.
    if (new Set(fixed).size !== fixed.length) return undefined;
    const [first] = objects;
    if (fixed.length === objects.length)
      for (const text of fixed) steps.push(...start, ...stepsOf(predicate + text));
    else if (objects.length === 1 && first)
      steps.push(...start, ...stepsOf(predicate), ...stepsOfPart(first), ...stepsOf(END));
    else steps.push(orderLater(predicate, objects));
  }
  return joinSteps(steps);
}

function orderLater(predicate: string, objects: readonly Part[]): Step {
  const isObject: boolean[] = [];
  for (const object of objects) {
    if (object.kind !== 'blank' || isObject[object.number]) return { kind: 'objects', predicate, objects };
    isObject[object.number] = true;
  }
  return { kind: 'labels', predicate: encodeUtf8(predicate), isObject };
}

function stepsOf(text: string): readonly Step[] {
  return [{ kind: 'bytes', bytes: encodeUtf8(text) }];
}

function stepsOfPart(part: Part): readonly Step[] {
  switch (part.kind) {
    case 'fixed':
      return stepsOf(part.text);
    case 'iri':
      return [{ kind: 'iri', place: part.place }];
    case 'literal':
      return [{ kind: 'literal', place: part.place }, ...stepsOf(part.suffix)];
    case 'blank':
      return [{ kind: 'label', number: part.number }];
  }
}

/** Bytes after bytes are one step. */
function joinSteps(steps: readonly Step[]): readonly Step[] {
  const joined: Step[] = [];
  for (const step of steps) {
    const last = joined.at(-1);
    if (last?.kind === 'bytes' && step.kind === 'bytes')
      joined[joined.length - 1] = { kind: 'bytes', bytes: joinBytes(last.bytes, step.bytes) };
    else joined.push(step);
  }
  return joined;
}

const scratch = openWriter();

export function termOf(text: string): Term {
  scratch.at = 0;
  putText(scratch, text);
  return { text, bytes: writtenBytes(scratch).slice() };
}

const LABELS = Array.from({ length: 256 }, (_, rank) => termOf(`_:c14n${rank}`));

export function labelOf(rank: number): Term {
  return LABELS[rank] ?? termOf(`_:c14n${rank}`);
}

/** As the order of their hexadecimal texts is; hashes are of one length. */
export function compareBytes(one: Uint8Array, other: Uint8Array): number {
  for (let at = 0; at < one.length; at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
