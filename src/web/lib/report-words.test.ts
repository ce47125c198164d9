import { describe, expect, test } from 'vitest';
import type { Check, VerificationReport } from '../../features/verification/verification.schema.ts';
import { en } from '../locales/en.ts';
import { nl } from '../locales/nl.ts';
import { makeTranslate } from './i18n.ts';
import { sayReport } from './report-words.ts';

const english = { t: makeTranslate('en', en), locale: 'en' } as const;
const dutch = { t: makeTranslate('nl', nl), locale: 'nl' } as const;

function report(verdict: VerificationReport['verdict'], checks: readonly Check[]): VerificationReport {
  return {
    verdict,
    format: 'ob3-data-integrity',
    checkedAt: '2026-11-21T13:36:00Z',
    checks: [...checks],
    credential: { title: 'Land Acquisition', issuer: 'University of Groningen' },
  };
}

describe('a report in words', () => {
  test('counts the required checks when all of them passed', () => {
    const words = sayReport(
      english,
      report('verified', [
        { id: 'readable', outcome: 'passed' },
        { id: 'proof', outcome: 'passed' },
      ]),
    );
    expect(words).toMatchObject({
      state: 'passed',
      title: 'Verified. All 2 required checks passed.',
      counts: '2 passed',
    });
    expect(words.rows.map((row) => row.finding)).toEqual([
      'This is an Open Badges 3.0 credential',
      'Nothing was changed since it was signed',
    ]);
  });

  test('says when and why it was revoked, in both languages', () => {
    const revoked = report('failed', [
      {
        id: 'status',
        outcome: 'failed',
        reason: 'revoked',
        detail: {
          revokedAt: '2026-03-03T10:00:00Z',
          revocationReason: 'issued-in-error',
          listedAt: '2026-11-21T13:15:00Z',
        },
      },
    ]);
    expect(sayReport(english, revoked)).toMatchObject({
      state: 'failed',
      title: 'Do not rely on this credential. It was revoked on 3 March 2026.',
      failure: 'University of Groningen withdrew this credential. Reason: issued in error.',
      rows: [{ finding: 'Revoked on 3 March 2026: issued in error' }],
    });
    expect(sayReport(dutch, revoked).title).toBe(
      'Vertrouw niet op dit bewijs. Het is op 3 maart 2026 ingetrokken.',
    );
    expect(sayReport(english, revoked).rows[0]?.note).toBe('Status list of 21 November 2026, 14:15');
  });

  test('an answer nobody knows is never a tick', () => {
    const strange = {
      ...report('verified', [{ id: 'proof', outcome: 'perhaps' as Check['outcome'] }]),
      verdict: 'fine' as 'verified',
    };
    const words = sayReport(english, strange);
    expect(words.state).toBe('not-checked');
    expect(words.rows[0]?.outcome).toBe('not-checked');
  });

  test('what did not run says so, whichever check it is', () => {
    const stopped = report('failed', [
      { id: 'proof', outcome: 'failed', reason: 'wrong-signature' },
      { id: 'status', outcome: 'not-checked', reason: 'stopped' },
    ]);
    expect(sayReport(english, stopped)).toMatchObject({
      title: 'Do not rely on this credential. Something was changed.',
    });
    expect(sayReport(english, stopped).rows[1]?.finding).toBe('Not run, because an earlier check failed');
  });

  test('a reason without a sentence of its own gets that of its outcome, and no sentence has a hole', () => {
    const ids = [
      'readable',
      'conforms',
      'proof',
      'issuer-binding',
      'issuer-known',
      'validity',
      'status',
      'recipient',
    ] as const;
    const outcomes = ['passed', 'failed', 'warning', 'not-checked'] as const;
    for (const language of [english, dutch])
      for (const id of ids)
        for (const outcome of outcomes) {
          const [row] = sayReport(
            language,
            report('incomplete', [{ id, outcome, reason: 'never-heard-of' }]),
          ).rows;
          expect(row?.finding, `${id} ${outcome}`).toMatch(/^[A-Z].{6,}/);
          expect(row?.finding, `${id} ${outcome}`).not.toMatch(/finding\.|check\.|{{/);
        }
  });
});
