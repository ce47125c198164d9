/** A quality officer writes rules of the house on top of the bundled ones and a Guide to them; a teacher is led there. */
import { expect, type Page, test } from '@playwright/test';
import { expectNoBarriers } from './barriers.ts';
import { passGates } from './gates.ts';
import { chooseName, expectNoSidewaysScroll, field, fillFields, readWords } from './support.ts';

const HOUSE = 'oosterdiep';
const OFFICER = 'Wim Kloosterhuis';
const TEACHER = 'Harm Mulderij';

const mark = crypto.randomUUID().slice(0, 6);
const rules = { id: `huisregels-${mark}`, name: `Huisregels ${mark}` };
const section = { code: `huis-${mark}`, title: `Wat wij vragen ${mark}` };

async function enter(page: Page, name: string, goal: string): Promise<void> {
  await page.goto(`/auth/start/${HOUSE}?${new URLSearchParams({ returnTo: goal })}`);
  await chooseName(page, name);
  await passGates(page, goal);
}

async function look(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectNoBarriers(page);
}

test('rules of the house, from the form to the finding that cites them', async ({ browser }) => {
  const nl = readWords('nl');
  const en = readWords('en');
  const desk = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1440, height: 900 } });
  const phone = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
  const officer = await desk.newPage();
  const press = (name: string) => officer.getByRole('button', { name, exact: true }).click();

  await test.step('the officer builds on the bundled pack for proofs of competence', async () => {
    await enter(officer, OFFICER, '/studio/quality/packs');
    await look(officer);
    await officer
      .locator('[id="row-proof-of-competence@1"]')
      .getByRole('link', { name: nl('rules.build') })
      .click();
    await press(nl('rules.compose.criteria.add'));
    await fillFields(officer, {
      'name.nl': rules.name,
      'summary.nl': 'Wat dit huis erbij vraagt.',
      'criteria.0.id': 'HUIS-1',
      'criteria.0.text.nl': 'Toegankelijkheid is beschreven.',
      'criteria.0.guide': section.code,
    });
    await field(officer, 'criteria.0.kind').selectOption('auto');
    await field(officer, 'criteria.0.check.name').selectOption('statement');
    await look(officer);
  });

  await test.step('what is missing is told at its field, and nothing that was typed is lost', async () => {
    await press(nl('rules.compose.make.do'));
    await expect(officer.locator('#id-error')).toBeVisible();
    await fillFields(officer, { id: rules.id });
    await press(nl('rules.compose.make.do'));
    await expect(officer.getByText(nl('rules.fault.needs-statements')).first()).toBeVisible();
    await expect(field(officer, 'name.nl')).toHaveValue(rules.name);
    await officer.locator('[name="criteria.0.check.statements"][value="accessibility"]').check();
    await press(nl('rules.compose.make.do'));
    await expect(officer.getByText(nl('rules.made', { ref: `${rules.id}@1` }))).toBeVisible();
  });

  await test.step('the officer sees what they change, and chooses them', async () => {
    await officer.locator('#choose-proof-of-competence').selectOption(rules.id);
    await officer
      .locator('#proof-of-competence')
      .getByRole('button', { name: nl('rules.choose.look') })
      .click();
    await expect(officer.locator('#differs')).toContainText('HUIS-1');
    await expect(officer.getByText(nl('rules.adopt.stays'))).toBeVisible();
    await look(officer);
    await press(nl('rules.adopt.do'));
    await expect(officer.locator('#proof-of-competence')).toContainText(rules.name);
  });

  await test.step('the Guide lacks the section that they cite, and the officer writes it', async () => {
    await officer.goto('/studio/quality/guide');
    await officer.locator(`button[value="cite:${section.code}"]`).click();
    const row = officer.locator('details[open]').last();
    await row.locator('[name$=".title.nl"]').fill(section.title);
    await row
      .locator('[name$=".text.nl"]')
      .fill('## Zo begin je\n\nZeg wat je deed.\n\n- Voor lezers\n- Voor kijkers');
    await press(nl('guide.preview.do'));
    await expect(officer.locator('#preview')).toContainText('Voor kijkers');
    await look(officer);
    await officer.locator('button[name="act"][value="publish"]').click();
    await expect(officer.locator('.message')).toBeVisible();
  });

  await test.step('a teacher finds the criterion in a new design, and from there the Guide', async () => {
    const teacher = await phone.newPage();
    await enter(teacher, TEACHER, '/studio/designs/new');
    await teacher.locator('[name="kind"][value="proof-of-competence"]').check();
    await fillFields(teacher, { title: `Veilig werken ${mark}` });
    await field(teacher, 'defaultLanguage').selectOption('nl');
    await teacher.getByRole('button', { name: en('studio.new.start') }).click();
    await expect(teacher).toHaveURL(/\/studio\/designs\/[^/?]+\?section=summary/);
    const design = new URL(teacher.url()).pathname;
    await teacher.goto(`${design}/quality`);
    const findings = teacher.locator('#findings');
    await expect(findings).toContainText('HUIS-1');
    await look(teacher);
    await findings
      .getByRole('listitem')
      .filter({ hasText: 'HUIS-1' })
      .getByRole('link', { name: en('guide.link') })
      .first()
      .click();
    await expect(teacher).toHaveURL(new RegExp(`/guides/${HOUSE}#${section.code}$`));
    await expect(teacher.locator(`[id="${section.code}"]`)).toContainText('Zo begin je');
    await look(teacher);
  });
  await desk.close();
  await phone.close();
});
