/** One design as the committee reads it on paper: what was handed in, and what it is judged by. Pure. */
import { type DesignContent, labelOf } from '../../../formats/index.ts';
import type { Dossier } from '../dossier.schema.ts';
import type { Teacher } from '../staff/resolve-team.ts';
import { type Block, headingOf, tableOf, textOf } from './paper.ts';
import type { Voice } from './paper-words.ts';

type Shown = {
  readonly content: DesignContent;
  readonly dossier: Dossier;
  readonly team: readonly Teacher[];
};

export function composeDesignBlocks(voice: Voice, shown: Shown): Block[] {
  return [
    ...listOutcomes(voice, shown),
    ...listMatrix(voice, shown),
    ...listAssessments(voice, shown),
    ...listWorkload(voice, shown),
    ...listLevelArgument(voice, shown),
    ...listStatements(voice, shown),
    ...listTeam(voice, shown),
  ];
}

/** A column of arguments only where there are any. */
function listOutcomes({ words, say }: Voice, { content, dossier }: Shown): Block[] {
  const isArgued = content.outcomes.some(({ id }) => say(dossier.outcomes[id]?.levelArgument) !== '');
  const rows = content.outcomes.map(({ id, text }) => {
    const { eqf, levelArgument } = dossier.outcomes[id] ?? {};
    const shown = [`${id}  ${say(text)}`, eqf === undefined ? '–' : `EQF ${eqf}`];
    return isArgued ? [...shown, say(levelArgument)] : shown;
  });
  return [
    headingOf(words.outcomes),
    ...tableOf({
      columns: [words.outcome, words.level, ...(isArgued ? [words.why] : [])],
      widths: isArgued ? [6, 1.2, 4] : [8, 1],
      ...{ numbers: [], serif: true, rows },
    }),
  ];
}

/** More than these stand in one column instead of one each: a page is no wider. */
const MOST_COLUMNS = 7;

function listMatrix({ words, number }: Voice, { content }: Shown): Block[] {
  const { outcomes, assessments, provenBy } = content;
  const cell = (outcome: string, assessment: string) => {
    const found = provenBy.find((one) => one.outcome === outcome && one.assessment === assessment);
    if (!found) return '';
    return found.weight === undefined ? '•' : `${number(found.weight)}%`;
  };
  const isWide = assessments.length <= MOST_COLUMNS;
  const rows = outcomes.map(({ id }) => {
    const cells = assessments.map((one) => [one.id, cell(id, one.id)] as const);
    if (isWide) return [id, ...cells.map(([, weight]) => weight || '–')];
    return [id, cells.flatMap(([name, weight]) => (weight ? [`${name} ${weight}`] : [])).join('; ')];
  });
  const names = isWide ? assessments.map(({ id }) => id) : [words.assessments];
  return [
    headingOf(words.matrix),
    ...tableOf({
      columns: [words.outcome, ...names],
      widths: [2, ...names.map(() => (isWide ? 1 : 8))],
      numbers: isWide ? names.map((_, at) => at + 1) : [],
      ...{ serif: false, rows },
    }),
  ];
}

function listAssessments({ words, say, language, number }: Voice, { content }: Shown): Block[] {
  const rows = content.assessments.map(({ id, title, type, supervision, identityCheck, weight }) => [
    `${id}  ${say(title)}`,
    labelOf('assessment', type, language),
    [supervision && labelOf('supervision', supervision, language), say(identityCheck)]
      .filter(Boolean)
      .join('. '),
    weight === undefined ? '–' : `${number(weight)}%`,
  ]);
  return [
    headingOf(words.assessments),
    ...tableOf({
      columns: [words.assessment, words.type, words.supervision, words.weight],
      ...{ widths: [4, 3, 4, 1.2], numbers: [3], serif: true, rows },
    }),
  ];
}

function listWorkload({ words, say, language, number }: Voice, { dossier }: Shown): Block[] {
  const { activities, basis } = dossier.workload;
  const sum = activities.reduce((total, { hours }) => total + hours, 0);
  const rows = activities.map(({ label, type, hours, contact }) => [
    say(label),
    [labelOf('learningActivity', type, language), contact ? words.contact : ''].filter(Boolean).join(', '),
    number(hours),
  ]);
  if (rows.length > 0) rows.push([words.total, '', number(sum)]);
  return [
    headingOf(words.workload),
    ...(basis ? [textOf(say(basis))] : []),
    ...tableOf({
      columns: [words.activity, words.type, words.hoursHead],
      ...{ widths: [5, 4, 1.2], numbers: [2], serif: false, rows },
    }),
  ];
}

function listLevelArgument({ words, say }: Voice, { dossier }: Shown): Block[] {
  if (!dossier.levelArgument) return [];
  return [headingOf(words.levelArgument), { kind: 'said', text: say(dossier.levelArgument), by: '' }];
}

function listStatements({ words, say }: Voice, { dossier }: Shown): Block[] {
  const rows = Object.entries(words.statementNames).flatMap(([name, label]) => {
    const said = dossier.statements[name as keyof typeof words.statementNames]; // its own key
    return said ? [{ label, value: [say(said.text), said.url].filter(Boolean).join(' ') }] : [];
  });
  return rows.length === 0 ? [] : [headingOf(words.statements), { kind: 'facts', rows }];
}

function listTeam({ words, code, day }: Voice, { team }: Shown): Block[] {
  if (team.length === 0) return [];
  return [
    headingOf(words.team),
    ...tableOf({
      columns: [words.name, words.role, words.qualification, words.valid],
      ...{ widths: [3, 2.4, 4, 3.4], numbers: [], serif: false },
      rows: team.map(({ name, role, held }) => [
        name,
        code(role),
        held ? `${code(held.kind)} (${code(held.evidence)}, ${held.reference})` : words.unqualified,
        held ? `${day(held.validFrom)} – ${held.validUntil ? day(held.validUntil) : words.forever}` : '–',
      ]),
    }),
  ];
}
