/** The board's columns: where a design stands, in the words of whoever looks at all of them. */
import type { BoardView } from '../../../features/quality/quality.schema.ts';

export type BoardItem = BoardView['items'][number];

const STATES_OF = {
  ideas: ['idea', 'intake'],
  designing: ['designing', 'self-check', 'changes-requested'],
  expert: ['expert-review', 'peer-review', 'owner-review'],
  committee: ['committee-queue', 'committee-review'],
  objections: ['rejected', 'appeal'],
  approved: ['approved', 'approved-conditional'],
  'in-use': ['published', 'in-use'],
  review: ['review-due', 'in-review'],
  suspended: ['suspended'],
  ending: ['teach-out'],
} as const satisfies Record<string, readonly string[]>;

export type Stage = keyof typeof STATES_OF;

export const STAGES = Object.keys(STATES_OF) as Stage[]; // Object.keys forgets the literal names

/** What nobody looks for when it is empty. */
const RARE: readonly Stage[] = ['objections', 'suspended', 'ending'];

export function stageOf(state: string): Stage | undefined {
  return STAGES.find((stage) => (STATES_OF[stage] as readonly string[]).includes(state));
}

export type BoardFilter = {
  readonly stage: Stage | undefined;
  /** Slug of a unit. */
  readonly unit: string | undefined;
  readonly late: boolean;
  /** The person whose designs these are: made or guided by them. */
  readonly mine: string | undefined;
};

export function readBoardFilter(search: string, person: string | undefined): BoardFilter {
  const query = new URLSearchParams(search);
  return {
    stage: STAGES.find((stage) => stage === query.get('stage')),
    unit: query.get('unit') || undefined,
    late: query.get('late') === '1',
    mine: query.get('mine') === '1' ? person : undefined,
  };
}

/** The stages that the page shows, each with what stands there; longest waiting first, whatever is late before it. */
export function groupBoard(items: readonly BoardItem[], filter: BoardFilter) {
  const found = items.filter(
    (item) =>
      (filter.unit === undefined || item.unitSlug === filter.unit) &&
      (!filter.late || item.late) &&
      (filter.mine === undefined || isOf(item, filter.mine)),
  );
  return STAGES.map((stage) => ({
    stage,
    items: found.filter(({ state }) => stageOf(state) === stage).toSorted(byUrgency),
  })).filter(({ stage, items: standing }) => standing.length > 0 || !RARE.includes(stage));
}

function isOf({ makers, expert }: BoardItem, person: string): boolean {
  return expert?.id === person || makers.some(({ id }) => id === person);
}

function byUrgency(one: BoardItem, other: BoardItem): number {
  return Number(other.late) - Number(one.late) || other.days - one.days;
}
