/** Terms, consents, who saw what, and the end of an account: in two languages, at two widths. */
import { readFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expectNoBarriers } from './barriers.ts';
import { expectNoSidewaysScroll, field, openLetter, readWords, signIn } from './support.ts';

const stories = [
  { locale: 'en', width: 1440, name: 'Aroha Te Whāiti', email: 'aroha.tewhaiti@example.org' },
  {
    locale: 'nl',
    width: 390,
    name: 'Caoimhe Nic Giolla Bhríde',
    email: 'c.nicgiollabhride@student.rug.example',
  },
] as const;

const INSTITUTION = { en: 'MBO Oosterdiep', nl: 'MBO Oosterdiep' };

// Both change the terms of one institution, so they follow each other.
test.describe('Privacy', () => {
  test.describe.configure({ mode: 'serial' });

  for (const story of stories) {
    const { locale, width } = story;
    const t = readWords(locale);
    /** A request beside the page does not say what its reader speaks. */
    const inLanguage = { 'accept-language': locale };
    const excerpt = `${locale}-${crypto.randomUUID().slice(0, 8)}`;
    let learner: BrowserContext;
    let award = '';
    let publicPath = '';

    test.describe(`in ${locale} at ${width}`, () => {
      test.use({ locale: locale === 'nl' ? 'nl-NL' : 'en-GB', viewport: { width, height: 900 } });

      async function openAs(browser: { newContext: (options: object) => Promise<BrowserContext> }) {
        return await browser.newContext({
          locale: locale === 'nl' ? 'nl-NL' : 'en-GB',
          viewport: { width, height: 900 },
        });
      }

      async function expectInOrder(page: Page) {
        await expectNoBarriers(page);
        await expectNoSidewaysScroll(page);
      }

      test.afterAll(() => learner?.close());

      test('the platform asks before the backpack opens, and public pages stay open', async ({ browser }) => {
        learner = await openAs(browser);
        const page = await learner.newPage();
        await page.goto('/auth/start/learner?returnTo=/backpack');
        await page.getByRole('button', { name: story.name }).first().click();
        await expect(page).toHaveURL(/\/agree\?/);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('agree.title'));
        await expectInOrder(page);
        for (const open of ['/catalogue', '/account/data']) {
          await page.goto(open);
          await expect(page).toHaveURL(new RegExp(`${open}$`));
        }
        await page.goto('/backpack');
        await page.getByRole('checkbox').check();
        await page.getByRole('button', { name: t('agree.do') }).click();
        await expect(page).toHaveURL(/\/backpack$/);
      });

      test('an administrator writes terms, looks at them and publishes them', async ({ page }) => {
        await signIn(page, 'oosterdiep', 'Wim Kloosterhuis', '/studio/terms');
        await field(page, 'en.excerpt').fill(`You agree (en) ${excerpt}`);
        await field(page, 'en.text').fill('First.\n\n## A heading\n\n- one\n- two');
        await field(page, 'nl.excerpt').fill(`U gaat akkoord (nl) ${excerpt}`);
        await field(page, 'nl.text').fill('Eerst.\n\n## Een kop\n\n- een\n- twee');
        await page.getByRole('button', { name: t('terms.studio.save') }).click();
        await expect(page.getByText(t('terms.saved'))).toBeVisible();
        const preview = page.getByRole('region', { name: t('terms.studio.preview') });
        await expect(preview.getByText(`U gaat akkoord (nl) ${excerpt}`)).toBeVisible();
        await expect(preview.getByRole('listitem')).toHaveCount(4);
        await expectInOrder(page);
        await page.getByRole('button', { name: t('terms.studio.publish') }).click();
        await expect(page.getByText(t('terms.published'), { exact: true })).toBeVisible();
        await page
          .getByRole('region', { name: t('terms.studio.versions') })
          .getByRole('link')
          .first()
          .click();
        await expect(page.getByText(excerpt)).toBeVisible();
        await expectInOrder(page);
      });

      test('a learner claims with agreement, and not without', async ({ page }) => {
        award = await grant(page, story);
        // The letter speaks the award's language.
        await openLetter(page, story.email, 'ontvangen');
        const link = await page.locator('pre a[href*="/claim/"]').first().getAttribute('href');
        const own = await learner.newPage();
        await own.goto(new URL(link ?? '').pathname);
        await expect(own.getByText(excerpt)).toBeVisible();
        await expectInOrder(own);
        await own.getByRole('button', { name: t('claim.accept') }).click();
        await expect(own).toHaveURL(/\/claim\//);
        const refused = await learner.request.post(`/api/v1/awards/${award}/claim`, {
          headers: { origin: new URL(own.url()).origin },
        });
        expect([refused.status(), (await refused.json()).type]).toEqual([
          409,
          'urn:waarmerk:problem:awards/terms-not-agreed',
        ]);
        await own.getByRole('checkbox').check();
        await own.getByRole('button', { name: t('claim.accept') }).click();
        await expect(own).toHaveURL(/\/backpack/);
        const published = await learner.request.put(`/api/v1/awards/${award}/publication`, {
          headers: { origin: new URL(own.url()).origin },
          data: { showName: true, showResult: false, showEvidence: false },
        });
        publicPath = new URL((await published.json()).url).pathname;
        expect((await own.request.get(publicPath)).status()).toBe(200);
      });

      test('the ledger tells it, on the page and in files', async () => {
        const page = await learner.newPage();
        await page.goto('/account/consents');
        await expect(page.getByText(INSTITUTION[locale]).first()).toBeVisible();
        await expect(page.getByText(t('consents.given'), { exact: true }).first()).toBeVisible();
        await expectInOrder(page);
        const csv = await learner.request.get('/account/consents.csv', { headers: inLanguage });
        expect(csv.headers()['content-type']).toContain('text/csv');
        expect(await csv.text()).toContain(t('consents.agreed'));
        const ledger = await (await learner.request.get('/account/consents.json')).json();
        expect(ledger.agreements.length).toBeGreaterThanOrEqual(2);
        expect(ledger.publications[0]).toEqual(
          expect.objectContaining({ award, act: 'given', stands: true }),
        );
      });

      test('the learner sees that a registrar looked, and the administrator finds the line', async ({
        page,
      }) => {
        await signIn(page, 'oosterdiep', 'Gülcan Özdemir', `/studio/awards/${award}`);
        await expect(page.getByText(story.email).first()).toBeVisible();
        const own = await learner.newPage();
        await own.goto('/account/history');
        const line = own.getByRole('row').filter({ hasText: t('audit.did.award.read') });
        await expect(line.first()).toContainText(INSTITUTION[locale]);
        await expectInOrder(own);
        expect(
          await (await learner.request.get('/account/history.csv', { headers: inLanguage })).text(),
        ).toContain(t('audit.did.award.read'));

        await signIn(page, 'oosterdiep', 'Wim Kloosterhuis', '/studio/audit');
        await field(page, 'about').fill(story.email);
        await field(page, 'action').selectOption('award.read');
        await page.getByRole('button', { name: t('audit.find') }).click();
        await expect(page.getByRole('row').filter({ hasText: 'Gülcan Özdemir' }).first()).toBeVisible();
        await expectInOrder(page);
        const file = await page.request.get(
          `/studio/audit.csv?${new URLSearchParams({ about: story.email })}`,
        );
        expect(await file.text()).toContain('Gülcan Özdemir');
      });

      test('everything is taken along in one archive that verifies by itself', async () => {
        const page = await learner.newPage();
        await page.goto('/account/data');
        await expectInOrder(page);
        const saving = page.waitForEvent('download');
        await page.getByRole('link', { name: t('data.take.do') }).click();
        const path = await (await saving).path();
        const files = unzipSync(new Uint8Array(readFileSync(path)));
        const text = (name: string) => new TextDecoder().decode(files[name]);
        expect(text('index.html')).toContain(story.name);
        expect(JSON.parse(text('data/accounts.json')).addresses[0].address).toBe(story.email);
        const [credential = ''] = Object.keys(files).filter(
          (name) => name.includes(award.slice(-6)) && name.endsWith('credential.json'),
        );
        const verified = await page.request.post('/api/v1/verify', {
          data: Buffer.from(files[credential] ?? []),
          headers: { 'content-type': 'application/octet-stream', origin: new URL(page.url()).origin },
        });
        expect((await verified.json()).verdict).toBe('verified');
      });

      test('the account is erased, and its public page is as if it had never been', async () => {
        const page = await learner.newPage();
        await page.goto('/account/data');
        await field(page, 'word').fill('something else');
        await page.getByRole('button', { name: t('data.erase.do') }).click();
        await expect(page.getByText(t('data.erase.word-wrong')).first()).toBeVisible();
        await expectInOrder(page);
        await field(page, 'word').fill(t('data.erase.the-word'));
        await page.getByRole('button', { name: t('data.erase.do') }).click();
        await expect(page.getByText(t('data.erase.done'))).toBeVisible();
        const never = `/c/${'0'.repeat(26)}.json`;
        const [gone, other] = await Promise.all([
          page.request.get(`${publicPath}.json`),
          page.request.get(never),
        ]);
        expect([gone.status(), await gone.text()]).toEqual([404, await other.text()]);
        expect((await (await page.request.get('/api/v1/session')).json()).person).toBeNull();
        // The last letter speaks the account's language.
        await openLetter(page, story.email, 'Your data has been erased');
      });
    });
  }
});

/** By the institution's own program, as a student system would. */
async function grant(page: Page, story: (typeof stories)[number]): Promise<string> {
  const asked = await page.request.post('/oauth/token', {
    headers: { authorization: `Basic ${btoa('demo-oosterdiep:demo-secret')}` },
    form: { grant_type: 'client_credentials' },
  });
  const headers = { authorization: `Bearer ${(await asked.json()).access_token}` };
  const catalogue = await page.request.get('/api/v1/catalogue?provider=oosterdiep');
  const { items }: { items: { id: string; kind: string }[] } = await catalogue.json();
  const design = items.find(({ kind }) => kind === 'edubadge')?.id;
  const granted = await page.request.post('/api/v1/awards', {
    headers,
    data: {
      design,
      recipients: [{ email: story.email, name: story.name, language: 'nl', audience: 'professionals' }],
    },
  });
  expect(granted.ok(), await granted.text()).toBe(true);
  return (await granted.json()).id;
}
