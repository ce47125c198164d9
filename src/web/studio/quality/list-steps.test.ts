import { describe, expect, it } from 'vitest';
import { STATES } from '../../../features/quality/process.ts';
import { listSteps, standingOf } from './list-steps.ts';

const committee = ['expert', 'committee'];

describe('the way drawn as steps', () => {
  it('has the gates of the pack, and begins with an idea where a committee decides', () => {
    expect(listSteps(committee, 'expert-review')).toEqual({
      names: ['idea', 'designing', 'expert', 'committee', 'approved', 'published'],
      current: 3,
    });
    expect(listSteps(['expert'], 'designing')).toEqual({
      names: ['designing', 'expert', 'approved', 'published'],
      current: 1,
    });
  });

  it('has a place for every state, and a tick only for what was decided', () => {
    for (const state of STATES) {
      const { names, current } = listSteps(committee, state);
      expect(names[current - 1], state).toBeDefined();
    }
    expect(STATES.filter((state) => standingOf(state) === 'passed')).toEqual([
      'approved',
      'published',
      'in-use',
    ]);
  });
});
