/** Colleagues come and go: invited to one faculty, at work there and nowhere else, gone at once; and the operator helps. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectNoBarriers } from './barriers.ts';
import { passGates, readCode } from './gates.ts';
import { expectNoSidewaysScroll, field, fillFields, openLetter, readWords, signIn } from './support.ts';

const casts = [
  { locale: 'en', width: 1440 },
  { locale: 'nl', width: 390 },
] as const;

for (const { locale, width } of casts) {
  const t = readWords(locale);
  const colleague = `gast.${locale}@example.org`;

  test.describe
    .serial(`Colleagues in ${locale} at ${width}`, () => {
      test.use({ locale: locale === 'nl' ? 'nl-NL' : 'en-GB', viewport: { width, height: 900 } });
      let guest: BrowserContext;
      test.afterAll(async () => guest?.close());

      const look = async (page: Page) => {
        await expectNoBarriers(page);
        await expectNoSidewaysScroll(page);
      };

      test('an administrator invites one to a faculty, and hears at once which address is none', async ({
        page,
      }) => {
        await signIn(page, 'groningen', 'Tjitske Hazekamp', '/studio/people');
        await page.getByRole('link', { name: t('staff.people.invite') }).click();
        await look(page);
        await fillFields(page, { addresses: `${colleague}\nno-address` });
        await field(page, 'role').selectOption('awarder');
        await field(page, 'where').selectOption('unit:faculty-of-philosophy');
        await field(page, 'language').selectOption(locale);
        await page.getByRole('button', { name: t('staff.invite.send') }).click();
        await expect(page.getByRole('row').filter({ hasText: 'no-address' })).toContainText(
          t('refusal.institutions.address-malformed'),
        );
        await look(page);
        await page.goto('/studio/people');
        await expect(page.locator('#invitations')).toContainText(colleague);
      });

      test('the colleague accepts after proving the address, gives a second factor, and works there alone', async ({
        browser,
      }) => {
        guest = await browser.newContext({
          locale: locale === 'nl' ? 'nl-NL' : 'en-GB',
          viewport: { width, height: 900 },
        });
        const page = await guest.newPage();
        await openLetter(page, colleague, locale === 'nl' ? 'Waarmerk te werken' : 'to work in Waarmerk');
        const [link = ''] = /\/invitation\/[\w-]{43}/.exec(await page.content()) ?? [];
        await page.goto(link);
        await expect(page.getByRole('button', { name: t('invitation.accept') })).toHaveCount(0);
        await look(page);
        await fillFields(page, { address: colleague });
        await page.getByRole('button', { name: t('claim.code.send') }).click();
        await fillFields(page, { code: await readCode(page, colleague) });
        await page.getByRole('button', { name: t('claim.code.verify') }).click();
        await look(page);
        await page.getByRole('button', { name: t('invitation.accept') }).click();
        await passGates(page, '/studio/designs');
        const designs = page.getByRole('main').getByRole('link');
        await expect(
          designs
            .filter({ hasText: 'Nondual' })
            .or(designs.filter({ hasText: 'Non-dual' }))
            .first(),
        ).toBeVisible();
        await expect(page.getByRole('main')).not.toContainText('Digitaal Leiderschap');
        expect((await page.goto('/studio/audit'))?.status()).toBe(403);
      });

      test('whose role is ended has no studio with the next click', async ({ page }) => {
        await signIn(page, 'groningen', 'Tjitske Hazekamp', '/studio/people');
        await page.getByRole('row').filter({ hasText: colleague }).getByRole('link').click();
        await look(page);
        await page.getByRole('button', { name: t('staff.member.end') }).click();
        await expect(page.getByText(t('staff.member.ended'))).toBeVisible();
        const [theirs] = guest.pages();
        expect((await theirs?.goto('/studio/designs'))?.status()).not.toBe(200);
      });

      test("a role of the institution's own is made, and removed while nobody holds it", async ({ page }) => {
        await signIn(page, 'groningen', 'Tjitske Hazekamp', '/studio/roles/new');
        await page.getByRole('button', { name: t('staff.role.save') }).click();
        await expect(page.getByText(t('staff.role.fault.name'))).toBeVisible();
        await fillFields(page, { 'name.en': `Proofreader ${locale}`, 'name.nl': `Corrector ${locale}` });
        await page.getByLabel(t('permission.designs.read')).check();
        await page.getByRole('button', { name: t('staff.role.save') }).click();
        await expect(page.getByText(t('staff.role.saved'))).toBeVisible();
        await look(page);
        await page
          .getByRole('listitem')
          .filter({ hasText: locale === 'nl' ? 'Corrector nl' : 'Proofreader en' })
          .getByRole('link')
          .click();
        await page.getByRole('button', { name: t('staff.role.remove') }).click();
        await expect(page.getByText(t('staff.role.removed'))).toBeVisible();
      });

      test('the operator looks as a learner, changes nothing, and stops', async ({ page }) => {
        await signIn(page, 'operator', 'Noor Abels', '/operator/viewing');
        await look(page);
        await fillFields(page, { address: 'g.papadopoulou@example.org', reference: 'T-17' });
        await page.getByRole('button', { name: t('viewing.start') }).click();
        await expect(page).toHaveURL(/\/backpack$/);
        const banner = page.getByRole('complementary', { name: t('viewing.label') });
        await expect(banner).toContainText('Georgia Papadopoulou');
        await look(page);
        await page.goto('/account');
        await page.getByRole('button', { name: t('account.save') }).click();
        await expect(page.getByRole('alert')).toContainText(t('refusal.viewing-only'));
        await banner.getByRole('button', { name: t('viewing.end') }).click();
        await expect(page.getByText(t('viewing.ended'))).toBeVisible();
        await expect(banner).toHaveCount(0);
      });
    });
}
