/** One learner over the years: addresses, names, ways in and a second account; in two languages, once by keyboard alone. */
import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import type { Locale } from '../../src/web/lib/i18n.ts';
import { expectNoBarriers } from './barriers.ts';
import { addAuthenticator } from './gates.ts';
import {
  chooseName,
  expectNoSidewaysScroll,
  field,
  openLetter,
  readWords,
  signIn,
  tabTo,
} from './support.ts';

const runs = [
  {
    ...{ locale: 'en', width: 1440, keyboardOnly: true, slug: 'en' },
    ...{ learner: 'Tsegaye Bekele Wolde', staff: 'Roelof Scholtens', passwordOnly: 'Akinyi Obuya' },
  },
  {
    ...{ locale: 'nl', width: 390, keyboardOnly: false, slug: 'nl' },
    ...{ learner: 'Jürgen Weißgerber', staff: 'Machteld van Eijck', passwordOnly: 'Liesbeth ter Borg' },
  },
] as const satisfies readonly { locale: Locale; [fact: string]: unknown }[];

for (const run of runs) {
  const t = readWords(run.locale);
  const own = `people-${run.slug}@home.example`;
  const earlier = `people-${run.slug}@earlier.example`;

  const press = async (page: Page, goal: Locator): Promise<void> => {
    if (!run.keyboardOnly) return await goal.click();
    await tabTo(page, goal);
    await page.keyboard.press('Enter');
  };
  const type = async (page: Page, goal: Locator, words: string): Promise<void> => {
    if (!run.keyboardOnly) return await goal.fill(words);
    await tabTo(page, goal);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(words);
  };
  const inOrder = async (page: Page): Promise<void> => {
    await expectNoBarriers(page);
    await expectNoSidewaysScroll(page);
  };
  /** The digits of the newest letter to an address, read in a window of its own. */
  const readCode = async (context: BrowserContext, address: string): Promise<string> => {
    const mail = await context.newPage();
    await openLetter(mail, address, run.locale === 'nl' ? 'is uw code' : 'is your code');
    const heading = (await mail.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await mail.close();
    return heading.replace(/\D/g, '').slice(0, 6);
  };
  const giveCode = async (page: Page, address: string): Promise<void> => {
    await type(page, field(page, 'address'), address);
    await press(page, page.getByRole('button', { name: t('claim.code.send') }));
    await expect(field(page, 'code')).toBeVisible();
    await type(page, field(page, 'code'), await readCode(page.context(), address));
    await press(page, page.getByRole('button', { name: t('claim.code.verify') }));
  };

  test.describe(`A learner over the years in ${run.locale} at ${run.width}`, () => {
    test.describe.configure({ mode: 'serial' });
    test.use({
      locale: run.locale === 'nl' ? 'nl-NL' : 'en-GB',
      viewport: { width: run.width, height: 900 },
    });

    test('takes another name, and reads what they were called before', async ({ page }) => {
      await signIn(page, 'learner', run.learner, '/account');
      await type(page, field(page, 'name').first(), `${run.learner} ${run.slug}`);
      if (run.locale === 'nl') await field(page, 'language').selectOption('nl');
      await press(page, page.getByRole('button', { name: t('account.save') }));
      await expect(page.getByText(t('account.saved'))).toBeVisible();
      await press(page, page.locator('#names summary'));
      await expect(page.locator('#names')).toContainText(`${run.learner} ${run.slug}`);
      await inOrder(page);
    });

    test('adds an address, has letters sent there, and removes it', async ({ page }) => {
      await signIn(page, 'learner', run.learner, '/account');
      await press(page, page.getByText(t('account.addresses.add')));
      await giveCode(page, own);
      await expect(page.getByText(t('account.address-added'))).toBeVisible();
      const row = page.locator('#addresses li').filter({ hasText: own });
      await press(page, row.getByRole('button', { name: t('account.addresses.make-primary') }));
      await expect(row.getByText(t('account.addresses.primary'))).toBeVisible();
      await press(page, row.locator('summary').filter({ hasText: t('account.addresses.remove') }));
      await inOrder(page);
      await press(page, row.getByRole('button', { name: t('account.addresses.remove') }));
      await expect(page.getByText(t('account.addresses.removed'))).toBeVisible();
      await expect(row).toHaveCount(0);
    });

    test('adds a way to sign in that stays, and removes it again', async ({ page }) => {
      await signIn(page, 'learner', run.learner, '/account/ways-in');
      await press(page, page.locator('#add summary'));
      await giveCode(page, own);
      await expect(page.getByText(t('account.ways.email-added'))).toBeVisible();
      const linked = page.locator('li').filter({ hasText: own });
      await expect(linked).toContainText(t('account.ways.kind.email'));
      await press(page, linked.locator('summary'));
      await inOrder(page);
      await press(page, linked.getByRole('button', { name: t('account.ways.unlink') }));
      await expect(page.getByText(t('account.ways.unlinked'))).toBeVisible();
      await expect(linked).toHaveCount(0);
    });

    test('who links the account of an institution that is another of theirs, is asked about both', async ({
      page,
    }) => {
      await signIn(page, 'learner', run.learner, '/account/ways-in');
      await press(page, page.locator('#add a').first());
      await chooseName(page, run.staff);
      await expect(page).toHaveURL(/\/account\/merge$/);
      await expect(page.getByRole('radio', { name: run.staff })).toBeVisible();
      await inOrder(page);
      await press(page, page.getByRole('link', { name: t('account.merge.not') }));
      await expect(page.getByText(run.staff)).toHaveCount(0);
    });

    test('adds a passkey, signs in with it, and proves with it who they are', async ({ page }) => {
      await addAuthenticator(page);
      await signIn(page, 'learner', run.learner, '/account/ways-in');
      await type(page, field(page, 'passkey-name'), 'Laptop');
      await press(page, page.locator('form[data-passkey="register"] button'));
      await expect(page.getByRole('heading', { name: 'Laptop' })).toBeVisible();
      await page.context().clearCookies();
      await page.goto(`/sign-in?${new URLSearchParams({ returnTo: '/account/ways-in', lang: run.locale })}`);
      await inOrder(page);
      await press(page, page.locator('form[data-passkey="sign-in"] button'));
      await page.waitForURL(({ pathname }) => pathname === '/account/ways-in');
      await expect(page.getByRole('row').filter({ hasText: t('account.sessions.this') })).toContainText(
        t('account.way.passkey'),
      );
      await page.goto('/account/prove?returnTo=/account');
      await inOrder(page);
      await press(page, page.locator('form[data-passkey="prove"] button'));
      await page.waitForURL(({ pathname }) => pathname === '/account');
      await page.goto('/account/ways-in');
      await press(page, page.getByRole('button', { name: t('account.passkeys.remove', { name: 'Laptop' }) }));
      await expect(page.getByText(t('account.passkeys.removed'))).toBeVisible();
    });

    test('is told so when there is no passkey to use', async ({ page }) => {
      await addAuthenticator(page);
      await page.goto(`/sign-in?lang=${run.locale}`);
      await page.locator('form[data-passkey="sign-in"] button').click();
      await expect(page.getByText(t('account.passkeys.failed'))).toBeVisible({ timeout: 30_000 });
    });

    test('finds an account of long ago by a letter, and makes one of the two', async ({ page, browser }) => {
      const long = await browser.newContext({ locale: run.locale === 'nl' ? 'nl-NL' : 'en-GB' });
      const before = await long.newPage();
      await before.goto('/sign-in?returnTo=/account');
      await before.getByText(t('account.way.email'), { exact: true }).click();
      await field(before, 'address').fill(earlier);
      await before.getByRole('button', { name: t('claim.code.send') }).click();
      await expect(field(before, 'code')).toBeVisible();
      const link = await readLink(before.context(), earlier);
      // In another browser the link shows the digits; where the letter was asked for it opens the account.
      await page.goto(`${link}?lang=${run.locale}`);
      await expect(page.locator('[data-code]')).toHaveText(/^\d{3} \d{3}$/);
      await inOrder(page);
      await before.goto(link);
      await before.getByRole('button', { name: t('account.letter.do') }).click();
      await expect(before).toHaveURL(/\/account$/);

      await signIn(page, 'learner', run.learner, '/account/ways-in');
      await press(page, page.locator('#add summary'));
      await giveCode(page, earlier);
      await page.waitForURL(({ pathname }) => pathname === '/account/merge');
      await expect(page.getByRole('radio', { name: `people-${run.slug}` })).toBeVisible();
      await inOrder(page);
      await press(page, page.getByRole('button', { name: t('account.merge.do') }));
      await page.waitForURL(({ pathname }) => pathname === '/backpack');
      await expect(page.getByText(t('account.merge.done'))).toBeVisible();
      await page.goto('/account');
      await expect(page.locator('#addresses')).toContainText(earlier);
      // The other one is signed out, and comes in again as the same person.
      await before.goto('/account');
      await expect(before).toHaveURL(/\/sign-in/);
      await long.close();
    });
  });

  const readLink = async (context: BrowserContext, address: string): Promise<string> => {
    const mail = await context.newPage();
    await openLetter(mail, address, run.locale === 'nl' ? 'is uw code' : 'is your code');
    const html = await mail.content();
    await mail.close();
    const [link] = /\/sign-in\/letter\/[\w.-]+/.exec(html) ?? [];
    if (!link) throw new Error('The letter carries no link.');
    return link;
  };

  test.describe(`A member of staff whose provider asks for a password alone, in ${run.locale} at ${run.width}`, () => {
    test.use({
      locale: run.locale === 'nl' ? 'nl-NL' : 'en-GB',
      viewport: { width: run.width, height: 900 },
    });

    test('makes a passkey and acts, uses it later, and makes another when it is lost', async ({
      page,
      browser,
    }) => {
      const device = await addAuthenticator(page);
      const comeIn = async (): Promise<void> => {
        await page.context().clearCookies();
        await page.goto(`/sign-in?lang=${run.locale}`);
        await page.goto('/auth/start/groningen?returnTo=/studio');
        await chooseName(page, run.passwordOnly);
        await expect(page).toHaveURL(/\/second-factor\?returnTo=/);
        await expect(page.getByRole('heading', { level: 1, name: t('account.factor') })).toBeVisible();
      };
      const makePasskey = async (): Promise<void> => {
        await type(page, field(page, 'passkey-name'), 'Laptop');
        await press(page, page.locator('form[data-passkey="register"] button'));
        await page.waitForURL(({ pathname }) => pathname.startsWith('/studio'));
      };

      await comeIn();
      await inOrder(page);
      await makePasskey();
      await page.goto('/studio/designs');
      await expect(page).toHaveURL(/\/studio\/designs$/);

      await comeIn();
      await expect(page.getByText(t('account.factor.lost.ask'))).toBeVisible();
      await inOrder(page);
      await press(page, page.locator('form[data-passkey="prove"] button'));
      await page.waitForURL(({ pathname }) => pathname.startsWith('/studio'));

      await device.forget();
      const context = await browser.newContext({ locale: run.locale === 'nl' ? 'nl-NL' : 'en-GB' });
      const colleague = await context.newPage();
      await signIn(colleague, 'groningen', 'Tjitske Hazekamp', '/studio/people');
      await colleague.getByRole('link', { name: run.passwordOnly }).first().click();
      const allow = colleague.locator('button[value="factor"]');
      await expectNoBarriers(colleague);
      await allow.click();
      await expect(colleague.getByRole('status').first()).toBeVisible();
      await context.close();

      await comeIn();
      await inOrder(page);
      await press(page, page.locator('a[href^="/auth/start/groningen?prove=1"]'));
      await chooseName(page, run.passwordOnly);
      await expect(page).toHaveURL(/\/second-factor\?returnTo=/);
      await inOrder(page);
      await makePasskey();
    });
  });
}
