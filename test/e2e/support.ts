/** What every journey needs: the words of the pages, people who sign in, letters, a second window. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, type Request } from '@playwright/test';
import { type Locale, makeTranslate, type Translate } from '../../src/web/lib/i18n.ts';

export const languages = ['en', 'nl'] as const;
export const widths = [1440, 390] as const;

/** The pages' own texts, so that a journey presses what a reader sees. */
export function readWords(locale: Locale): Translate {
  const folder = join(import.meta.dirname, '../../src/web/locales', locale);
  const texts = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  return makeTranslate(locale, Object.assign({}, ...texts));
}

/** From an address of ours to the provider, one name, and back. */
export async function chooseName(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/idp/') && !url.pathname.startsWith('/auth/'));
}

export async function signIn(page: Page, tenant: string, name: string, returnTo: string): Promise<void> {
  await page.goto(`/auth/start/${tenant}?${new URLSearchParams({ returnTo })}`);
  await chooseName(page, name);
  await expect(page).toHaveURL(new RegExp(`${returnTo}$`));
}

/** Opens the newest letter to that address with those words in its subject, once it has been sent. */
export async function openLetter(page: Page, to: string, subject: string): Promise<void> {
  const row = page
    .getByRole('row')
    .filter({ hasText: to })
    .filter({ has: page.getByRole('link', { name: subject }) });
  await expect(async () => {
    await page.goto('/dev/mail');
    await expect(row.first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await row.first().getByRole('link', { name: subject }).click();
}

export function field(page: Page, name: string): Locator {
  return page.locator(`[name="${name}"]`);
}

export async function fillFields(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await field(page, name).fill(value);
}

/**
 * What an impatient reader or a slow line does: the same form arrives twice at once. A double click will not do, for
 * a browser that has not yet begun to send takes the second for the first.
 */
export async function pressTwice(page: Page, button: Locator): Promise<void> {
  const arrivals: string[] = [];
  const count = (request: Request) => {
    if (request.method() === 'POST') arrivals.push(request.url());
  };
  page.on('request', count);
  await button.evaluate((pressed) => {
    const form = pressed instanceof HTMLButtonElement ? pressed.form : null;
    if (!form) throw new Error('It belongs to no form.');
    const said = [...new FormData(form, pressed as HTMLButtonElement)].map(([name, value]) => [
      name,
      String(value),
    ]);
    const body = new URLSearchParams(said);
    void fetch(form.action, { method: 'POST', body, redirect: 'manual', keepalive: true });
    form.requestSubmit(pressed as HTMLButtonElement);
  });
  await expect.poll(() => arrivals.length, { message: 'it was sent twice' }).toBeGreaterThanOrEqual(2);
  page.off('request', count);
}

/** With the Tab key alone, as far as there are stops on a page. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let stops = 0; stops < 150; stops += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The Tab key does not lead there.');
}

/** No part of the page lies outside of the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { wide, window } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(wide, `${page.url()} is ${wide} wide in a window of ${window}`).toBeLessThanOrEqual(window);
}
