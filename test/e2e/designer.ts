/** The designer's part: every mandatory element through the studio's forms, in two languages. */
import { expect, type Page } from '@playwright/test';
import type { TextKey, Translate } from '../../src/web/lib/i18n.ts';
import { leadThroughApproval } from './approval.ts';
import { expectNoBarriers } from './barriers.ts';
import type { Story } from './story.ts';
import { field, fillFields, pressTwice } from './support.ts';

const drawSvg = (extra: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 500" width="500" height="500">${extra}<rect width="500" height="500" fill="#0b5"/><circle cx="250" cy="250" r="180" fill="#fff"/></svg>`;

type Desk = { readonly page: Page; readonly t: Translate; readonly story: Story };

export async function startDesign({ page, t, story }: Desk): Promise<void> {
  await page.goto('/studio/designs');
  await page.getByRole('link', { name: t('studio.designs.new') }).click();
  await page.getByRole('radio', { name: new RegExp(`^${t(`kind.${story.kind}`)}`) }).check();
  await fillFields(page, { title: story.title[story.locale] });
  await field(page, 'defaultLanguage').selectOption(story.locale);
  await page.getByRole('button', { name: t('studio.new.start') }).click();
  await expect(page).toHaveURL(/\/studio\/designs\/[^?]+\?section=summary$/);
  story.design = new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** What is missing is told before, and an impatient form is refused. */
export async function seeWhatIsMissing({ page, t, story }: Desk): Promise<void> {
  const findings = page.getByRole('complementary', { name: t('studio.findings') });
  await expect(findings).toContainText(t('studio.missing.outcomes'));
  await expect(findings).toContainText(t('studio.missing.quality'));
  const level = findings.getByText(t('studio.missing.level'), { exact: true });
  await expect(level).toHaveCount(story.kind === 'microcredential' ? 1 : 0);
  await openSection({ page, t, story }, 'publish');
  const publish = page.getByRole('button', { name: t('studio.publish', { number: 1 }) });
  await expect(publish).toHaveAttribute('aria-disabled', 'true');
  await publish.evaluate((button) => {
    const form = button.closest('form');
    const act = document.createElement('input');
    act.name = 'act';
    act.value = 'publish';
    form?.append(act);
    form?.submit();
  });
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNoBarriers(page);
  expect((await page.request.get(`/designs/${story.design}`)).status(), 'not in the catalogue').toBe(404);
}

export async function writeDesign(desk: Desk): Promise<void> {
  const { page, t, story } = desk;
  await openSection(desk, 'languages');
  await field(page, 'language').selectOption(story.other);
  await fillFields(page, { title: story.title[story.other] });
  await page.getByRole('button', { name: t('studio.languages.add') }).click();
  await expect(page.getByText(t('studio.saved'), { exact: true })).toBeVisible();

  await openSection(desk, 'summary');
  await writeText(page, 'description', {
    en: 'You read groundwater maps and explain what they mean for building.',
    nl: 'U leest grondwaterkaarten en legt uit wat ze voor het bouwen betekenen.',
  });
  await saveAndGoTo(desk, 'outcomes');

  await page.getByRole('button', { name: t('studio.outcomes.add') }).click();
  await writeText(page, 'outcomes.0.text', {
    en: 'explain the depth of groundwater on a map',
    nl: 'de diepte van grondwater op een kaart uitleggen',
  });
  await page.getByRole('button', { name: t('studio.outcomes.add') }).click();
  await writeText(page, 'outcomes.1.text', {
    en: 'compare two sites for a foundation',
    nl: 'twee plekken voor een fundering vergelijken',
  });
  await saveAndGoTo(desk, 'assessments');

  await page.getByRole('button', { name: t('studio.assessments.add') }).click();
  await writeAssessment(page, 0, { en: 'Map examination', nl: 'Kaarttoets' }, '60');
  await page.getByRole('button', { name: t('studio.assessments.add') }).click();
  await expect(page.getByText(t('studio.missing.weights'))).toBeVisible();
  await writeAssessment(page, 1, { en: 'Advice on a site', nl: 'Advies over een plek' }, '40');
  await field(page, 'content.gradeScheme.scheme').selectOption(story.scheme);
  await saveAndGoTo(desk, 'alignment');
  await expect(page.getByText(t('studio.missing.weights'))).toHaveCount(0);

  await fillMatrix(desk);
  await saveAndGoTo(desk, 'workload');
  await fillFields(page, { 'content.workload.ects': '3' });
  await saveAndGoTo(desk, 'level');
  if (story.kind === 'microcredential') await field(page, 'content.level.eqf').selectOption('6');
  await saveAndGoTo(desk, 'form');
  await page.locator('[name="content.participation"][value="920fbb3cbe"]').check();
  await page.locator('[name="content.instructionLanguages"][value="nl"]').check();
  await saveAndGoTo(desk, 'quality');
  await writeText(page, 'qualityAssurance.statement', {
    en: 'Looked at every three years by the programme committee.',
    nl: 'Wordt elke drie jaar door de opleidingscommissie bekeken.',
  });
  await saveAndGoTo(desk, 'audience');
}

async function fillMatrix({ page, t, story }: Desk): Promise<void> {
  await expect(page.getByText(t('workbench.never-assessed', { number: 1 }))).toBeVisible();
  const [examination, advice] =
    story.locale === 'en' ? ['Map examination', 'Advice on a site'] : ['Kaarttoets', 'Advies over een plek'];
  const cell = (outcome: number, assessment = '') =>
    page.getByRole('combobox', { name: t('studio.matrix.coverage-of', { outcome, assessment }) });
  await cell(1, examination).selectOption('full');
  await cell(2, examination).selectOption('partial');
  await cell(2, advice).selectOption('full');
}

/** The picture, a look at the whole, and the first version, pressed twice. */
export async function publishFirstVersion(desk: Desk): Promise<void> {
  const { page, t, story } = desk;
  await openSection(desk, 'image');
  await expect(page.getByText(t('studio.image.waarmerk'))).toBeVisible();
  if (story.ownImage) await uploadOwnPicture(desk);
  await openSection(desk, 'preview');
  const preview = page.getByRole('main');
  await expect(preview).toContainText(story.title[story.locale]);
  await expect(preview).toContainText(story.locale === 'en' ? 'Map examination' : 'Kaarttoets');
  if (story.kind !== 'edubadge') await leadThroughApproval(desk);
  await openSection(desk, 'publish');
  await pressTwice(page, page.getByRole('button', { name: t('studio.publish', { number: 1 }) }));
  await expect(page.getByText(t('studio.published', { number: 1 }))).toBeVisible();
  await expect(page.getByRole('link', { name: t('studio.version.number', { number: 2 }) })).toHaveCount(0);
}

/** One with a script in it is refused, and the waarmerk stays. */
async function uploadOwnPicture({ page, t }: Desk): Promise<void> {
  const send = async (svg: string) => {
    const file = { name: 'own.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) };
    await field(page, 'image').setInputFiles(file);
    await page.getByRole('button', { name: t('studio.image.use') }).click();
  };
  await send(drawSvg('<script>alert(1)</script>'));
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByText(t('studio.image.waarmerk'))).toBeVisible();
  await send(drawSvg(''));
  await expect(page.getByText(t('studio.image.own'), { exact: true })).toBeVisible();
}

export async function publishSecondVersion(desk: Desk): Promise<void> {
  const { page, t, story } = desk;
  await expect(page.getByText(t('studio.publish.same', { number: 1 }))).toBeVisible();
  await openSection(desk, 'audience');
  await writeText(page, 'audience', {
    en: 'For those who advise builders.',
    nl: 'Voor wie bouwers adviseert.',
  });
  await page.getByRole('button', { name: t('studio.save'), exact: true }).click();
  await leadThroughApproval(desk);
  await openSection(desk, 'publish');
  await page.getByRole('button', { name: t('studio.publish', { number: 2 }) }).click();
  await expect(page.getByText(t('studio.published', { number: 2 }))).toBeVisible();
  await page.goto(`/designs/${story.design}/versions/1`);
  await expect(page.getByText(t('design.older.title', { number: 1 }))).toBeVisible();
  await page.goto(`/designs/${story.design}`);
  await expect(
    page.getByText(story.locale === 'en' ? 'For those who advise' : 'Voor wie bouwers'),
  ).toBeVisible();
}

async function openSection({ page, story }: Desk, section: string): Promise<void> {
  await page.goto(`/studio/designs/${story.design}?section=${section}`);
}

async function saveAndGoTo({ page, t }: Desk, section: string): Promise<void> {
  const name = t('studio.save-next', { section: t(`studio.section.${section}` as TextKey) }); // one of the sections
  await page.getByRole('button', { name }).click();
  await expect(page).toHaveURL(new RegExp(`section=${section}(#|$)`));
}

type BothLanguages = { readonly en: string; readonly nl: string };

async function writeText(page: Page, path: string, { en, nl }: BothLanguages): Promise<void> {
  await fillFields(page, { [`content.${path}.en`]: en, [`content.${path}.nl`]: nl });
}

async function writeAssessment(page: Page, at: number, title: BothLanguages, weight: string): Promise<void> {
  await writeText(page, `assessments.${at}.title`, title);
  await fillFields(page, { [`content.assessments.${at}.weight`]: weight });
  await field(page, `content.assessments.${at}.supervision`).selectOption('70be69aaf9');
  const folded = field(page, `content.assessments.${at}.identityCheck.en`).locator('xpath=ancestor::details');
  if ((await folded.getAttribute('open')) === null) await folded.locator('summary').click();
  await writeText(page, `assessments.${at}.identityCheck`, {
    en: 'An identity document is shown.',
    nl: 'Een identiteitsbewijs wordt getoond.',
  });
}
