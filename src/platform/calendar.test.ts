import { describe, expect, it } from 'vitest';
import { addMonths, dayIn, endOfDay, isDay, startOfDay } from './calendar.ts';

describe('a calendar day', () => {
  it('is the day of the institution, not of Greenwich', () => {
    expect(dayIn('Europe/Amsterdam', new Date('2026-11-21T23:30:00Z'))).toBe('2026-11-22');
    expect(dayIn('America/Paramaribo', new Date('2026-11-21T01:30:00Z'))).toBe('2026-11-20');
  });

  it('begins and ends with the offset of its zone, on the days the clock changes too', () => {
    expect(startOfDay('2026-07-17', 'Europe/Amsterdam')).toBe('2026-07-17T00:00:00+02:00');
    expect(startOfDay('2026-11-21', 'Europe/Amsterdam')).toBe('2026-11-21T00:00:00+01:00');
    expect(startOfDay('2026-03-29', 'Europe/Amsterdam')).toBe('2026-03-29T00:00:00+01:00');
    expect(endOfDay('2026-03-29', 'Europe/Amsterdam')).toBe('2026-03-29T23:59:59+02:00');
    expect(endOfDay('2026-11-21', 'America/St_Johns')).toBe('2026-11-21T23:59:59-03:30');
    expect(startOfDay('2026-11-21', 'UTC')).toBe('2026-11-21T00:00:00+00:00');
  });

  it('moves by months to a day that exists', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-02-29', 48)).toBe('2028-02-29');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-11-21', 3)).toBe('2027-02-21');
  });

  it('is refused when the calendar has no such day', () => {
    expect(['2026-02-28', '2028-02-29'].every(isDay)).toBe(true);
    expect(
      ['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '1066-10-14', '2026-04-31'].some(
        isDay,
      ),
    ).toBe(false);
  });
});
