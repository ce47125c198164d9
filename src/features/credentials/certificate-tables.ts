/** The tables of a certificate: outcomes with what proves them, and the assessments. Pure. */
import { type DesignContent, labelOf, type Text } from '../../formats/index.ts';
import type { CertificateLanguage, CertificateWords } from './certificate-words.ts';

export type Voice = {
  readonly words: CertificateWords;
  readonly speaks: CertificateLanguage;
  readonly say: (text: Text) => string;
  readonly number: (value: number) => string;
  readonly day: (day: string) => string;
};

type Cells = readonly string[];

/** A table with a head; the first cell of each row is its name. */
export type SheetTable = {
  readonly heading: string;
  readonly columns: Cells;
  /** In millimetres; together as wide as the page's text. */
  readonly widths: readonly number[];
  readonly rows: readonly Cells[];
};

/** A4 with margins of 17. */
const TEXT_WIDTH = 176;

/** The first column takes what the others leave. */
function widthsOf(...others: readonly number[]): number[] {
  return [TEXT_WIDTH - others.reduce((sum, width) => sum + width, 0), ...others];
}

/** More assessments than this stand in one column instead of one each: a page is no wider. */
const MOST_COLUMNS = 6;

export function tableOutcomes({ words, say, number }: Voice, content: DesignContent): SheetTable {
  const { outcomes, assessments, provenBy } = content;
  const { overleaf } = words;
  const sayCell = (outcome: string, assessment: string) => {
    const cell = provenBy.find((one) => one.outcome === outcome && one.assessment === assessment);
    if (!cell) return undefined;
    const coverage = cell.coverage === 'full' ? overleaf.fully : overleaf.partly;
    return cell.weight === undefined ? coverage : `${coverage}, ${number(cell.weight)}%`;
  };
  const isWide = assessments.length <= MOST_COLUMNS;
  return {
    heading: overleaf.outcomes,
    widths: isWide
      ? widthsOf(...assessments.map(() => Math.min(24, 105 / assessments.length)))
      : widthsOf(62),
    columns: [overleaf.outcome, ...(isWide ? assessments.map(({ id }) => id) : [overleaf.provenIn])],
    rows: outcomes.map(({ id, text }) => {
      const cells = assessments.map((one) => [one.id, sayCell(id, one.id)] as const);
      const proven = isWide
        ? cells.map(([, said]) => said ?? overleaf.none)
        : [cells.flatMap(([name, said]) => (said ? [`${name} ${said}`] : [])).join('; ') || overleaf.none];
      return [say(text), ...proven];
    }),
  };
}

/** A column that no assessment fills is left out. */
export function tableAssessments(voice: Voice, content: DesignContent): SheetTable {
  const { words, say, speaks, number } = voice;
  const { overleaf } = words;
  const { assessments } = content;
  const optional = [
    {
      head: overleaf.supervision,
      width: 52,
      cells: assessments.map(({ supervision, identityCheck }) =>
        [
          supervision && capitalise(labelOf('supervision', supervision, speaks)),
          identityCheck && say(identityCheck),
        ]
          .filter(Boolean)
          .join('. '),
      ),
    },
    {
      head: overleaf.grading,
      width: 30,
      cells: assessments.map(({ grading }) => (grading ? say(grading) : '')),
    },
    {
      head: overleaf.weight,
      width: 17,
      cells: assessments.map(({ weight }) => (weight === undefined ? '' : `${number(weight)}%`)),
    },
  ].filter(({ cells }) => cells.some((cell) => cell !== ''));
  return {
    heading: overleaf.assessments,
    widths: widthsOf(33, ...optional.map(({ width }) => width)),
    columns: [overleaf.assessment, overleaf.type, ...optional.map(({ head }) => head)],
    rows: assessments.map(({ id, title, type }, at) => [
      `${id}  ${say(title)}`,
      capitalise(labelOf('assessment', type, speaks)),
      ...optional.map(({ cells }) => cells[at] || overleaf.none),
    ]),
  };
}

export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
