/** What would keep somebody out: WCAG 2.2, level A and AA, as far as a program can see it. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Only what is serious or critical; each with where it stands. */
export async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Without it a page is opened for every report.
    .setLegacyMode(true)
    // No rule with these tags reads style sheets by themselves, so they need not be fetched again.
    .options({ runOnly: TAGS, resultTypes: ['violations'], preload: false })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** A state of a page that only an act brings about. */
export async function expectNoBarriers(page: Page): Promise<void> {
  expect(await findBarriers(page), page.url()).toEqual([]);
}
