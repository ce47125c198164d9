/** A meeting of the committee by its pages: called, opened with who is there, voted in, decided, closed with minutes. */
import { expect, type Page } from '@playwright/test';
import { expectState, findAllMet, type House, openQuality, type Title } from './approving.ts';
import { field, fillFields } from './support.ts';

export type Meeting = { address: string };

export async function callMeeting(
  house: House,
  secretary: string,
  titles: readonly Title[],
): Promise<Meeting> {
  const { t, as, look } = house;
  const page = await as(secretary);
  await page.goto('/studio/quality/meetings');
  for (const { marked } of titles)
    await expect(page.getByRole('link', { name: marked, exact: true }).first()).toBeVisible();
  await look(page, 'meetings');
  await fillFields(page, { day: '2026-12-08', place: 'Academiegebouw, Groningen' });
  await page.getByRole('button', { name: t('committee.call.do') }).click();
  await expect(page.getByText(t('committee.called'))).toBeVisible();
  for (const { marked } of titles) {
    await page.locator('.waiting-row').getByRole('button', { name: marked }).click();
    await expect(page.locator('.agenda').getByRole('link', { name: marked, exact: true })).toBeVisible();
  }
  await look(page, 'meeting planned');
  return { address: new URL(page.url()).pathname };
}

export async function openMeeting(
  house: House,
  secretary: string,
  { meeting, titles, present }: { meeting: Meeting; titles: readonly Title[]; present: readonly string[] },
): Promise<void> {
  const { t, as, look } = house;
  const page = await as(secretary);
  await page.goto(meeting.address);
  const open = page.getByRole('button', { name: t('committee.open', { count: titles.length }) });
  await open.click();
  await expect(page.getByRole('alert'), 'not without a quorum').toBeVisible();
  for (const name of present) await page.getByRole('checkbox', { name }).check();
  await open.click();
  await expect(page.getByText(t('committee.opened'))).toBeVisible();
  await look(page, 'meeting open');
}

type Vote = { readonly by: string; readonly vote: 'for' | 'abstain' | 'recused'; readonly reason?: string };

/** From the agenda to the design, as a member would. */
export async function castVote(house: House, meeting: Meeting, title: Title, vote: Vote): Promise<void> {
  const { t, as, look } = house;
  const page = await as(vote.by);
  await page.goto(meeting.address);
  await page.locator('.agenda .button-row').getByRole('link', { name: title.marked }).click();
  await look(page, 'vote');
  await page.locator(`[name="vote"][value="${vote.vote}"]`).check();
  await page.locator('#vote-reason').fill(vote.reason ?? '');
  await page.getByRole('button', { name: t('workbench.vote.record') }).click();
  await expect(page.getByText(t('workbench.vote.again'))).toBeVisible();
  if (vote.reason) await expect(page.getByRole('cell', { name: vote.reason })).toBeVisible();
}

/** Who wrote in it is offered nothing but to step back. */
export async function stepBack(
  house: House,
  title: Title,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<void> {
  const { t } = house;
  const page = await openQuality(house, title, by);
  await expect(page.getByRole('button', { name: t('workbench.vote.record') })).toHaveCount(0);
  await page.locator('#recuse-reason').fill(reason);
  await page.getByRole('button', { name: t('workbench.act.recuse'), exact: true }).click();
  await expect(page.getByRole('cell', { name: reason })).toBeVisible();
}

type Spoken = {
  readonly by: string;
  readonly summary: string;
  readonly outcome: 'approved' | 'approved-conditional';
  readonly condition?: { readonly text: string; readonly owner: string; readonly due: string };
};

export async function decide(house: House, title: Title, spoken: Spoken): Promise<void> {
  const { t, look } = house;
  const page = await openQuality(house, title, spoken.by);
  await look(page, 'decide');
  const form = page.locator('form').filter({ has: page.locator('#decision-summary') });
  await findAllMet(page);
  await form.locator(`[name="outcome"][value="${spoken.outcome}"]`).check();
  if (spoken.condition) await writeCondition(page, t('workbench.conditions.open'), spoken.condition);
  await page.locator('#decision-summary').fill(spoken.summary);
  await page.getByRole('button', { name: t('workbench.decision.record') }).click();
  await expectState(page, t, spoken.outcome);
  await expect(page.getByRole('link', { name: t('workbench.decided.document') })).toBeVisible();
  if (spoken.condition) await expect(page.getByText(spoken.condition.text)).toBeVisible();
}

async function writeCondition(
  page: Page,
  fold: string,
  { text, owner, due }: NonNullable<Spoken['condition']>,
): Promise<void> {
  const folded = page.locator('details').filter({ has: field(page, 'condition.0.text') });
  await folded.getByText(fold, { exact: true }).click();
  await fillFields(page, { 'condition.0.text': text, 'condition.0.owner': owner, 'condition.0.due': due });
}

/** Whoever guides the design saw that what the committee asked for was done. */
export async function tickOff(
  house: House,
  title: Title,
  { by, shown }: { readonly by: string; readonly shown: string },
): Promise<void> {
  const { t, look } = house;
  const page = await openQuality(house, title, by);
  const fold = page.getByText(t('workbench.condition.tick'), { exact: true });
  await fold.click();
  await look(page, 'condition');
  await fillFields(page, { shown });
  await page.getByRole('button', { name: t('workbench.condition.record') }).click();
  await expect(page.getByText(shown)).toBeVisible();
  await expect(fold).toHaveCount(0);
}

export async function closeMeeting(
  house: House,
  secretary: string,
  { meeting, minutes }: { readonly meeting: Meeting; readonly minutes: string },
): Promise<void> {
  const { t, as, look } = house;
  const page = await as(secretary);
  await page.goto(meeting.address);
  await fillFields(page, { minutes });
  await page.getByRole('button', { name: t('committee.close.do') }).click();
  await expect(page.getByText(t('committee.closed'))).toBeVisible();
  await expect(page.getByText(minutes)).toBeVisible();
  await look(page, 'meeting closed');
}
