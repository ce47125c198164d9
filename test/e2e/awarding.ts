/** The awarder's and the learner's part: grant, letter, claim, revoke. */
import { expect, type Page } from '@playwright/test';
import type { Translate } from '../../src/web/lib/i18n.ts';
import { expectNoBarriers } from './barriers.ts';
import type { Story } from './story.ts';
import {
  chooseName,
  expectNoSidewaysScroll,
  field,
  fillFields,
  openLetter,
  pressTwice,
  tabTo,
} from './support.ts';

type Desk = { readonly page: Page; readonly t: Translate; readonly story: Story };

/** The last day of a month, where a wrong time zone would show. */
export const AWARD_DAY = '2025-03-31';
export const MOTIVATION = 'Your advice on the second site was sound & complete.';

/** A dry run first: a result that fails is stopped and put right in its row. */
export async function grantAward({ page, t, story }: Desk): Promise<void> {
  await page.goto('/studio/awards');
  await page
    .getByRole('main')
    .getByRole('link', { name: t('studio.awards.new'), exact: true })
    .click();
  await field(page, 'design').selectOption(story.design);
  await page.getByRole('button', { name: t('studio.what.next') }).click();
  const { given, failing } = story.result;
  await fillFields(page, {
    'recipients.0.email': story.learner.email,
    'recipients.0.name': story.learner.name,
    'recipients.0.evidence.0.name': 'Site report',
    'recipients.0.evidence.0.url': 'https://example.org/reports/1',
    awardedOn: AWARD_DAY,
    narrative: MOTIVATION,
  });
  if (story.kind === 'microcredential') await field(page, 'audience').selectOption('professionals');
  const result = field(page, 'recipients.0.result');
  if (story.scheme === '1-10') await result.fill(failing ?? given);
  else await result.selectOption(given);
  await page.getByRole('button', { name: t('studio.who.check') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('studio.step.check.title'));
  if (failing) {
    await expect(page.getByRole('table')).toContainText(t('studio.refusal.result-fails'));
    await expectNoBarriers(page);
    await expectNoSidewaysScroll(page);
    await expect(page.getByRole('button', { name: t('studio.dry.grant', { count: 0 }) })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await field(page, 'row.0.result').fill(given);
    await page.getByRole('button', { name: t('studio.dry.recheck') }).click();
  }
  await expect(page.getByRole('table')).toContainText(t('state.ready'));
  await pressTwice(page, page.getByRole('button', { name: t('studio.dry.grant', { count: 1 }) }));
  await expect(page).toHaveURL(/\/studio\/awards\/(?!new)[^/?]+$/);
  await expect(page.getByText(t('studio.awarded'))).toBeVisible();
  story.award = page.url().split('/').at(-1) ?? '';
  await page.goto(`/studio/awards?design=${story.design}`);
  await expect(page.getByRole('table').getByRole('link', { name: story.learner.name })).toHaveCount(1);
}

/** The link of the letter, as a reader finds it. */
export async function readOffer({ page, story }: Desk): Promise<void> {
  await openLetter(page, story.learner.email, story.title[story.locale]);
  await expect(page.locator('pre')).toContainText(MOTIVATION);
  const link = page.locator('pre a[href*="/claim/"]');
  story.offer = new URL((await link.first().getAttribute('href')) ?? '', page.url()).pathname;
}

/** Looked at before signing in; accepted after it, pressed twice or by keyboard. */
export async function claimOffer({ page, t, story }: Desk): Promise<void> {
  await page.goto(story.offer);
  const title = page.getByRole('heading', { level: 1, name: story.title[story.locale] });
  await expect(title).toBeVisible();
  await expect(
    page.getByRole('img', { name: t('claim.mark', { title: story.title[story.locale] }) }),
  ).toBeVisible();
  await expect(page.getByText(MOTIVATION)).toBeVisible();
  const way = page.getByRole('link', { name: t('claim.way.learner'), exact: false }).first();
  const accept = page.getByRole('button', { name: t('claim.accept') });
  await expect(accept).toHaveCount(0);
  if (story.keyboardOnly) {
    await tabTo(page, way);
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: story.learner.name }));
    await page.keyboard.press('Enter');
    await tabTo(page, accept);
    await page.keyboard.press('Enter');
  } else {
    await way.click();
    await chooseName(page, story.learner.name);
    await expectNoBarriers(page);
    await pressTwice(page, accept);
  }
  await expect(page).toHaveURL(/\/backpack/);
  await page.goto('/backpack');
  const held = page.getByRole('listitem').filter({ hasText: story.title[story.locale] });
  await expect(held).toHaveCount(1);
  await expect(held).toContainText(t('visibility.private'));
  await expect(page.getByRole('button', { name: story.title[story.locale] })).toHaveCount(0);
}

export async function revokeAward({ page, t, story }: Desk): Promise<void> {
  await page.goto(`/studio/awards/${story.award}`);
  await page.getByText(t('studio.revoke.open')).click();
  await field(page, 'reason').selectOption('assessment-invalid');
  await fillFields(page, { note: 'The examination was taken by somebody else.' });
  await page.getByRole('button', { name: t('studio.revoke.do') }).click();
  await expect(page.getByText(t('studio.award.revoked'))).toBeVisible();
  await expect(page.getByText(t('studio.reason.assessment-invalid'))).toBeVisible();
}
