/** What a review rests on, as the committee reads it on paper. Pure. */
import type { Evidence } from '../evidence.schema.ts';
import { type Block, headingOf, type PaperSection, plain, tableOf, textOf } from './paper.ts';
import type { Voice } from './paper-words.ts';
import { reviewWordsIn } from './review-words.ts';

type Part = (voice: Voice, evidence: Evidence) => { readonly heading: string; readonly blocks: Block[] };

export function composeReviewSections(voice: Voice, evidence: Evidence, digest: string): PaperSection[] {
  const words = reviewWordsIn(voice.language);
  const parts: readonly Part[] = [
    listCauses,
    listAwards,
    listFeedback,
    listComplaints,
    listReplies,
    listChanges,
    listConditions,
    listStaff,
  ];
  return [
    ...parts
      .map((part) => ({ ...plain, ...part(voice, evidence) }))
      .filter(({ blocks }) => blocks.length > 0),
    { ...plain, heading: words.digest, blocks: [textOf(digest), textOf(words.rests)] },
  ];
}

const narrow = { numbers: [], serif: false } as const;

function listCauses(voice: Voice, { causes, reviewDue, pack }: Evidence) {
  const words = reviewWordsIn(voice.language);
  const names: Readonly<Record<string, string>> = words.cause;
  const said = causes.map(({ kind, ref }) => ({
    label: names[kind] ?? kind,
    value: kind === 'day' ? voice.day(ref) : ref,
  }));
  return {
    heading: words.why,
    blocks: [
      ...(said.length === 0 ? [textOf(words.noCause)] : []),
      {
        kind: 'facts' as const,
        rows: [
          ...said,
          { label: voice.words.facts.rules, value: pack },
          ...(reviewDue ? [{ label: voice.words.due, value: voice.day(reviewDue) }] : []),
        ],
      },
    ],
  };
}

function listAwards(voice: Voice, { awards: { results, ...counts } }: Evidence) {
  const words = reviewWordsIn(voice.language);
  const rows = (['granted', 'claimed', 'declined', 'revoked'] as const).map((name) => ({
    label: words.counts[name],
    value: voice.number(counts[name]),
  }));
  const named = results.map(({ value, count }) => ({
    label: `${words.result} ${value}`,
    value: voice.number(count),
  }));
  return { heading: words.results, blocks: [{ kind: 'facts' as const, rows: [...rows, ...named] }] };
}

function listFeedback(voice: Voice, { feedback, outcomes }: Evidence) {
  const words = reviewWordsIn(voice.language);
  const name = (question: string) => {
    const [aspect = '', outcome] = question.split('.', 2);
    const of = outcomes.find(({ id }) => id === outcome);
    return [words.questions[aspect] ?? aspect, of && voice.say(of.text)].filter(Boolean).join(': ');
  };
  const groups = feedback.flatMap(({ kind, n, figures }) => [
    headingOf(`${words.groups[kind]} (${voice.number(n)})`),
    ...tableOf({
      ...{ columns: [words.question, words.answers], widths: [7, 3], ...narrow },
      rows: figures.map(({ question, counts }) => [name(question), counts.join(' – ')]),
    }),
  ]);
  return { heading: words.feedback, blocks: groups.length > 0 ? groups : [textOf(words.noFeedback)] };
}

function listComplaints(voice: Voice, { complaints }: Evidence) {
  const words = reviewWordsIn(voice.language);
  const table = tableOf({
    ...{ columns: [words.received, words.about], widths: [1, 2], ...narrow },
    rows: complaints.map(({ kind, receivedOn }) => [voice.day(receivedOn), words.complaint[kind] ?? kind]),
  });
  return { heading: words.complaints, blocks: table.length > 0 ? table : [textOf(words.noComplaints)] };
}

function listReplies(voice: Voice, { replies }: Evidence) {
  const words = reviewWordsIn(voice.language);
  return {
    heading: words.replies,
    blocks: tableOf({
      ...{ columns: ['', words.said, words.did], widths: [2, 4, 4], ...narrow },
      rows: replies.map(({ said, did, on }) => [voice.day(on), voice.say(said), voice.say(did)]),
    }),
  };
}

function listChanges(voice: Voice, { changes }: Evidence) {
  const words = reviewWordsIn(voice.language);
  const table = tableOf({
    ...{ columns: [words.version(0).replace(/ 0$/, ''), words.weight, words.fields], ...narrow },
    widths: [2, 2, 6],
    rows: changes.map((change) => [
      change.version === null ? words.draft : `${change.version} (${voice.day(change.on ?? '')})`,
      words.weights[change.class] ?? change.class,
      change.fields.map(({ pointer }) => pointer.slice(1)).join(', '),
    ]),
  });
  return { heading: words.changes, blocks: table.length > 0 ? table : [textOf(words.noChanges)] };
}

function listConditions({ words, language, day }: Voice, { conditions }: Evidence) {
  const table = tableOf({
    ...{ columns: [words.condition, words.owner, words.due], widths: [6, 3, 2.4], ...narrow },
    rows: conditions.map(({ text, owner, due }) => [text, owner, day(due)]),
  });
  return {
    heading: words.conditions,
    blocks: table.length > 0 ? table : [textOf(reviewWordsIn(language).noConditions)],
  };
}

function listStaff({ words, code, day }: Voice, { staff }: Evidence) {
  return {
    heading: words.team,
    blocks: tableOf({
      ...{ columns: [words.name, words.role, words.qualification, words.valid], ...narrow },
      widths: [3, 2.4, 4, 3.4],
      rows: staff.map(({ name, role, qualification: held }) => [
        name,
        code(role),
        held ? `${code(held.kind)} (${code(held.evidence)})` : words.unqualified,
        held ? `${day(held.validFrom)} – ${held.validUntil ? day(held.validUntil) : words.forever}` : '–',
      ]),
    }),
  };
}
