import { describe, expect, it } from 'vitest';
import type { ShownAccreditation } from '../../features/accreditations/accreditations.schema.ts';
import type { Accreditation } from '../../formats/facts.ts';
import { judgeOnDay } from './judge-accreditation.ts';

const frozen: Accreditation = {
  ...{ id: 'one', type: 'bb4618238e', title: { en: 'Audit' }, agency: 'Agency', register: 'DEQAR' },
  ...{ url: 'https://a.example', decision: 'positive', validFrom: '2020-01-01', validUntil: '2025-12-31' },
};

const recorded = (change: Partial<ShownAccreditation> = {}): ShownAccreditation => ({
  ...{ publicId: 'one', type: 'bb4618238e', title: { en: 'Audit' }, agency: 'Agency', register: 'DEQAR' },
  ...{ number: null, url: 'https://a.example', decision: 'positive', unit: null, eqf: [], fields: [] },
  ...{ validFrom: '2020-01-01', validUntil: '2025-12-31', renewedBy: null, withdrawnOn: null },
  standing: 'expired',
  ...change,
});

describe('a decision on a badge', () => {
  it.each([
    ['2019-12-31', 'not-yet'],
    ['2020-01-01', 'in-force'],
    ['2025-12-31', 'in-force'],
    ['2026-01-01', 'expired'],
  ])('was on %s %s', (day, found) => {
    expect(judgeOnDay(frozen, [recorded()], day).found).toBe(found);
    expect(judgeOnDay(frozen, [], day).found).toBe(found);
  });

  it('that was renewed says so from that day on, however often', () => {
    const all = [
      recorded({ renewedBy: 'two' }),
      recorded({ publicId: 'two', validFrom: '2026-01-01', validUntil: '2026-06-30', renewedBy: 'three' }),
      recorded({ publicId: 'three', validFrom: '2026-07-01', validUntil: null }),
    ];
    expect(judgeOnDay(frozen, all, '2025-06-01').found).toBe('in-force');
    expect(judgeOnDay(frozen, all, '2026-02-01')).toMatchObject({
      found: 'renewed',
      by: { validUntil: '2026-06-30' },
    });
    expect(judgeOnDay(frozen, all, '2030-01-01')).toMatchObject({
      found: 'renewed',
      by: { validFrom: '2026-07-01' },
    });
  });

  it('that was withdrawn held before that day, and not from it on', () => {
    const all = [recorded({ withdrawnOn: '2023-05-01' })];
    expect(judgeOnDay(frozen, all, '2023-04-30').found).toBe('in-force');
    expect(judgeOnDay(frozen, all, '2023-05-01').found).toBe('withdrawn');
  });

  it('in a circle of records does not hang the page', () => {
    const all = [recorded({ renewedBy: 'two' }), recorded({ publicId: 'two', renewedBy: 'one' })];
    expect(judgeOnDay(frozen, all, '2030-01-01').found).toBe('expired');
  });
});
