/** Every page for everybody, learners and staff: accessible, in the reader's language, and never wider than the window. */
import { expect, type Page, test } from '@playwright/test';
import { sectionIds } from '../../src/web/studio/designer/sections.ts';
import { findBarriers } from './barriers.ts';
import { type Exhibits, prepareExhibits } from './exhibits.ts';
import { expectNoSidewaysScroll, languages, readWords, signIn, widths } from './support.ts';

const SMALLEST = 320;

let exhibits: Exhibits;

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext();
  exhibits = await prepareExhibits(await context.newPage(), test.info().parallelIndex);
  await context.close();
});

for (const locale of languages)
  for (const width of widths) {
    // Each language is read in the light at one width and in the dark at the other.
    const colorScheme = (locale === 'en') === (width === 1440) ? 'light' : 'dark';

    test.describe(`Pages in ${locale} at ${width}, ${colorScheme}`, () => {
      test.use({
        locale: locale === 'nl' ? 'nl-NL' : 'en-GB',
        viewport: { width, height: 900 },
        colorScheme,
      });
      test.setTimeout(180_000);

      test('those for everybody are in order', async ({ page }) => {
        const { design, issuer, badge, claim } = exhibits;
        await expectInOrder(page, locale, [
          '/',
          '/catalogue',
          '/catalogue?q=digit&kind=microcredential',
          '/catalogue?q=nothing-is-called-this',
          `/designs/${design}`,
          `/designs/${design}/versions/1`,
          '/providers',
          '/guides/groningen',
          '/guides/groningen/1',
          '/policy-packs/groningen/rug-mc@2026',
          `/issuers/${issuer}`,
          badge,
          `${badge}?view=full`,
          claim,
          '/verify',
          `/verify?${new URLSearchParams({ url: new URL(badge, exhibits.origin).href })}`,
          '/sign-in',
          '/about',
          '/join',
          '/terms/operator/terms-of-service',
          '/accessibility',
          '/privacy',
          '/status',
          '/dev/mail',
          '/there-is-nothing-here',
        ]);
      });

      test('those of a learner are in order', async ({ page }) => {
        await signIn(page, 'learner', exhibits.learner, '/backpack');
        const { publicItem, privateItem } = exhibits;
        await expectInOrder(page, locale, [
          '/backpack',
          `/backpack/${publicItem}`,
          `/backpack/${privateItem}?struck=1`,
          '/account',
          '/account/ways-in',
          '/account/consents',
          '/account/history',
          '/account/data',
          '/studio/designs',
        ]);
      });

      test('those of a designer are in order', async ({ page }) => {
        await signIn(page, 'groningen', 'Tjitske Hazekamp', '/studio/designs');
        await expectInOrder(page, locale, [
          '/studio/designs',
          '/studio/designs/new',
          ...sectionIds.map((section) => `/studio/designs/${exhibits.design}?section=${section}`),
        ]);
      });

      test('those of an awarder are in order', async ({ page }) => {
        await signIn(page, 'groningen', 'Tjitske Hazekamp', '/studio/awards');
        const { design, award, batch } = exhibits;
        await expectInOrder(page, locale, [
          '/studio/awards',
          '/studio/awards?q=nobody-is-called-this',
          '/studio/awards/new',
          `/studio/awards/new?design=${design}`,
          `/studio/awards/new?design=${design}&many=1`,
          `/studio/awards/${award}`,
          `/studio/batches/${batch}`,
          '/studio/register',
        ]);
      });

      test('those of an administrator are in order', async ({ page }) => {
        await signIn(page, 'groningen', 'Tjitske Hazekamp', '/studio/institution');
        await expectInOrder(page, locale, [
          '/studio/institution',
          '/studio/units',
          '/studio/units/new',
          '/studio/provider',
          '/studio/endorsements',
          '/studio/keys',
          '/studio/people',
          '/studio/people?q=nobody-is-called-this',
          '/studio/people/invite',
          '/studio/roles',
          '/studio/roles/new',
          '/studio/terms',
          '/studio/clients',
          '/studio/audit',
        ]);
      });

      test('those of whoever assures quality are in order', async ({ page }) => {
        await signIn(page, 'groningen', 'Tjitske Hazekamp', '/studio/quality/packs');
        await expectInOrder(page, locale, [
          '/studio/quality/packs',
          '/studio/quality/packs/compose?extends=nl-hbo-wo%402025-05',
          '/studio/quality/packs/compose?after=rug-pilot%402021',
          '/studio/quality/packs/adopt?kind=microcredential&pack=nl-hbo-wo',
          '/studio/quality/guide',
        ]);
      });

      test('those of the operator are in order', async ({ page }) => {
        await signIn(page, 'operator', 'Noor Abels', '/operator');
        await expectInOrder(page, locale, [
          '/operator',
          '/operator/institutions/new',
          '/operator/institutions/groningen',
          '/operator/requests',
          '/operator/registers',
          '/operator/viewing',
          '/studio/terms',
          '/studio/audit',
        ]);
      });
    });
  }

/** All pages are looked at before any is complained of. */
async function expectInOrder(page: Page, locale: 'en' | 'nl', addresses: readonly string[]): Promise<void> {
  const noise: string[] = [];
  page.on('pageerror', (error) => noise.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // The page itself being absent is what the browser calls an error; anything else is ours.
    if (message.type() === 'error' && message.location().url !== page.url())
      noise.push(`${page.url()}: ${message.text()}`);
  });
  const size = page.viewportSize();
  for (const address of addresses)
    await test.step(address, async () => {
      await page.goto(address);
      expect.soft(await page.locator('html').getAttribute('lang'), address).toBe(locale);
      expect.soft(await page.title(), `${address} has a title`).toMatch(/\S.* – Waarmerk$/);
      await expect.soft(page.getByRole('heading', { level: 1 }), `${address} has one name`).toHaveCount(1);
      expect.soft(await findBarriers(page), address).toEqual([]);
      await expectNoSidewaysScroll(page);
      if (!size || size.width > 500) return;
      await page.setViewportSize({ ...size, width: SMALLEST });
      await expectNoSidewaysScroll(page);
      await page.setViewportSize(size);
    });
  expect(noise).toEqual([]);
}

test('what looks for barriers finds one, and what looks for width finds too much of it', async ({ page }) => {
  await page.goto('/about');
  expect(await findBarriers(page)).toEqual([]);
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.src = '/favicon.ico';
    image.style.maxWidth = 'none';
    image.style.width = '4000px';
    document.querySelector('main')?.append(image);
  });
  expect(await findBarriers(page)).toEqual([expect.stringContaining('image-alt')]);
  await expect(expectNoSidewaysScroll(page)).rejects.toThrow('4000');
});

test('staff of another institution see nothing of it', async ({ page }) => {
  const t = readWords('en');
  const own = [
    `/studio/designs/${exhibits.design}`,
    `/studio/awards/${exhibits.award}`,
    `/studio/batches/${exhibits.batch}`,
  ];
  await signIn(page, 'groningen', 'Tjitske Hazekamp', '/studio/designs');
  await expect(page.getByRole('main')).toContainText(exhibits.title);
  for (const path of own) expect((await page.goto(path))?.status(), path).toBe(200);
  await page.context().clearCookies();

  await signIn(page, 'oosterdiep', 'Wim Kloosterhuis', '/studio/designs');
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(exhibits.title);
  for (const path of own) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('error.not-found.title'));
    expect((await page.request.get(path.replace('/studio', '/api/v1'))).status()).toBe(404);
  }
  await page.goto(`/studio/awards?design=${exhibits.design}`);
  await expect(page.getByText(t('studio.awards.none-found'))).toBeVisible();
  const list = await (await page.request.get('/api/v1/awards')).json();
  expect(JSON.stringify(list)).not.toContain(exhibits.award);
});
