/** The minutes of a meeting: who was there, and of each design the votes, the decision and its reasons. Pure. */
import type { MeetingView } from '../quality.schema.ts';
import { listAdvice, listAgenda } from './compose-pack.ts';
import { type Block, headingOf, type PaperSection, plain, tableOf, textOf } from './paper.ts';
import type { Voice } from './paper-words.ts';

type Item = MeetingView['agenda'][number];

export function composeMinutesSections(voice: Voice, meeting: MeetingView): PaperSection[] {
  const { words } = voice;
  const paragraphs = meeting.minutes.split(/\n\s*\n/).filter((one) => one.trim() !== '');
  return [
    { ...plain, heading: words.present, blocks: listPresent(voice, meeting) },
    { ...plain, heading: words.agenda, blocks: listAgenda(voice, meeting) },
    ...meeting.agenda.map((item, index) => ({
      heading: voice.say(item.title),
      label: words.item(index + 1),
      ...{ serif: true, newPage: false },
      blocks: [...listAdvice(voice, item), ...listVotes(voice, item), ...listDecision(voice, item)],
    })),
    {
      ...plain,
      heading: words.discussed,
      blocks: meeting.state === 'closed' ? paragraphs.map(textOf) : [textOf(words.open)],
    },
  ].filter(({ blocks }) => blocks.length > 0);
}

function listPresent({ words, code }: Voice, { present, members, agenda }: MeetingView): Block[] {
  const seatOf = (person: string) => members.find(({ id }) => id === person)?.seat;
  const quorum = Math.max(0, ...agenda.map((item) => item.quorum));
  return [
    ...tableOf({
      columns: [words.person, words.seat],
      ...{ widths: [1, 1], numbers: [], serif: false },
      rows: present.map(({ id, name }) => {
        const seat = seatOf(id);
        return [name || words.left, seat === undefined ? words.noSeat : code(seat)];
      }),
    }),
    ...(quorum > 0 ? [textOf(words.quorum(quorum))] : []),
  ];
}

function listVotes({ words, code }: Voice, { votes, rule, quorum }: Item): Block[] {
  if (votes.length === 0) return [headingOf(words.votes), textOf(words.noVotes)];
  return [
    headingOf(words.votes),
    ...tableOf({
      columns: [words.person, words.vote, words.reason],
      ...{ widths: [3, 2, 5], numbers: [], serif: false },
      rows: votes.map(({ by, vote, reason }) => [by.name || words.left, code(vote), reason]),
    }),
    textOf(`${words.facts.votes}: ${words[rule](quorum)}.`),
  ];
}

function listDecision({ words, code, day }: Voice, { decision }: Item): Block[] {
  if (!decision) return [headingOf(words.decision), textOf(words.undecided)];
  const { outcome, summary, by, at, reasons, conditions } = decision;
  return [
    headingOf(`${words.decision}: ${code(outcome).toLowerCase()}`),
    { kind: 'said', text: summary, by: words.spoken(by.name || words.left, day(at)) },
    ...(reasons.length > 0 ? [headingOf(words.reasons)] : []),
    ...tableOf({
      columns: [words.criterion, words.decision, words.reason],
      ...{ widths: [2, 2, 6], numbers: [], serif: false },
      rows: reasons.map(({ criterion, verdict, reason }) => [criterion, code(verdict), reason]),
    }),
    ...(conditions.length > 0 ? [headingOf(words.conditions)] : []),
    ...tableOf({
      columns: [words.condition, words.owner, words.due],
      ...{ widths: [6, 3, 2.4], numbers: [], serif: false },
      rows: conditions.map(({ text, owner, due }) => [text, owner, day(due)]),
    }),
  ];
}
