/** Tags of an institution, and letters that are wanted no more: in two languages, at two widths. */
import { expect, type Page, test } from '@playwright/test';
import { expectNoBarriers } from './barriers.ts';
import { expectNoSidewaysScroll, openLetter, readWords, signIn } from './support.ts';

const stories = [
  { locale: 'en', width: 1440, learner: 'Søren Kjærgaard Lindqvist' },
  { locale: 'nl', width: 390, learner: 'Nomvula Dlamini-van Wyk' },
] as const;

for (const { locale, width, learner } of stories) {
  const t = readWords(locale);

  async function expectInOrder(page: Page, name: string) {
    await expectNoBarriers(page);
    await expectNoSidewaysScroll(page);
    await test
      .info()
      .attach(name, { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' });
  }

  test.describe(`Letters and tags in ${locale} at ${width}`, () => {
    test.describe.configure({ mode: 'serial' });
    test.use({ locale: locale === 'nl' ? 'nl-NL' : 'en-GB', viewport: { width, height: 900 } });

    test('a tag is added, put on a design, filtered by, and archived', async ({ page }) => {
      const tag = `Tag ${crypto.randomUUID().slice(0, 8)}`;
      await signIn(page, 'oosterdiep', 'Wim Kloosterhuis', '/studio/tags');
      await page.getByLabel(t('studio.tags.name'), { exact: true }).fill(tag);
      await page.getByRole('button', { name: t('studio.tags.add') }).click();
      await expect(page.getByText(t('studio.tags.added'))).toBeVisible();
      await expectInOrder(page, 'tags');
      await page.goto('/studio/designs');
      // A design of its own for each story: both put their tags on it at the same time.
      const designs = page.locator('.board-title a');
      await (locale === 'en' ? designs.first() : designs.last()).click();
      const design = new URL(page.url()).pathname;
      await page.goto(`${design}?section=more`);
      await page.getByRole('checkbox', { name: tag }).check();
      await page.getByRole('button', { name: t('studio.tags.on-design.save') }).click();
      await expect(page.getByText(t('studio.tags.tagged'))).toBeVisible();
      await expect(page.getByRole('checkbox', { name: tag })).toBeChecked();
      await expectInOrder(page, 'design-tags');
      await page.goto('/studio/designs');
      await page.getByLabel(t('studio.tags.filter'), { exact: true }).selectOption({ label: tag });
      await page.getByRole('button', { name: t('studio.tags.show') }).click();
      await expect(page.locator('.board-card')).toHaveCount(1);
      await expectInOrder(page, 'designs');
      await page.goto('/studio/awards');
      await page.getByLabel(t('studio.tags.filter'), { exact: true }).selectOption({ label: tag });
      await page.getByRole('button', { name: t('studio.awards.show') }).click();
      await expect(page).toHaveURL(/[?&]tag=/);
      await expectInOrder(page, 'awards');
      await page.goto('/studio/tags');
      const row = page.getByRole('listitem').filter({ hasText: tag });
      await row.getByText(t('studio.tags.change')).click();
      await row.getByRole('button', { name: t('studio.tags.archive') }).click();
      await expect(page.getByText(t('studio.tags.archived'))).toBeVisible();
      await expect(row).toHaveCount(0);
    });

    test('a letter is stopped by its link, by one click of a mail program, and wanted again', async ({
      page,
      playwright,
      baseURL,
    }) => {
      const address = `${crypto.randomUUID().slice(0, 8)}@example.org`;
      await signIn(page, 'oosterdiep', 'Wim Kloosterhuis', '/studio/people/invite');
      const invite = (to: string) =>
        page.request.post('/api/v1/invitations', {
          data: { invitations: [{ address: to, role: 'reader', language: locale }] },
        });
      expect((await invite(address)).ok()).toBe(true);
      await openLetter(page, address, 'Waarmerk');
      const link = await page.locator('.letter-text a[href*="/letters/"]').getAttribute('href');
      const path = link?.replace(/^https?:\/\/[^/]+/, '') ?? '';
      await page.goto(path);
      await expect(page.getByText(t('letters.now.all'))).toBeVisible();
      await expectInOrder(page, 'letters');
      await page.getByRole('button', { name: 'MBO Oosterdiep' }).click();
      await expect(page.getByText(t('letters.stopped'))).toBeVisible();
      await expectInOrder(page, 'letters-stopped');
      // The one button left that names the institution takes it back.
      await page.getByRole('button', { name: 'MBO Oosterdiep' }).click();
      await expect(page.getByText(t('letters.now.all'))).toBeVisible();
      const program = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
      for (const body of [
        { form: { 'List-Unsubscribe': 'One-Click' } },
        { multipart: { 'List-Unsubscribe': 'One-Click' } },
      ]) {
        const answer = await program.post(path, { ...body, maxRedirects: 0 });
        expect(answer.status()).toBe(200);
      }
      await page.goto(path);
      await expect(page.getByRole('listitem').filter({ hasText: 'MBO Oosterdiep' })).toHaveCount(1);
      expect((await page.request.get(path.replace(/\/letters\/.{6}/, '/letters/AAAAAA'))).status()).toBe(404);
      await program.dispose();
    });

    test('whoever proved the address changes it at their account', async ({ page }) => {
      await signIn(page, 'learner', learner, '/account');
      const own = page.locator('#addresses');
      await own.getByText(t('letters.own')).first().click();
      await own
        .getByRole('button', { name: t('letters.stop-all') })
        .first()
        .click();
      await expect(page.getByText(t('letters.own.none')).first()).toBeVisible();
      await expectInOrder(page, 'account');
      await own.getByText(t('letters.own')).first().click();
      await own
        .getByRole('button', { name: t('letters.again') })
        .first()
        .click();
      await expect(page.getByText(t('letters.own.none'))).toHaveCount(0);
    });
  });
}
