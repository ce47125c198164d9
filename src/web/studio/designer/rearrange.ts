/** Rows of a design that are added, taken away and moved. Pure. */
import type { Assessment, DesignContent, Outcome } from '../../../formats/facts.ts';
import { moveRow, parseRowAct, type RowAct } from '../rows.ts';

const LISTS = ['outcomes', 'assessments'] as const;
type List = (typeof LISTS)[number];

export type Rearrangement = RowAct<List>;

export function parseRearrangement(text: string): Rearrangement | undefined {
  return parseRowAct(text, LISTS);
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
  const left = moveRow(rows, { move, at });
  if (move === 'remove') {
    const provenBy = content.provenBy.filter((cell) => cell.outcome !== focus && cell.assessment !== focus);
    return { content: { ...content, [list]: left, provenBy }, focus: (left[at] ?? left.at(-1))?.id };
  }
  return { content: { ...content, [list]: left }, focus };
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
