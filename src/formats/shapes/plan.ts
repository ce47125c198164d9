/**
 * A template in which some texts are filled in once for all, and the rest stands ready: what can be written, ordered
 * and hashed beforehand is. A group is what is said of one subject; in it the predicates decide the order, and only
 * what has subject and predicate in common is put in order for each document.
 */
import { encodeHex, encodeUtf8, joinBytes, joinPieces, type Piece } from '../bytes.ts';
import type { Hash } from '../format.ts';
import {
  type Line as CompiledLine,
  type Part as CompiledPart,
  isSafeIri,
  type Template,
  writeLiteral,
  writePart,
} from './template.ts';

export type Plan = {
  readonly free: ReadonlySet<number>;
  readonly freeIris: readonly number[];
  readonly freeLiterals: readonly number[];
  readonly fixedNodes: ReadonlySet<string>;
  /** Of subjects with an address. */
  readonly named: readonly Group[];
  /** Of blank nodes, by their number. */
  readonly unnamed: readonly (Group | undefined)[];
  /** Blank nodes whose hash is the same for every document of the plan, in the order of their hashes. */
  readonly settled: readonly Hashed[];
  readonly unsettled: readonly Blank[];
  /** Ranks in the order in which their names stand in a text: 0, 1, 10, 2. */
  readonly ranks: readonly number[];
};

type Part = Exclude<CompiledPart, { kind: 'blank' }> | { readonly kind: 'blank'; readonly number: number };
type Line = { readonly subject: Part; readonly predicate: string; readonly object: Part };
type Hashed = { readonly number: number; readonly digest: string };
type Blank = {
  readonly number: number;
  readonly lines: readonly Line[];
  /** The lines stand in their order already, whatever is filled in. */
  readonly ordered: boolean;
};

type Group = {
  readonly subject: Part;
  readonly runs: readonly Run[];
  /** Of a blank node about which all is said but its name: how it reads by each name it has had. */
  readonly byName: Map<string, Uint8Array> | undefined;
};

/** Lines of one subject and one predicate, or text that is ready: neither subject nor object are open. */
type Run =
  | { readonly kind: 'ready'; readonly bytes: Uint8Array }
  | { readonly kind: 'open'; readonly predicate: string; readonly objects: readonly Part[] };

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
  const bind = (part: CompiledPart): Part => {
    if (part.kind === 'blank') return { kind: 'blank', number: numbers.get(part.node) ?? -1 };
    if (part.kind === 'fixed' || free.has(part.slot)) return part;
    return { kind: 'fixed', text: writePart(part, values) };
  };
  const bindLine = ({ subject, predicate, object }: CompiledLine): Line => ({
    subject: bind(subject),
    predicate,
    object: bind(object),
  });
  const lines = template.lines.map(bindLine);
  const groups = groupBySubject(lines, template.blanks.size);
  if (!groups) return undefined;
  const blanks = [...template.blanks.values()].map((own, number) => orderLines(number, own.map(bindLine)));
  const settled: Hashed[] = [];
  for (const blank of blanks.filter(({ lines: own }) => !own.some(isOpen)))
    settled.push({ number: blank.number, digest: await hashBlank(blank, NOTHING, hash) });
  return {
    free,
    freeIris: template.iriSlots.filter((slot) => free.has(slot)),
    freeLiterals: [...new Set(lines.flatMap(literalSlots))],
    fixedNodes: template.fixedNodes,
    named: groups.filter(({ subject }) => subject.kind !== 'blank'),
    unnamed: blanks.map(({ number }) =>
      groups.find(({ subject }) => subject.kind === 'blank' && subject.number === number),
    ),
    settled: settled.sort((one, other) => (one.digest < other.digest ? -1 : 1)),
    unsettled: blanks.filter(({ lines: own }) => own.some(isOpen)),
    ranks: [...blanks.keys()].sort((one, other) => (labelOf(one) < labelOf(other) ? -1 : 1)),
  };
}

/** Where subject and predicate decide, which is nearly always. */
function orderLines(number: number, lines: readonly Line[]): Blank {
  const startOf = ({ subject, predicate }: Line) => labelled(subject, number, NOTHING) + predicate;
  const starts = new Set(lines.map(startOf));
  const ordered = starts.size === lines.length && lines.every(({ subject }) => !isOpenPart(subject));
  if (!ordered) return { number, lines, ordered };
  return {
    number,
    ordered,
    lines: [...lines].sort((one, other) => (startOf(one) < startOf(other) ? -1 : 1)),
  };
}

function literalSlots({ object }: Line): readonly number[] {
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

function groupBySubject(lines: readonly Line[], blanks: number): readonly Group[] | undefined {
  const groups: Group[] = [];
  for (const own of Map.groupBy(lines, ({ subject }) => keyOf(subject)).values()) {
    const [first] = own;
    if (!first) continue;
    const runs = listRuns(first.subject, own);
    if (!runs) return undefined;
    const isSaid = first.subject.kind === 'blank' && own.every(({ object }) => object.kind === 'fixed');
    const byName = isSaid && blanks <= MAX_KEPT_BLANKS ? new Map<string, Uint8Array>() : undefined;
    groups.push({ subject: first.subject, runs, byName });
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
      return `slot ${part.slot}`;
  }
}

/** Every predicate ends as none of them goes on, so that their order is the order of the lines. */
function listRuns(subject: Part, lines: readonly Line[]): readonly Run[] | undefined {
  const byPredicate = [...Map.groupBy(lines, ({ predicate }) => predicate)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const runs: Run[] = [];
  for (const [predicate, own] of byPredicate) {
    const objects = own.map(({ object }) => object);
    if (subject.kind !== 'fixed' || objects.some(({ kind }) => kind !== 'fixed')) {
      runs.push({ kind: 'open', predicate, objects });
      continue;
    }
    const written = objects.map((object) => subject.text + predicate + textOf(object) + END).sort();
    // A set has nothing twice; what the full pipeline does then is its own affair.
    if (new Set(written).size !== written.length) return undefined;
    const bytes = encodeUtf8(written.join(''));
    const last = runs.at(-1);
    if (last?.kind === 'ready')
      runs[runs.length - 1] = { kind: 'ready', bytes: joinBytes(last.bytes, bytes) };
    else runs.push({ kind: 'ready', bytes });
  }
  return runs;
}

function textOf(part: Part): string {
  return part.kind === 'fixed' ? part.text : '';
}

const END = ' .\n';

/** What stands in the open slots, as it is written; and the names of the blank nodes by their number. */
type Texts = {
  readonly iris: readonly string[];
  /** Quoted and escaped, by slot. */
  readonly literals: readonly string[];
  readonly labels: readonly string[];
};
const NOTHING: Texts = { iris: [], literals: [], labels: [] };

/**
 * The canonical form for these texts; undefined where the short way is not sure to be the long one: an IRI that
 * expansion would touch, a node that two texts would share, blank nodes that only the full algorithm tells apart.
 */
export async function fillPlan(
  plan: Plan,
  values: readonly string[],
  hash: Hash,
): Promise<Uint8Array | undefined> {
  for (const slot of plan.freeIris) {
    const iri = values[slot] ?? '';
    if (!isSafeIri(iri) || plan.fixedNodes.has(iri)) return undefined;
  }
  const literals: string[] = [];
  for (const slot of plan.freeLiterals) literals[slot] = writeLiteral(values[slot] ?? '');
  const ranked = await rankBlanks(plan, { iris: values, literals, labels: NOTHING.labels }, hash);
  if (!ranked) return undefined;
  const labels: string[] = [];
  for (const [rank, { number }] of ranked.entries()) labels[number] = labelOf(rank);
  const texts: Texts = { iris: values, literals, labels };
  const pieces: Piece[] = [];
  const named = plan.named.map((group) => ({ group, subject: write(group.subject, texts) }));
  for (const { group, subject } of named.sort((one, other) => (one.subject < other.subject ? -1 : 1)))
    if (!addGroup(pieces, group, subject, texts)) return undefined;
  // An address begins with `<`, which stands before the `_` of a name that was given.
  for (const rank of plan.ranks) {
    const group = plan.unnamed[ranked[rank]?.number ?? -1];
    if (group && !addGroup(pieces, group, labelOf(rank), texts)) return undefined;
  }
  return joinPieces(pieces);
}

const LABELS = Array.from({ length: 256 }, (_, rank) => `_:c14n${rank}`);

function labelOf(rank: number): string {
  return LABELS[rank] ?? `_:c14n${rank}`;
}

/** False when something would be said twice. */
function addGroup(pieces: Piece[], { runs, byName }: Group, subject: string, texts: Texts): boolean {
  const known = byName?.get(subject);
  if (known) {
    pieces.push(known);
    return true;
  }
  const own: Piece[] = [];
  for (const run of runs) {
    const written = run.kind === 'ready' ? run.bytes : writeRun(subject, run, texts);
    if (written === undefined) return false;
    own.push(written);
  }
  // There are as many names as blank nodes.
  byName?.set(subject, joinPieces(own).slice());
  pieces.push(...own);
  return true;
}

function writeRun(
  subject: string,
  { predicate, objects }: Extract<Run, { kind: 'open' }>,
  texts: Texts,
): string | undefined {
  const start = subject + predicate;
  const [first] = objects;
  if (objects.length === 1 && first) return start + write(first, texts) + END;
  const written = objects.map((object) => write(object, texts) + END).sort();
  let text = '';
  for (const [index, one] of written.entries()) {
    if (one === written[index - 1]) return undefined;
    text += start + one;
  }
  return text;
}

/** RDFC-1.0, section 4.4.3, as far as first-degree hashes tell all blank nodes apart: in the order of their names. */
async function rankBlanks(
  { settled, unsettled }: Plan,
  texts: Texts,
  hash: Hash,
): Promise<readonly Hashed[] | undefined> {
  if (unsettled.length === 0) return hasTwins(settled) ? undefined : settled;
  const ranked = [...settled];
  for (const blank of unsettled) {
    const digest = await hashBlank(blank, texts, hash);
    const place = ranked.findIndex((other) => other.digest >= digest);
    ranked.splice(place === -1 ? ranked.length : place, 0, { number: blank.number, digest });
  }
  return hasTwins(ranked) ? undefined : ranked;
}

function hasTwins(ranked: readonly Hashed[]): boolean {
  return ranked.some(({ digest }, rank) => digest === ranked[rank - 1]?.digest);
}

async function hashBlank({ number, lines, ordered }: Blank, texts: Texts, hash: Hash): Promise<string> {
  const digest = hash(encodeUtf8(writeAround(number, lines, ordered, texts)));
  return encodeHex(digest instanceof Promise ? await digest : digest);
}

function writeAround(number: number, lines: readonly Line[], ordered: boolean, texts: Texts): string {
  const writeLine = ({ subject, predicate, object }: Line) =>
    labelled(subject, number, texts) + predicate + labelled(object, number, texts) + END;
  if (!ordered) return lines.map(writeLine).sort().join('');
  let text = '';
  for (const line of lines) text += writeLine(line);
  return text;
}

/** As a blank node is named while its own name is looked for. */
function labelled(part: Part, number: number, texts: Texts): string {
  if (part.kind !== 'blank') return write(part, texts);
  return part.number === number ? '_:a' : '_:z';
}

function write(part: Part, { iris, literals, labels }: Texts): string {
  switch (part.kind) {
    case 'fixed':
      return part.text;
    case 'iri':
      return `<${iris[part.slot]}>`;
    case 'literal':
      return literals[part.slot] + part.suffix;
    case 'blank':
      return labels[part.number] ?? '';
  }
}
