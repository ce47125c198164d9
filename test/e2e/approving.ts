/** The way of a design from a copy to the catalogue, by the pages of those who make, advise, decide and publish it. */
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import type { Locale, TextKey, Translate } from '../../src/web/lib/i18n.ts';
import { expectNoBarriers } from './barriers.ts';
import { passGates } from './gates.ts';
import { chooseName, expectNoSidewaysScroll, field, fillFields, readWords } from './support.ts';

export type House = {
  readonly locale: Locale;
  readonly t: Translate;
  /** Their own window, signed in once. */
  readonly as: (name: string) => Promise<Page>;
  /** Somebody who is not signed in. */
  readonly visit: () => Promise<Page>;
  readonly close: () => Promise<void>;
  /** Once for each kind of page: nothing keeps anybody out, nothing lies outside of the window. */
  readonly look: (page: Page, kind: string) => Promise<void>;
};

/** Kinds of page that were looked at, by language. */
const seen = new Set<string>();

export type Title = {
  /** As the demo offers it, in the language of the story. */
  readonly name: string;
  readonly kind: 'microcredential' | 'proof-of-competence';
  readonly author: string;
  readonly unit: string;
  readonly marked: string;
  /** Public id, once it is begun. */
  design: string;
};

export function openHouse(browser: Browser, locale: Locale, width: number): House {
  const pages = new Map<string, Page>();
  const contexts: BrowserContext[] = [];
  async function open(name: string): Promise<Page> {
    const context = await browser.newContext({
      locale: locale === 'nl' ? 'nl-NL' : 'en-GB',
      viewport: { width, height: 900 },
    });
    contexts.push(context);
    const page = await context.newPage();
    pages.set(name, page);
    return page;
  }
  return {
    locale,
    t: readWords(locale),
    async as(name) {
      const known = pages.get(name);
      if (known) return known;
      const page = await open(name);
      await page.goto('/auth/start/groningen?returnTo=/studio/designs');
      await chooseName(page, name);
      await passGates(page, '/studio/designs');
      return page;
    },
    async visit() {
      return pages.get('') ?? (await open(''));
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
    },
    async look(page, kind) {
      const once = `${locale} ${kind}`;
      if (seen.has(once)) return;
      seen.add(once);
      await expectNoSidewaysScroll(page);
      await expectNoBarriers(page);
    },
  };
}

/** Content and dossier come along; the title tells the copy from what is offered already. */
export async function startFromCopy({ t, as, look, locale }: House, title: Title): Promise<void> {
  const page = await as(title.author);
  await page.goto('/studio/designs/new');
  await look(page, 'new');
  await page.getByLabel(t('workbench.start.own'), { exact: true }).selectOption({ label: title.name });
  await page.getByRole('button', { name: t('workbench.start.copy') }).click();
  await expect(page.getByText(t('workbench.start.chosen'))).toBeVisible();
  await expect(page.locator(`[name="kind"][value="${title.kind}"]`)).toBeChecked();
  await fillFields(page, { title: title.marked });
  await field(page, 'defaultLanguage').selectOption(locale);
  await field(page, 'unit').selectOption(title.unit);
  await page.getByRole('button', { name: t('studio.new.start') }).click();
  await expect(page).toHaveURL(/\/studio\/designs\/[^/?]+\?section=summary/);
  await expect(page.getByText(t('workbench.start.partly'))).toHaveCount(0);
  title.design = new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** People and days belong to one design alone: they are not copied. */
export async function nameTeacher({ t, as, look }: House, title: Title): Promise<void> {
  const page = await as(title.author);
  await page.goto(`/studio/designs/${title.design}/dossier?section=team`);
  await fillFields(page, {
    'dossier.delivery.from': '2027-02-01',
    'dossier.delivery.until': '2027-06-30',
    'dossier.team.0.name': title.author,
    'dossier.team.0.qualification.reference': 'BKO-RUG-DEMO-0001',
    'dossier.team.0.qualification.validFrom': '2019-09-01',
  });
  await field(page, 'dossier.team.0.role').selectOption('teacher-and-examiner');
  await field(page, 'dossier.team.0.qualification.kind').selectOption('utq');
  await page
    .getByRole('button', { name: t('studio.save'), exact: true })
    .last()
    .click();
  await expect(page.getByText(t('studio.saved'), { exact: true })).toBeVisible();
  await look(page, 'dossier');
}

/** Whoever writes a word becomes one of its makers. */
export async function helpWriting({ t, as }: House, title: Title, name: string): Promise<void> {
  const page = await as(name);
  await page.goto(`/studio/designs/${title.design}/dossier?section=trust`);
  const words = page.locator('textarea[name^="dossier.statements.independence.text."]').first();
  await words.fill(`${await words.inputValue()} (${name})`);
  await page
    .getByRole('button', { name: t('studio.save'), exact: true })
    .last()
    .click();
  await expect(page.getByText(t('studio.saved'), { exact: true })).toBeVisible();
}

export async function openQuality({ as }: House, title: Title, name: string): Promise<Page> {
  const page = await as(name);
  await page.goto(`/studio/designs/${title.design}/quality`);
  return page;
}

export async function expectState(page: Page, t: Translate, state: string): Promise<void> {
  const means = t(`workbench.state.${state}.means` as TextKey); // each state says what it means
  await expect(page.locator('.quality-standing')).toContainText(means);
}

/** An act that is one press, by whoever it is offered to. */
export async function press(
  house: House,
  title: Title,
  { by, act, to }: { readonly by: string; readonly act: string; readonly to: string },
): Promise<void> {
  const page = await openQuality(house, title, by);
  const name = house.t(`workbench.act.${act}` as TextKey); // one of the plain acts
  await page.getByRole('button', { name, exact: true }).click();
  await expectState(page, house.t, to);
}

export async function handIn(house: House, title: Title): Promise<void> {
  const by = title.author;
  await press(house, title, { by, act: 'check', to: 'self-check' });
  await house.look(await house.as(by), 'quality');
  await press(house, title, { by, act: 'submit', to: 'expert-review' });
}

type Opinion = {
  readonly by: string;
  readonly outcome: 'forward' | 'changes';
  readonly summary: string;
  readonly to: string;
};

export async function giveOpinion(house: House, title: Title, opinion: Opinion): Promise<void> {
  const { t, look } = house;
  const page = await openQuality(house, title, opinion.by);
  await look(page, 'opinion');
  if (opinion.outcome === 'forward') await findAllMet(page);
  await page.locator(`[name="outcome"][value="${opinion.outcome}"]`).check();
  await fillFields(page, { summary: opinion.summary });
  await page.getByRole('button', { name: t('workbench.opinion.expert.record') }).click();
  await expectState(page, t, opinion.to);
  await expect(page.getByText(opinion.summary).first()).toBeVisible();
}

/** A verdict on each criterion that a human weighs. */
export async function findAllMet(page: Page): Promise<void> {
  const verdicts = page.locator('[name^="verdict."][value="met"]');
  expect(await verdicts.count()).toBeGreaterThan(0);
  for (const verdict of await verdicts.all()) await verdict.check();
}

export async function expectUnpublishable(house: House, title: Title): Promise<void> {
  const { t, look } = house;
  const page = await house.as(title.author);
  await page.goto(`/studio/designs/${title.design}?section=publish`);
  const button = page.getByRole('button', { name: t('studio.publish', { number: 1 }) });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText(t('workbench.publish.unapproved')).first()).toBeVisible();
  await look(page, 'publish');
  expect((await page.request.get(`/designs/${title.design}`)).status(), 'not in the catalogue').toBe(404);
}

export async function publish(house: House, title: Title): Promise<void> {
  const { t, look } = house;
  const page = await openQuality(house, title, title.author);
  await look(page, 'approved');
  await page.getByRole('link', { name: t('workbench.act.publish'), exact: true }).click();
  await page.getByRole('button', { name: t('studio.publish', { number: 1 }) }).click();
  await expect(page.getByText(t('studio.published', { number: 1 }))).toBeVisible();
  await expect(page.getByText(t('studio.published.note'))).toBeVisible();
  const visitor = await house.visit();
  await visitor.goto(`/designs/${title.design}`);
  await expect(visitor.getByRole('heading', { level: 1, name: title.marked })).toBeVisible();
  await expect(
    visitor
      .getByRole('region', { name: t('design.outcomes') })
      .getByRole('listitem')
      .first(),
  ).toBeVisible();
  await look(visitor, 'design');
}
