/** A learner says how it went; the fifth answer makes numbers appear; the author says what was done with it. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectNoBarriers } from './barriers.ts';
import { expectNoSidewaysScroll, readWords, signIn } from './support.ts';

const TITLE = 'Two is One';
const LEARNER = { name: 'Wulandari', email: 'wulandari@kementerian.example.org' };
const OTHERS = ['Satō Misaki', 'S. Rajeswari', 'Jürgen Weißgerber', 'Łucja Świątek-Żak'];
const WORDS = 'The debate in the garden taught me most.';
const t = readWords('en');

/** Somebody at a browser of their own. */
async function enter(browser: Browser, [tenant, name, to]: readonly [string, string, string]): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await signIn(page, tenant, name, to);
  return page;
}

async function findDesign(page: Page): Promise<string> {
  const { items } = await (await page.request.get('/api/v1/quality/board')).json();
  const found = items.find((item: { title: Record<string, string> }) => item.title.en?.startsWith(TITLE));
  return found.design;
}

async function findHeld(page: Page, design: string): Promise<string> {
  const { mine } = await (await page.request.get('/api/v1/backpack')).json();
  return mine.find((item: { design: { id: string } }) => item.design.id === design).id;
}

async function expectInOrder(page: Page): Promise<void> {
  await expectNoBarriers(page);
  await expectNoSidewaysScroll(page);
}

test('five answers become numbers, and are answered', async ({ browser, page }) => {
  const registrar = await enter(browser, ['groningen', 'Siebren Nijboer', '/studio/quality']);
  const design = await findDesign(registrar);
  const numbers = page.getByRole('region', { name: t('feedback.public') });

  await test.step('four speak, and the page of the design says nothing', async () => {
    for (const name of OTHERS) {
      const other = await enter(browser, ['learner', name, '/backpack']);
      const answered = await other.request.put(
        `/api/v1/awards/${await findHeld(other, design)}/feedback/claim`,
        { data: { answers: { recommend: 3, workload: 2 } } },
      );
      expect(answered.status()).toBe(204);
      await other.context().close();
    }
    await page.goto(`/designs/${design}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(TITLE);
    await expect(numbers).toHaveCount(0);
  });

  await test.step('a learner claims, is asked, and answers what they like', async () => {
    const granted = await registrar.request.post('/api/v1/awards', {
      data: { design, recipients: [{ email: LEARNER.email, name: LEARNER.name }] },
    });
    expect(granted.ok()).toBe(true);
    const learner = await enter(browser, ['learner', LEARNER.name, '/backpack']);
    await learner
      .getByRole('listitem')
      .filter({ hasText: TITLE })
      .getByRole('button', { name: t('backpack.accept') })
      .click();
    await expect(learner).toHaveURL(/\/backpack\/[0-9a-f-]+/);
    await learner.goto('/backpack');
    await learner.getByRole('link', { name: t('feedback.asked.action') }).click();
    await expect(learner.getByText(t('feedback.who.text'))).toBeVisible();
    await expectInOrder(learner);
    const recommend = learner.getByRole('group', { name: t('feedback.q.recommend') });
    await recommend.getByRole('radio', { name: t('feedback.a.recommend.3') }).check();
    await learner.getByLabel(t('feedback.words')).fill(WORDS);
    await learner.getByRole('button', { name: t('feedback.send') }).click();
    await expect(learner.getByText(t('feedback.done'))).toBeVisible();
    await expect(learner.getByLabel(t('feedback.words'))).toHaveValue(WORDS);
    await learner.context().close();
  });

  await test.step('numbers appear for everyone, words for nobody', async () => {
    await expect(async () => {
      await page.goto(`/designs/${design}`);
      await expect(numbers).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 20_000 });
    await expect(numbers).toContainText(t('feedback.table.of', { n: 5 }));
    await expect(page.getByText(WORDS)).toHaveCount(0);
    await expectInOrder(page);
  });

  await test.step('its author reads the words, and says what was done', async () => {
    const author = await enter(browser, ['groningen', 'Eppo Tamminga', `/studio/designs/${design}/feedback`]);
    await expect(author.getByText(WORDS)).toBeVisible();
    await author.getByText(t('feedback.studio.reply'), { exact: true }).click();
    await author.locator('[name="said.en"]').fill('The debate is what people remember.');
    await author.locator('[name="did.en"]').fill('There are two of them from next year on.');
    // Twice, as hands do that are used to icons.
    await author.getByRole('button', { name: t('feedback.studio.reply.publish') }).dblclick({ delay: 40 });
    await expect(author.getByRole('status')).toContainText(t('feedback.studio.done'));
    await expectInOrder(author);
    await page.goto(`/designs/${design}`);
    await expect(
      page.getByRole('region', { name: t('feedback.we-did') }).getByText('There are two of them'),
    ).toHaveCount(1);
    await author.context().close();
  });
  await registrar.context().close();
});
