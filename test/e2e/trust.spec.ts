/** Whom to believe: institutions vouch for each other, the operator keeps registers, a stranger checks many at once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectNoBarriers } from './barriers.ts';
import { field, fillFields, languages, readWords, signIn } from './support.ts';

const VECTORS = join(import.meta.dirname, '../../vectors');
const width = { en: 1440, nl: 390 } as const;

for (const locale of languages) {
  const t = readWords(locale);

  test.describe(`in ${locale}, at ${width[locale]} pixels`, () => {
    test.use({
      viewport: { width: width[locale], height: 900 },
      locale: locale === 'nl' ? 'nl-NL' : 'en-GB',
    });

    test('an institution vouches for a design of another, which shows it, until it is taken back', async ({
      browser,
      page,
    }) => {
      await page.goto('/catalogue?provider=groningen');
      // The newest belong to other stories.
      const designs = page.locator('main a[href^="/designs/"]');
      const address = (await designs.nth(locale === 'en' ? -1 : -2).getAttribute('href')) ?? '';
      const comment = locale === 'en' ? 'We admit its holders.' : 'Wij laten wie dit heeft toe.';
      await signIn(page, 'oosterdiep', 'Wim Kloosterhuis', '/studio/endorsements');
      await fillFields(page, { about: '/designs/nothing', comment });
      await page.getByRole('button', { name: t('endorsements.new.do') }).click();
      await expect(page.getByText(t('endorsements.fault.unknown')).first()).toBeVisible();
      await fillFields(page, { about: new URL(address, page.url()).href, comment });
      await page.getByRole('button', { name: t('endorsements.new.do') }).click();
      await expect(page.getByText(t('endorsements.offered'))).toBeVisible();
      await expectNoBarriers(page);

      const other = await browser.newPage({ locale: locale === 'nl' ? 'nl-NL' : 'en-GB' });
      await other.goto(address);
      await expect(other.getByText(comment)).toHaveCount(0);
      await signIn(other, 'groningen', 'Tjitske Hazekamp', '/studio/endorsements');
      const row = other.getByRole('row').filter({ hasText: comment });
      await row.getByRole('button', { name: t('endorsements.accept') }).click();
      await expect(other.getByText(t('endorsements.accepted'))).toBeVisible();
      await other.goto(address);
      await expect(other.getByText(comment)).toBeVisible();
      await expectNoBarriers(other);

      await page
        .getByRole('button', { name: t('endorsements.withdraw') })
        .first()
        .click();
      await expect(page.getByText(t('endorsements.withdrawn'))).toBeVisible();
      await expect(async () => {
        await other.goto(address);
        await expect(other.getByText(comment)).toHaveCount(0, { timeout: 1_000 });
      }).toPass({ timeout: 45_000 });
    });

    test('the operator opens a register, imports a list, and is told what was left out', async ({ page }) => {
      await signIn(page, 'operator', 'Noor Abels', '/operator/registers');
      const name = `List in ${locale}`;
      await fillFields(page, { name, sourceUrl: 'https://list.example' });
      await page.getByRole('button', { name: t('registers.open') }).click();
      await expect(page.getByText(t('registers.opened'))).toBeVisible();
      const csv =
        'name,website\nNorth,https://www.north.example/\n,https://nobody.example\nSouth,https://south.example';
      await field(page, 'file').setInputFiles({
        name: 'list.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(csv),
      });
      await page.getByRole('button', { name: t('registers.import.do'), exact: true }).click();
      await expect(page.getByText(t('registers.imported-now', { count: 2 }))).toBeVisible();
      await expect(page.getByText(t('registers.fault.no-name', { line: 3 }))).toBeVisible();
      await expectNoBarriers(page);
      await fillFields(page, { q: 'south' });
      await page.getByRole('button', { name: t('registers.search') }).click();
      await expect(page.getByText('south.example')).toBeVisible();
      await expect(page.getByText('north.example')).toHaveCount(0);
      await fillFields(page, { name: 'By hand', issuerId: 'did:web:hand.example' });
      await page.getByRole('button', { name: t('registers.enter.do'), exact: true }).click();
      await expect(page.getByText(t('registers.entered'))).toBeVisible();
      await page.getByRole('button', { name: t('registers.strike.one', { name: 'By hand' }) }).click();
      await expect(page.getByText(t('registers.struck'))).toBeVisible();
      await page.getByRole('button', { name: t('registers.close') }).click();
      await expect(page.getByText(t('registers.closed'))).toBeVisible();
      await expect(page.getByText(name)).toHaveCount(0);
    });

    test('a stranger checks several files at once and keeps signed reports', async ({ page }) => {
      await page.goto('/verify');
      const whole = readFileSync(join(VECTORS, 'valid/full.json'), 'utf8');
      const files = [
        { name: 'theirs.json', mimeType: 'application/json', buffer: Buffer.from(whole) },
        {
          name: 'changed.json',
          mimeType: 'application/json',
          buffer: Buffer.from(whole.replace('MicroCredential', 'Certificate')),
        },
        { name: 'holiday.txt', mimeType: 'text/plain', buffer: Buffer.from('Greetings from the coast') },
      ];
      await page.locator('input[type=file]').setInputFiles(files);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('verify.many.title', { count: 3 }));
      for (const { name } of files) await expect(page.getByText(name)).toBeVisible();
      await expectNoBarriers(page);
      const link = page.getByRole('link', { name: t('verify.many.save') });
      const address = (await link.getAttribute('href')) ?? '';
      const reports = JSON.parse(decodeURIComponent(address.slice(address.indexOf(',') + 1)));
      expect(reports).toHaveLength(3);
      for (const report of reports)
        expect(report).toMatchObject({ proof: [{ cryptosuite: 'eddsa-jcs-2022' }] });
      const verdicts = reports.map(
        (report: { credentialSubject: { report: { verdict: string } } }) =>
          report.credentialSubject.report.verdict,
      );
      expect(verdicts).not.toContain('verified');
    });
  });
}
