import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { VerificationReport } from '../../features/verification/verification.schema.ts';
import { makeTranslate } from '../lib/i18n.ts';
import { LanguageProvider } from '../lib/language.tsx';
import { en } from '../locales/en.ts';
import { BadgeBar } from './badge-bar.tsx';
import type { BadgeData } from './load-badge.ts';

const verified: VerificationReport = {
  verdict: 'verified',
  format: 'ob3-data-integrity',
  checkedAt: '2026-11-21T13:36:00Z',
  checks: [{ id: 'proof', outcome: 'passed' }],
  credential: { title: 'Land Acquisition', issuer: 'University of Groningen' },
};

/** What the bar reads of a badge. */
function show(badge: Pick<BadgeData, 'state' | 'report' | 'revocation' | 'expiresOn'>): string {
  const t = makeTranslate('en', en);
  const bar = createElement(BadgeBar, { badge: badge as BadgeData });
  // biome-ignore lint/correctness/noChildrenProp: without JSX a required child is a property
  return renderToStaticMarkup(createElement(LanguageProvider, { locale: 'en', t, children: bar }));
}

const standing = { state: 'valid', revocation: null, expiresOn: null } as const;
const withdrawn = { on: '2026-03-03', reason: 'issued-in-error' };

describe('the bar of a badge page', () => {
  test('is a tick when the checks ran and passed', () => {
    const html = show({ ...standing, report: verified });
    expect(html).toContain('state-passed');
    expect(html).toContain('Verified.');
  });

  test('without a report is dashed, never a tick', () => {
    const html = show({ ...standing, report: undefined });
    expect(html).toContain('state-not-checked');
    expect(html).not.toContain('state-passed');
  });

  test('with a verdict nobody knows is dashed, never a tick', () => {
    const html = show({ ...standing, report: { ...verified, verdict: 'fine' as 'verified' } });
    expect(html).toContain('state-not-checked');
    expect(html).not.toContain('state-passed');
  });

  test.each([
    ['revoked', { revocation: withdrawn }, 'It was revoked on 3 March 2026.'],
    [
      'superseded',
      { revocation: { ...withdrawn, reason: 'superseded' } },
      'It was replaced on 3 March 2026.',
    ],
    ['expired', { expiresOn: '2026-06-01' }, 'It expired on 1 June 2026.'],
  ] as const)(
    'of what is %s says so, even when a report missed it or there is none',
    (state, change, words) => {
      for (const report of [verified, undefined]) {
        const html = show({ ...standing, ...change, state, report });
        expect(html).toContain(words);
        expect(html).toContain('state-failed');
        expect(html).not.toContain('state-passed');
      }
    },
  );
});
