/** One credential from the catalogue to its revocation, four times: two languages, two widths. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { renderSVG } from 'uqr';
import { AWARD_DAY, claimOffer, grantAward, readOffer, revokeAward } from './awarding.ts';
import { expectNoBarriers } from './barriers.ts';
import { askCommandLine, askProgram, checkAddress, checkFile, checkText, expectVerdict } from './checking.ts';
import {
  publishFirstVersion,
  publishSecondVersion,
  seeWhatIsMissing,
  startDesign,
  writeDesign,
} from './designer.ts';
import { stories } from './story.ts';
import {
  expectNoSidewaysScroll,
  field,
  openLetter,
  pressTwice,
  readWords,
  signIn,
  tabTo,
} from './support.ts';

const EXTENSIONS = ['', '.json', '.jwt', '.png', '.svg'];

for (const story of stories) {
  const t = readWords(story.locale);
  const title = story.title[story.locale];

  test.describe(`A ${story.kind} in ${story.locale} at ${story.width}`, () => {
    test.describe.configure({ mode: 'serial' });
    test.use({
      locale: story.locale === 'nl' ? 'nl-NL' : 'en-GB',
      viewport: { width: story.width, height: 900 },
    });

    test('a visitor finds a course by words and by a filter, and reads how it is assessed', async ({
      page,
    }) => {
      await page.goto('/');
      await page
        .getByRole('link', { name: t('home.find.action') })
        .first()
        .click();
      await page.getByRole('searchbox').fill('digit');
      await page.getByRole('button', { name: t('catalogue.search.action') }).click();
      await expect(page).toHaveURL(/q=digit/);
      const results = page.locator('.results > li');
      const found = await results.count();
      expect(found).toBeGreaterThan(0);
      if (story.width < 1000) await page.getByRole('button', { name: t('catalogue.filters') }).click();
      await page.locator('input[name="kind"][value="microcredential"]').check();
      if (story.width < 1000) await page.locator('[data-apply]').click();
      await expect(page).toHaveURL(/kind=microcredential/);
      await expect(results.first()).toContainText(t('kind.microcredential'));
      await expect(results.filter({ hasText: t('kind.edubadge') })).toHaveCount(0);
      await results.first().getByRole('link').first().click();
      await expect(
        page
          .getByRole('region', { name: t('design.outcomes') })
          .getByRole('listitem')
          .first(),
      ).toBeVisible();
      await expect(page.getByRole('region', { name: t('design.assessment') })).toContainText('%');
    });

    test('a designer sees what is missing, writes it all in two languages and publishes version 1 once', async ({
      page,
    }) => {
      test.setTimeout(120_000);
      await signIn(page, 'groningen', 'Tjitske Hazekamp', '/studio/designs');
      const desk = { page, t, story };
      await startDesign(desk);
      await seeWhatIsMissing(desk);
      await writeDesign(desk);
      await publishFirstVersion(desk);
      await publishSecondVersion(desk);
      await keepSession(page, 'staff');
    });

    test('an awarder grants it once after a dry run, and the letter goes out', async ({ page }) => {
      await signIn(page, 'groningen', 'Siebren Nijboer', '/studio/awards');
      const desk = { page, t, story };
      await grantAward(desk);
      await readOffer(desk);
      await keepSession(page, 'awarder');
    });

    test('the learner sees it before signing in, and claims it into a private backpack', async ({ page }) => {
      await claimOffer({ page, t, story });
      await openItem(page);
      await expect(page.getByText(t('backpack.linkedin.publish-first'))).toBeVisible();
      await keepSession(page, 'learner');
    });

    test('nobody else finds it while it is private, in any format', async ({ page, browser }) => {
      const learner = await openAs(browser, 'learner');
      const own = await learner.request.get(`/api/v1/backpack/${story.award}`);
      story.publicPath = new URL((await own.json()).url).pathname;
      await expectHidden(page);
      await expectHidden(await learner.newPage());
      await page.goto(story.publicPath);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('error.not-found.title'));
      await learner.close();
    });

    test('published with a name and without the result it says just that, to everybody', async ({
      browser,
    }) => {
      const learner = await openAs(browser, 'learner');
      const page = await learner.newPage();
      await openItem(page);
      await publish(page);
      const { url } = await (await learner.request.get(`/api/v1/backpack/${story.award}`)).json();
      const { issuer } = await (await learner.request.get(`${url}.json`)).json();
      await expectOwnersPanels(page, { url, issuer: issuer.name });
      await expectOwnFiles(learner);
      await learner.close();

      const stranger = await browser.newContext({ javaScriptEnabled: false });
      const read = await stranger.newPage();
      expect((await read.goto(story.publicPath))?.status()).toBe(200);
      await expect(read.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(read.getByText(story.learner.name).first()).toBeVisible();
      await expectVerdict(read, t, 'verified');
      await expectNoSidewaysScroll(read);
      const credential = await (await stranger.request.get(`${story.publicPath}.json`)).json();
      expect(credential.credentialSubject.result).toBeUndefined();
      expect(JSON.stringify(credential)).toContain(story.learner.name);
      expect(JSON.stringify(credential)).not.toContain(story.learner.email);
      await stranger.close();
    });

    test('a stranger checks the picture, the text and the address, and every way agrees', async ({
      page,
    }) => {
      await page.goto(story.publicPath);
      const url = page.url();
      const png = await (await page.request.get(`${story.publicPath}.png`)).body();
      const json = await (await page.request.get(`${story.publicPath}.json`)).body();
      await checkFile(page, png, story.width);
      await expectVerdict(page, t, 'verified');
      await checkText(page, t, json.toString('utf8'));
      await expectVerdict(page, t, 'verified');
      await checkAddress(page, t, url);
      await expectVerdict(page, t, 'verified');
      expect((await askProgram(page, png, 'image/png')).verdict).toBe('verified');
      const asked = await askCommandLine(page, png, 'badge.png');
      expect([asked.report.verdict, asked.code]).toEqual(['verified', 0]);

      const forged = Buffer.from(json.toString('utf8').replace(story.learner.name, 'Somebody Else'));
      await checkText(page, t, forged.toString('utf8'));
      await expectVerdict(page, t, 'failed');
      await expectNoBarriers(page);
      await expectNoSidewaysScroll(page);
      expect((await askProgram(page, forged, 'application/json')).verdict).toBe('failed');
    });

    test('taken private it is gone everywhere, and the learner can publish it again', async ({
      browser,
      page,
    }) => {
      const learner = await openAs(browser, 'learner');
      const own = await learner.newPage();
      await openItem(own);
      await own.getByRole('button', { name: t('backpack.withdraw') }).click();
      await expect(own.getByText(t('backpack.private-again'))).toBeVisible();
      await expectHidden(page);
      await publish(own);
      expect((await page.goto(story.publicPath))?.status()).toBe(200);
      await learner.close();
    });

    test('revoked by the registrar it is revoked for all: letter, page, file, program', async ({
      browser,
      page,
    }) => {
      const saved = await (await page.request.get(`${story.publicPath}.png`)).body();
      const awarder = await openAs(browser, 'awarder');
      await revokeAward({ page: await awarder.newPage(), t, story });
      await awarder.close();

      await page.goto(story.publicPath);
      await expectVerdict(page, t, 'failed');
      await expect(page.getByText(t('badge.reason.assessment-invalid')).first()).toBeVisible();
      await expectNoBarriers(page);
      await expectNoSidewaysScroll(page);
      await checkFile(page, saved, story.width);
      await expectVerdict(page, t, 'failed');
      const report = await askProgram(page, saved, 'image/png');
      expect(report.verdict).toBe('failed');
      expect(report.checks).toContainEqual(expect.objectContaining({ id: 'status', outcome: 'failed' }));
      const { report: printed, code } = await askCommandLine(page, saved, 'badge.png');
      expect([printed.verdict, code]).toEqual(['failed', 1]);
      await openLetter(
        page,
        story.learner.email,
        `${story.locale === 'nl' ? 'Ingetrokken' : 'Withdrawn'}: ${title}`,
      );

      const learner = await openAs(browser, 'learner');
      const own = await learner.newPage();
      await openItem(own);
      await expect(own.getByText(t('backpack.revoked.means'))).toBeVisible();
      await learner.close();
    });
  });

  async function keepSession(page: Page, role: 'staff' | 'awarder' | 'learner') {
    story.sessions[role] = await page.context().storageState();
  }

  async function openAs(
    browser: { newContext: (options: object) => Promise<BrowserContext> },
    role: 'awarder' | 'learner',
  ) {
    return await browser.newContext({ storageState: story.sessions[role] });
  }

  async function openItem(page: Page) {
    await page.goto('/backpack');
    await page.getByRole('link', { name: title }).click();
    await expect(page).toHaveURL(new RegExp(`/backpack/${story.award}`));
  }

  /** With the name and nothing else, as the form stands; pressed twice, or by keyboard. */
  async function publish(page: Page) {
    await expect(field(page, 'showName')).toBeChecked();
    await expect(field(page, 'showResult')).not.toBeChecked();
    const button = page.getByRole('button', { name: t('backpack.publish'), exact: true });
    if (story.keyboardOnly) {
      await tabTo(page, button);
      await page.keyboard.press('Enter');
    } else await pressTwice(page, button);
    await expect(page.getByText(t('backpack.published'))).toBeVisible();
  }

  async function expectHidden(page: Page) {
    for (const extension of EXTENSIONS) {
      const answer = await page.request.get(`${story.publicPath}${extension}`);
      expect(answer.status(), extension).toBe(404);
    }
    expect((await page.request.get(`${story.publicPath}/ob2`)).status()).toBe(404);
    const never = `/c/${'0'.repeat(26)}.json`;
    const [one, other] = await Promise.all([
      page.request.get(`${story.publicPath}.json`),
      page.request.get(never),
    ]);
    expect(await one.text(), 'private and never issued are one').toBe(await other.text());
  }

  async function expectOwnersPanels(page: Page, { url, issuer }: { url: string; issuer: string }) {
    const link = await page.getByRole('link', { name: t('backpack.linkedin.add') }).getAttribute('href');
    const filled = new URL(link ?? '').searchParams;
    const [year, month] = AWARD_DAY.split('-');
    expect(filled.get('name')).toBe(title);
    expect([filled.get('issueYear'), Number(filled.get('issueMonth'))]).toEqual([year, Number(month)]);
    expect(filled.get('certUrl')).toBe(url);
    expect(filled.get('organizationName')).toBe(issuer);
    const drawn = await page
      .getByRole('img', { name: t('backpack.qr') })
      .locator('path')
      .getAttribute('d');
    expect(renderSVG(url, { border: 2 })).toContain(drawn ?? 'no path');
    await expectNoSidewaysScroll(page);
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: t('backpack.download.png') }).click();
    expect((await saving).suggestedFilename()).toMatch(/\.png$/);
  }

  /** The holder's own files are whole: the result is in them, and they verify. */
  async function expectOwnFiles(learner: BrowserContext) {
    for (const extension of ['png', 'svg', 'json', 'jwt']) {
      const file = await learner.request.get(`/backpack/${story.award}/download.${extension}`);
      expect(file.status(), extension).toBe(200);
      expect(file.headers()['cache-control']).toContain('no-store');
      const verified = await learner.request.post('/api/v1/verify', {
        data: await file.body(),
        headers: { 'content-type': 'application/octet-stream' },
      });
      expect((await verified.json()).verdict, extension).toBe('verified');
      if (extension !== 'json') continue;
      const { credentialSubject } = await file.json();
      expect(credentialSubject.result).toEqual([expect.objectContaining({ value: story.result.signed })]);
    }
  }
}
