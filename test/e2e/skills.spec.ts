/** An administrator brings in skills; a designer finds one with the keyboard on a phone; the badge's page names it. */
import { expect, type Page, test } from '@playwright/test';
import { proofOfCompetence } from '../support/content.ts';
import { expectNoBarriers } from './barriers.ts';
import { expectNoSidewaysScroll, field, fillFields, readWords, signIn, tabTo } from './support.ts';

const ADMINISTRATOR = 'Tjitske Hazekamp';
const DESIGNER = 'Froukje Wieringa';
const mark = crypto.randomUUID().slice(0, 6);
const skill = { code: `Z${mark}`, nl: `Zeilmaken ${mark}`, en: `Make sails ${mark}` };

async function look(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectNoBarriers(page);
}

test('a skill, from a file to the page of a badge', async ({ browser }) => {
  const en = readWords('en');
  const nl = readWords('nl');
  const desk = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const phone = await browser.newContext({ locale: 'nl-NL', viewport: { width: 390, height: 844 } });
  const administrator = await desk.newPage();
  const designer = await phone.newPage();
  let design = '';

  await test.step('the administrator brings in a table, after one that is refused with its line', async () => {
    await signIn(administrator, 'groningen', ADMINISTRATOR, '/studio/frameworks');
    await fillFields(administrator, {
      name: `Crafts ${mark}`,
      publisher: 'Guild',
      licence: 'CC0',
      url: 'https://skills.example/crafts/',
    });
    const bring = async (lines: readonly string[]) => {
      const buffer = Buffer.from(lines.join('\n'));
      await field(administrator, 'file').setInputFiles({ name: 'skills.csv', mimeType: 'text/csv', buffer });
      await administrator.getByRole('button', { name: en('frameworks.bring'), exact: true }).click();
    };
    const line = `${skill.code},${skill.nl},${skill.en}`;
    await bring(['code,name_nl,name_en', line, line]);
    await expect(administrator.getByText(en('frameworks.fault.code-twice')).first()).toBeVisible();
    await expect(field(administrator, 'name')).toHaveValue(`Crafts ${mark}`);
    await look(administrator);
    await bring(['code,name_nl,name_en', line]);
    await expect(administrator.getByText(en('frameworks.brought', { count: 1 }))).toBeVisible();
    await look(administrator);
  });

  await test.step('the designer finds it by the beginning of a word, with the keyboard alone', async () => {
    await signIn(designer, 'groningen', DESIGNER, '/studio/designs/new');
    await designer.locator('[name="kind"][value="edubadge"]').check({ force: true });
    await fillFields(designer, { title: `Zeilen ${mark}` });
    await designer.getByRole('button', { name: nl('studio.new.start') }).click();
    await expect(designer).toHaveURL(/section=summary$/);
    design = new URL(designer.url()).pathname.split('/').at(-1) ?? '';
    const content = { ...proofOfCompetence, kind: 'edubadge' };
    const saved = await designer.request.put(`/api/v1/designs/${design}/draft`, {
      data: { revision: 1, content, partnerUnits: [] },
    });
    expect(saved.status(), await saved.text()).toBe(200);

    await designer.goto(`/studio/designs/${design}?section=outcomes`);
    const typed = designer.locator('textarea[name^="content.outcomes.0.text"]').first();
    await typed.fill(`een zeil naaien ${mark}`);
    const find = designer.getByRole('button', { name: nl('skills.find') }).first();
    await tabTo(designer, find);
    await designer.keyboard.press('Enter');
    await expect(designer).toHaveURL(/&for=/);
    await tabTo(designer, field(designer, 'q'));
    await designer.keyboard.type(`zeilm ${mark}`);
    const add = designer.getByRole('button', { name: new RegExp(`^${nl('skills.add')}`) });
    await expect(add).toHaveCount(1);
    await expect(
      designer.getByRole('status').filter({ hasText: nl('skills.found', { count: 1 }) }),
    ).toBeVisible();
    await look(designer);
    await tabTo(designer, add);
    await designer.keyboard.press('Enter');
    await expect(designer.getByText(nl('skills.added'))).toBeVisible();
    await expect(typed).toHaveValue(`een zeil naaien ${mark}`);
    await expect(designer.locator('.skill-list')).toContainText(skill.code);
    await look(designer);
  });

  await test.step('the page of the published badge names it, and so does its definition', async () => {
    const draft = await (await administrator.request.get(`/api/v1/designs/${design}`)).json();
    const published = await administrator.request.post(`/api/v1/designs/${design}/publish`, {
      data: { revision: draft.revision },
    });
    expect(published.ok(), await published.text()).toBe(true);
    await designer.goto(`/designs/${design}`);
    const named = designer.locator('#skills');
    await expect(named).toContainText(`Crafts ${mark}, ${skill.code}`);
    await expect(named.getByRole('link')).toHaveAttribute(
      'href',
      `https://skills.example/crafts/${skill.code}`,
    );
    await look(designer);
    const facts = await (await designer.request.get(`/designs/${design}/versions/1/facts.json`)).text();
    expect(facts).toContain(`"targetCode":"${skill.code}"`);
  });
  await desk.close();
  await phone.close();
});
