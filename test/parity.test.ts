/** The checklist of the baseline says nothing that is not there. */
import { join } from 'node:path';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import { describe, expect, it } from 'vitest';
import routes from '../src/web/routes.ts';
import { FEATURES, findFaults } from './parity/checklist.ts';
import { listPages } from './parity/pages.ts';

const root = join(import.meta.dirname, '..');
const pages = listPages(routes as RouteConfigEntry[]); // of React Router's own kind; it may also be a promise of them

describe('the checklist of the baseline', () => {
  it('names pages, files and tests that exist, once for each feature', () => {
    expect(findFaults(FEATURES, root, pages)).toEqual([]);
    const numbers = FEATURES.map(({ n }) => n);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('has every feature of its sections', () => {
    const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
    expect(FEATURES.map(({ n }) => n).sort((left, right) => left - right)).toEqual([
      ...numbers(1, 54),
      ...numbers(203, 215),
    ]);
  });

  it('is refused when it names a page, a file or a test that is not there', () => {
    const [feature] = FEATURES.filter((one) => 'page' in one);
    if (!feature || !('page' in feature)) throw new Error('a feature that is there');
    const wrong = [
      { ...feature, page: '/nowhere' },
      { ...feature, verb: 'src/nothing.ts' },
      { ...feature, test: [feature.test[0], 'is a test that nobody wrote'] as const },
    ];
    expect(findFaults(wrong, root, pages)).toHaveLength(3);
  });
});
