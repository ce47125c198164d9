/** Outcomes, assessments and the matrix as one table for a spreadsheet, and back. Pure. */
import type { Assessment, DesignContent, Outcome, ProvenBy, Text } from '../../../formats/facts.ts';
import { labelOf, listConcepts, type VocabularyName } from '../../../formats/vocabularies.ts';
import { languagesOf } from '../designer/languages.ts';

type Row = Readonly<Record<string, string>>;

/** Self-explaining, and the same in every language: a file goes from one reader to another. */
const KIND = 'what';
const FIXED = [KIND, 'id', 'type', 'supervision', 'weight'];
const TEXT = 'text ';
const FIRST_TYPE = '6e6cb2cc78';

/** A header, a line for each outcome with its cells, a line for each assessment. */
export function composeMatrixTable(content: DesignContent): string[][] {
  const languages = languagesOf(content);
  const { outcomes, assessments, provenBy } = content;
  const texts = (text: Text) => languages.map((language) => text[language] ?? '');
  const cellOf = (outcome: string, assessment: string) =>
    sayCell(provenBy.find((one) => one.outcome === outcome && one.assessment === assessment));
  return [
    [
      ...FIXED.slice(0, 2),
      ...languages.map((one) => `${TEXT}${one}`),
      ...FIXED.slice(2),
      ...assessments.map(({ id }) => id),
    ],
    ...outcomes.map(({ id, text }) => [
      ...['outcome', id, ...texts(text), '', '', ''],
      ...assessments.map((one) => cellOf(id, one.id)),
    ]),
    ...assessments.map(({ id, title, type, supervision, weight }) => [
      ...['assessment', id, ...texts(title), labelOf('assessment', type, 'en')],
      ...[supervision ? labelOf('supervision', supervision, 'en') : '', weight?.toString() ?? ''],
      ...assessments.map(() => ''),
    ]),
  ];
}

function sayCell(cell: ProvenBy | undefined): string {
  if (!cell) return '';
  return cell.weight === undefined ? cell.coverage : `${cell.coverage} ${cell.weight}`;
}

/** The content with what the table says put over it; undefined for a table that is no such one. */
export function applyMatrixTable(content: DesignContent, rows: readonly Row[]): DesignContent | undefined {
  const [first] = rows;
  if (!first || first[KIND] === undefined || first.id === undefined) return undefined;
  const outcomes = ofKind(rows, 'outcome').map((row) => readOutcome(row, content));
  const assessments = ofKind(rows, 'assessment').map((row) => readAssessment(row, content));
  if (outcomes.length === 0) return undefined;
  return { ...content, outcomes, assessments, provenBy: readCells(rows, assessments) };
}

function ofKind(rows: readonly Row[], kind: string): readonly Row[] {
  return rows.filter((row) => row[KIND]?.trim().toLowerCase() === kind && row.id?.trim());
}

function readOutcome(row: Row, content: DesignContent): Outcome {
  const id = row.id?.trim() ?? '';
  const alignments = content.outcomes.find((one) => one.id === id)?.alignments;
  return { id, text: readText(row), ...(alignments ? { alignments } : {}) };
}

function readAssessment(row: Row, content: DesignContent): Assessment {
  const id = row.id?.trim() ?? '';
  const { supervision: _, weight: __, ...kept } = content.assessments.find((one) => one.id === id) ?? {};
  const supervision = findCode('supervision', row.supervision);
  const weight = readWeight(row.weight);
  return {
    ...kept,
    id,
    title: readText(row),
    type: findCode('assessment', row.type) ?? FIRST_TYPE,
    ...(supervision ? { supervision } : {}),
    ...(weight === undefined ? {} : { weight }),
  };
}

/** Rows of outcomes by columns that are called as an assessment is. */
function readCells(rows: readonly Row[], assessments: readonly Assessment[]): ProvenBy[] {
  return ofKind(rows, 'outcome').flatMap((row) =>
    assessments.flatMap(({ id }): ProvenBy[] => {
      const [, coverage, share] = /^(full|partial)\b\s*(\S*)/i.exec(row[id]?.trim() ?? '') ?? [];
      if (!coverage) return [];
      const weight = readWeight(share);
      return [
        {
          outcome: row.id?.trim() ?? '',
          assessment: id,
          coverage: coverage.toLowerCase() === 'full' ? 'full' : 'partial',
          ...(weight === undefined ? {} : { weight }),
        },
      ];
    }),
  );
}

function readText(row: Row): Text {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      name.startsWith(TEXT) && value.trim() !== '' ? [[name.slice(TEXT.length).trim(), plain(value)]] : [],
    ),
  );
}

/** The apostrophe with which a cell was kept from being a formula. */
function plain(value: string): string {
  return value.trim().replace(/^'(?=[=+\-@])/, '');
}

function readWeight(text: string | undefined): number | undefined {
  const number = Number((text ?? '').replace('%', '').replace(',', '.').trim() || Number.NaN);
  return Number.isFinite(number) ? number : undefined;
}

/** By code, or by its name in any language. */
function findCode(vocabulary: VocabularyName, text: string | undefined): string | undefined {
  const wanted = text?.trim().toLowerCase();
  return listConcepts(vocabulary).find(
    ({ code, labels }) =>
      code === wanted || Object.values(labels).some((one) => one.toLowerCase() === wanted),
  )?.code;
}
