/** Proofs that a journey gives on its way: a code from a letter, a passkey, a word of agreement. */
import { expect, type Page } from '@playwright/test';
import { fillFields } from './support.ts';

/** What stands between somebody and their work on the first day: terms to agree to, a second factor. */
export async function passGates(page: Page, goal: string): Promise<void> {
  for (let gates = 0; gates < 4; gates += 1) {
    await page.waitForLoadState();
    const { pathname } = new URL(page.url());
    if (pathname === '/agree') {
      for (const box of await page.getByRole('checkbox').all()) await box.check();
      await page.getByRole('main').getByRole('button').last().click();
      await page.waitForURL((url) => url.pathname !== '/agree');
    } else if (pathname === '/second-factor') {
      await addAuthenticator(page);
      await fillFields(page, { 'passkey-name': 'Laptop' });
      await page.locator('form[data-passkey="register"] button').click();
      await page.waitForURL((url) => url.pathname !== '/second-factor');
    } else break;
  }
  await expect(page).toHaveURL(new RegExp(`${goal}$`));
}

/** A device with a verified user, as Chromium pretends it (CDP, domain WebAuthn). */
export async function addAuthenticator(page: Page): Promise<{ readonly forget: () => Promise<void> }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal' },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
      automaticPresenceSimulation: true,
    },
  });
  return {
    forget: async () => void (await devtools.send('WebAuthn.clearCredentials', { authenticatorId })),
  };
}

/** From the newest letter to that address, in a window beside. */
export async function readCode(page: Page, address: string): Promise<string> {
  const mail = await page.context().newPage();
  const row = mail
    .getByRole('row')
    .filter({ hasText: address })
    .filter({ hasText: /\d{3} \d{3}/ });
  await expect(async () => {
    await mail.goto('/dev/mail');
    await expect(row.first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  const [code = ''] = /\d{3} \d{3}/.exec((await row.first().textContent()) ?? '') ?? [];
  await mail.close();
  return code;
}
