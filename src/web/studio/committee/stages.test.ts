import { describe, expect, test } from 'vitest';
import { hasEnded, STATES } from '../../../features/quality/process.ts';
import { type BoardItem, groupBoard, readBoardFilter, stageOf } from './stages.ts';

const item = (design: string, change: Partial<BoardItem> = {}): BoardItem => ({
  ...{ design, title: { en: design }, kind: 'microcredential', unit: null, unitSlug: null, cycle: 1 },
  ...{ state: 'designing', since: '2026-11-01T09:00:00Z', days: 3, target: null, late: false },
  ...{ reviewDue: null, makers: [], expert: null, pack: 'rug-mc@2026', causes: [] },
  ...change,
});
const shown = (items: readonly BoardItem[], search: string, person?: string) =>
  groupBoard(items, readBoardFilter(search, person)).flatMap((group) =>
    group.items.map(({ design }) => design),
  );

describe('the board', () => {
  test('has a stage for every state that has not ended', () => {
    expect(STATES.filter((state) => !hasEnded(state) && !stageOf(state))).toEqual([]);
  });

  test('shows what is late first, then what waits longest', () => {
    const items = [item('a'), item('b', { days: 9 }), item('c', { days: 1, late: true })];
    expect(shown(items, '')).toEqual(['c', 'b', 'a']);
  });

  test('keeps the stages that one looks for, and leaves out the rare ones that are empty', () => {
    expect(groupBoard([], readBoardFilter('', undefined)).map(({ stage }) => stage)).toEqual([
      'ideas',
      'designing',
      'expert',
      'committee',
      'approved',
      'in-use',
      'review',
    ]);
  });

  test('is narrowed by its address: unit, late, mine', () => {
    const me = { id: 'p1', name: 'Me' };
    const items = [
      item('a', { unitSlug: 'law', makers: [me] }),
      item('b', { unitSlug: 'arts', expert: me }),
      item('c', { late: true }),
    ];
    expect(shown(items, '?unit=law')).toEqual(['a']);
    expect(shown(items, '?late=1')).toEqual(['c']);
    expect(shown(items, '?mine=1', 'p1')).toEqual(['a', 'b']);
    expect(shown(items, '?stage=nonsense')).toHaveLength(3);
  });
});
