/** From the backpack to paper and back: a certificate is downloaded, scanned by a stranger, and handed in. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { hasCommand, scanFirstPage } from '../support/pdf-commands.ts';
import { readWords, signIn } from './support.ts';

const t = readWords('en');

test('a certificate on paper is checked by whoever scans it, while the credential stays private', async ({
  browser,
  page,
}) => {
  // biome-ignore lint/suspicious/noSkippedTests: only where the machine has no scanner of codes
  test.skip(!hasCommand('pdftoppm', 'zbarimg'), 'needs pdftoppm (poppler-utils) and zbarimg (zbar-tools)');
  await signIn(page, 'learner', 'Yasmina el Idrissi', '/backpack');
  await page.locator('a[href^="/backpack/0"]').first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t('backpack.download.pdf') }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^waarmerk-[\d-]{10}-\w{6}\.pdf$/);
  const file = await download.path();
  const code = scanFirstPage(readFileSync(file));

  const stranger = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  expect((await stranger.request.get(code.replace(/#.*/, ''))).status()).toBe(404);
  await stranger.goto(code);
  await expect(stranger).toHaveURL(/\/verify$/);
  await expect(stranger.getByText(t('format.certificate-qr'), { exact: true })).toBeVisible();
  await expect(stranger.getByText(t('finding.readable.printed'))).toBeVisible();
  await expect(stranger.getByText('Yasmina el Idrissi').first()).toBeVisible();

  await stranger.goto('/verify');
  await stranger.setInputFiles('input[type="file"]', file);
  await expect(stranger.getByText('Open Badges 3.0, attached to a PDF')).toBeVisible();
});
