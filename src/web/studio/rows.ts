/** Rows of a form that are added, taken away and moved by its buttons. Pure. */

const MOVES = ['add', 'remove', 'up', 'down'] as const;

export type RowAct<List extends string> = {
  readonly move: (typeof MOVES)[number];
  readonly list: List;
  readonly at: number;
};

/** `up:outcomes:2`, the value of the button that was pressed. */
export function parseRowAct<List extends string>(
  text: string,
  lists: readonly List[],
): RowAct<List> | undefined {
  const [move, list, at = '0'] = text.split(':');
  const known = { move: MOVES.find((one) => one === move), list: lists.find((one) => one === list) };
  if (!known.move || !known.list || !/^\d{1,2}$/.test(at)) return undefined;
  return { move: known.move, list: known.list, at: Number(at) };
}

/** At the ends rows stay where they are. */
export function moveRow<Row>(rows: readonly Row[], { move, at }: Omit<RowAct<string>, 'list'>): Row[] {
  if (move === 'remove') return rows.filter((_, index) => index !== at);
  const to = move === 'up' ? at - 1 : at + 1;
  const [one, other] = [rows[at], rows[to]];
  if (move === 'add' || one === undefined || other === undefined) return [...rows];
  return rows.map((row, index) => (index === at ? other : index === to ? one : row));
}
