/** Whoever checks: on the page, by the program's interface and on the command line, always with the same answer. */
import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import type { Translate } from '../../src/web/lib/i18n.ts';

type Verdict = 'verified' | 'failed';
type Report = {
  readonly verdict: string;
  readonly checks: readonly { id: string; outcome: string; reason?: string }[];
};

const root = join(import.meta.dirname, '../..');
const opening = {
  verified: 'verdict.verified',
  failed: 'verdict.failed.other',
} as const;

/** The verdict's first sentence; what follows it counts the checks or says why. */
export async function expectVerdict(page: Page, t: Translate, verdict: Verdict): Promise<void> {
  const [sentence = ''] = t(opening[verdict], { count: 7 }).split('.');
  await expect(page.locator('.status-bar-title').filter({ hasText: sentence }).first()).toBeVisible();
}

/** Dropped on a wide page, chosen on a narrow one; both are sent at once. */
export async function checkFile(page: Page, file: Buffer, width: number): Promise<void> {
  await page.goto('/verify');
  if (width < 800) {
    const chosen = { name: 'badge.png', mimeType: 'image/png', buffer: file };
    await page.locator('input[type=file]').setInputFiles(chosen);
    return;
  }
  const transfer = await page.evaluateHandle(
    (bytes) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([new Uint8Array(bytes)], 'badge.png', { type: 'image/png' }));
      return dropped;
    },
    [...file],
  );
  await page.locator('[data-drop-zone]').dispatchEvent('drop', { dataTransfer: transfer });
}

export async function checkText(page: Page, t: Translate, text: string): Promise<void> {
  await page.goto('/verify');
  await page.locator('[name="text"]').fill(text);
  await page.getByRole('button', { name: t('verify.check-text') }).click();
}

export async function checkAddress(page: Page, t: Translate, url: string): Promise<void> {
  await page.goto('/verify');
  await page.locator('[name="url"]').fill(url);
  await page.getByRole('button', { name: t('verify.check'), exact: true }).click();
}

export async function askProgram(page: Page, file: Buffer, type: string): Promise<Report> {
  const answer = await page.request.post('/api/v1/verify', { data: file, headers: { 'content-type': type } });
  expect(answer.status()).toBe(200);
  return await answer.json();
}

/** A process of its own, beside the running house. */
export async function askCommandLine(page: Page, file: Buffer, name: string) {
  const path = join(mkdtempSync(join(tmpdir(), 'journey-')), name);
  writeFileSync(path, file);
  const origin = new URL(page.url()).origin;
  const env = {
    ...process.env,
    PORT: new URL(origin).port,
    PUBLIC_URL: origin,
    DATA_DIR: join(root, 'test-results/journeys-data'),
  };
  const words = [join(root, 'bin/waarmerk.mjs'), 'verify', path, '--json'];
  const { stdout, code } = await promisify(execFile)(process.execPath, words, { cwd: root, env }).then(
    (ended) => ({ ...ended, code: 0 }),
    (ended: { stdout: string; code: number }) => ended,
  );
  return { report: JSON.parse(stdout) as Report, code }; // the command's one promise with --json
}
