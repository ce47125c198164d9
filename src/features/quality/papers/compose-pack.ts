/** The committee's pack for a meeting: its agenda, then each design as it was handed in. Pure. */
import type { DesignContent } from '../../../formats/index.ts';
import type { Dossier } from '../dossier.schema.ts';
import type { Finding } from '../finding.ts';
import type { Criterion } from '../pack.schema.ts';
import type { MeetingView } from '../quality.schema.ts';
import { composeDesignBlocks } from './design-blocks.ts';
import { type Block, headingOf, type Paper, type PaperSection, plain, tableOf, textOf } from './paper.ts';
import type { Voice } from './paper-words.ts';

type Item = MeetingView['agenda'][number];

/** What was handed in in the round of the item; none: it was handed in again since. */
export type HandedIn = {
  readonly content: DesignContent;
  readonly dossier: Dossier;
  readonly findings: readonly Finding[];
  readonly criteria: readonly Criterion[];
};

export function composePackSections(
  voice: Voice,
  meeting: MeetingView,
  handedIn: ReadonlyMap<string, HandedIn>,
): PaperSection[] {
  return [
    { ...plain, heading: voice.words.agenda, blocks: listAgenda(voice, meeting) },
    ...meeting.agenda.map((item, index) => ({
      heading: voice.say(item.title),
      label: voice.words.item(index + 1),
      ...{ serif: true, newPage: index > 0 }, // the first may follow the agenda
      blocks: composeItem(voice, item, handedIn.get(item.design)),
    })),
  ];
}

export function listAgenda({ words, say, code }: Voice, { agenda }: MeetingView): Block[] {
  if (agenda.length === 0) return [textOf(words.noAgenda)];
  return tableOf({
    columns: ['', words.columns.design, words.columns.kind, words.columns.makers],
    ...{ widths: [0.5, 5, 2.4, 3], numbers: [], serif: false },
    rows: agenda.map(({ title, kind, makers }, index) => [
      String(index + 1),
      say(title),
      code(kind),
      namesOf(makers, words.left),
    ]),
  });
}

function composeItem(voice: Voice, item: Item, handedIn: HandedIn | undefined): Block[] {
  const { words } = voice;
  return [
    { kind: 'facts', rows: listFacts(voice, item, handedIn?.content) },
    ...listAdvice(voice, item),
    ...(handedIn
      ? [...composeDesignBlocks(voice, handedIn), ...listFindings(voice, handedIn)]
      : [textOf(words.gone)]),
  ];
}

function listFacts(voice: Voice, item: Item, content: DesignContent | undefined): Fact[] {
  const { words, code } = voice;
  return [
    ...sayFacts(voice, [['kind', code(item.kind)]]),
    ...(content ? listContentFacts(voice, content) : []),
    ...sayFacts(voice, [
      ['makers', namesOf(item.makers, words.left)],
      ['round', String(item.round)],
      ['rules', item.pack],
      ['votes', words[item.rule](item.quorum)],
    ]),
  ];
}

type Fact = { readonly label: string; readonly value: string };
type FactName = keyof Voice['words']['facts'];

/** Facts of which there is nothing to say are left out. */
export function sayFacts(
  { words }: Voice,
  facts: readonly (readonly [FactName, string | undefined])[],
): Fact[] {
  return facts.flatMap(([name, value]) => (value ? [{ label: words.facts[name], value }] : []));
}

export function listContentFacts(voice: Voice, { workload, level }: DesignContent): Fact[] {
  const { words, number } = voice;
  const { ects, hours } = workload;
  const load = [ects && `${number(ects)} EC`, hours && words.hours(number(hours))].filter(Boolean);
  return sayFacts(voice, [
    ['load', load.join(' · ')],
    ['level', level.eqf === undefined ? undefined : `EQF ${level.eqf}`],
  ]);
}

export function listAdvice({ words, code }: Voice, { advice }: Item): Block[] {
  if (advice.length === 0) return [headingOf(words.advice), textOf(words.noAdvice)];
  return [
    headingOf(words.advice),
    ...advice.map(({ summary, by, step, outcome }) => ({
      ...{ kind: 'said' as const, text: summary },
      by: `${by.name || words.left}, ${code(step)}: ${code(outcome)}`,
    })),
  ];
}

export function listFindings({ words, say, code }: Voice, { findings, criteria }: HandedIn): Block[] {
  const rows = criteria.flatMap(({ id, text }) => {
    const found = findings.filter(({ criterion }) => criterion === id);
    const [first] = found;
    return first ? [[id, say(text), code(first.severity), String(found.length)]] : [];
  });
  return [
    headingOf(words.findings),
    ...(rows.length === 0 ? [textOf(words.noFindings)] : []),
    ...tableOf({
      columns: [words.criterion, words.asks, words.severity, words.places],
      ...{ widths: [2, 7, 1.5, 1.2], numbers: [3], serif: false, rows },
    }),
  ];
}

export function namesOf(people: readonly { readonly name: string }[], left: string): string {
  return people.map(({ name }) => name || left).join(', ');
}

export type PaperKind = 'pack' | 'minutes';

/** The head that both papers share. */
export function composeHead(
  voice: Voice,
  kind: PaperKind,
  { day, place }: Pick<MeetingView, 'day' | 'place'>,
): Pick<Paper, 'title' | 'lead' | 'body' | 'page'> {
  const { words } = voice;
  const title = kind === 'pack' ? words.packOf(voice.day(day)) : words.minutesOf(voice.day(day));
  return { title, lead: words.lead(place), body: words.body, page: words.page };
}
