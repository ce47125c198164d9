import { describe, expect, it } from 'vitest';
import { changeUntil, laterFrom, mayGive, momentOn } from './moments.ts';

const awardedOn = '2026-01-31';

describe('when a learner is asked', () => {
  it('is at the claim, and again half a year after the award', () => {
    expect(laterFrom(awardedOn)).toBe('2026-07-31');
    expect(momentOn('2026-07-30', awardedOn)).toBe('claim');
    expect(momentOn('2026-07-31', awardedOn)).toBe('later');
  });

  it('is not before its moment, and not after it', () => {
    const first = { awardedOn, givenOn: undefined };
    expect(mayGive('later', { ...first, today: '2026-07-30' })).toBe(false);
    expect(mayGive('claim', { ...first, today: '2026-07-31' })).toBe(false);
    expect(mayGive('later', { ...first, today: '2027-07-31' })).toBe(true);
  });

  it('what was said can be changed for thirty days, also when the next moment has come', () => {
    const givenOn = '2026-07-20';
    expect(changeUntil(givenOn)).toBe('2026-08-19');
    expect(mayGive('claim', { today: '2026-08-19', awardedOn, givenOn })).toBe(true);
    expect(mayGive('claim', { today: '2026-08-20', awardedOn, givenOn })).toBe(false);
  });
});
