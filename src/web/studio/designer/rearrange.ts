/** Rows of a design that are added, taken away and moved. Pure. */
import type { Assessment, DesignContent, Outcome } from '../../../formats/facts.ts';

const LISTS = ['outcomes', 'assessments'] as const;
type List = (typeof LISTS)[number];
const MOVES = ['add', 'remove', 'up', 'down'] as const;

export type Rearrangement = {
  readonly move: (typeof MOVES)[number];
  readonly list: List;
  readonly at: number;
};

/** `up:outcomes:2`, the value of the button that was pressed. */
export function parseRearrangement(text: string): Rearrangement | undefined {
  const [move, list, at = '0'] = text.split(':');
  const known = { move: MOVES.find((one) => one === move), list: LISTS.find((one) => one === list) };
  if (!known.move || !known.list || !/^\d{1,2}$/.test(at)) return undefined;
  return { move: known.move, list: known.list, at: Number(at) };
}

/** `focus`: the id of the row where the reader goes on. */
export function rearrange(
  content: DesignContent,
  { move, list, at }: Rearrangement,
): { readonly content: DesignContent; readonly focus: string | undefined } {
  const rows: readonly (Outcome | Assessment)[] = content[list];
  const focus = rows[at]?.id;
  if (move === 'add') {
    const added = list === 'outcomes' ? emptyOutcome(content) : emptyAssessment(content);
    return { content: { ...content, [list]: [...rows, added] }, focus: added.id };
  }
  if (move === 'remove') {
    const provenBy = content.provenBy.filter((cell) => cell.outcome !== focus && cell.assessment !== focus);
    const left = rows.filter((_, index) => index !== at);
    return { content: { ...content, [list]: left, provenBy }, focus: (left[at] ?? left.at(-1))?.id };
  }
  const to = move === 'up' ? at - 1 : at + 1;
  if (!rows[at] || !rows[to]) return { content, focus };
  return { content: { ...content, [list]: swap(rows, at, to) }, focus };
}

function swap<Row>(rows: readonly Row[], one: number, other: number): Row[] {
  return rows.map((row, index) => {
    if (index === one) return rows[other] ?? row;
    return index === other ? (rows[one] ?? row) : row;
  });
}

function emptyOutcome({ outcomes }: DesignContent): Outcome {
  return { id: nextId('LO', outcomes), text: {} };
}

function emptyAssessment({ assessments }: DesignContent): Assessment {
  return { id: nextId('A', assessments), title: {}, type: '6e6cb2cc78' };
}

/** Never the number of a row that was there: signed credentials and the matrix know rows by their id. */
function nextId(prefix: string, rows: readonly { readonly id: string }[]): string {
  const numbers = rows.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0));
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}
