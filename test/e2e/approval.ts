/**
 * Between the pen and the catalogue: others than the maker judge a design. Here by the API, each signed in as themselves;
 * `quality.spec.ts` does the same by hand.
 */
import { type Browser, expect, type Page } from '@playwright/test';
import { soundDossier } from '../support/content.ts';
import type { Story } from './story.ts';
import { signIn } from './support.ts';

type Desk = { readonly page: Page; readonly story: Story };
type Ask = (path: string, body?: object) => Promise<unknown>;

const EXPERT = 'Roelof Scholtens';
const SECRETARY = 'Pieter-Bas de Graaff';
const CHAIR = 'Aukje Hiddema';
const MEMBERS = ['Froukje Wieringa', 'Machteld van Eijck', 'Kwabena Adjei-Mensah'];

export async function leadThroughApproval({ page, story }: Desk): Promise<void> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  const maker = askAs(page);
  const path = `/api/v1/designs/${story.design}/quality`;
  const seen = await readQuality(page, path);
  await page.request.put(`/api/v1/designs/${story.design}/dossier`, {
    data: { revision: seen.dossierRevision, dossier: dossierOf(story) },
    headers: { origin: new URL(page.url()).origin },
  });
  const verdicts = seen.pack.criteria
    .filter(({ kind, severity }) => kind !== 'auto' && severity === 'must')
    .map(({ id }) => ({ criterion: id, verdict: 'met' }));
  const advice = { step: 'expert', outcome: 'forward', summary: 'It holds together.', verdicts };
  if (seen.state === 'idea') {
    await maker(`${path}/moves`, { act: 'hand-in-idea' });
    await actAs(browser, page, EXPERT, (ask) => ask(`${path}/moves`, { act: 'take-on' }));
  }
  await maker(`${path}/check`);
  await maker(`${path}/submit`);
  await actAs(browser, page, EXPERT, (ask) => ask(`${path}/opinions`, advice));
  if (story.kind === 'microcredential') await letCommitteeDecide({ page, story }, browser, verdicts);
  expect((await readQuality(page, path)).state).toBe('approved');
}

async function letCommitteeDecide(
  { page, story }: Desk,
  browser: Browser,
  verdicts: object[],
): Promise<void> {
  const meetings = '/api/v1/quality/meetings';
  const path = `/api/v1/designs/${story.design}/quality`;
  await actAs(browser, page, SECRETARY, async (ask) => {
    const { id } = (await ask(meetings, { day: '2026-12-01', place: 'Room 1' })) as { id: string };
    await ask(`${meetings}/${id}/agenda`, { design: story.design });
    const { members } = (await (await page.request.get(`${meetings}/${id}`)).json()) as Called;
    const present = members.filter(({ name }) => MEMBERS.includes(name)).map((member) => member.id);
    return await ask(`${meetings}/${id}/open`, { present });
  });
  for (const name of MEMBERS)
    await actAs(browser, page, name, (ask) => ask(`${path}/votes`, { vote: 'for' }));
  await actAs(browser, page, CHAIR, (ask) =>
    ask(`${path}/decision`, { outcome: 'approved', summary: 'Exactly this.', verdicts }),
  );
}

type Called = { readonly members: readonly { readonly id: string; readonly name: string }[] };

/** What the pages of these journeys make, and the dossier of tests, have the same outcomes and assessments. */
function dossierOf(story: Story): object {
  const outcome = { eqf: 6, levelArgument: { en: 'Maps of unknown ground are judged.' } };
  return {
    ...soundDossier,
    outcomes: { LO1: { ...outcome, essential: true }, LO2: outcome },
    ...(story.kind === 'microcredential' ? {} : { audiences: [] }),
  };
}

type Seen = {
  readonly state: string;
  readonly dossierRevision: number;
  readonly pack: { readonly criteria: readonly { id: string; kind: string; severity: string }[] };
};

async function readQuality(page: Page, path: string): Promise<Seen> {
  const answer = await page.request.get(path);
  expect(answer.status(), path).toBe(200);
  return (await answer.json()) as Seen;
}

async function actAs(
  browser: Browser,
  from: Page,
  name: string,
  act: (ask: Ask) => Promise<unknown>,
): Promise<void> {
  const context = await browser.newContext({ baseURL: new URL(from.url()).origin });
  const page = await context.newPage();
  await signIn(page, 'groningen', name, '/studio/designs');
  await act(askAs(page));
  await context.close();
}

function askAs(page: Page): Ask {
  return async (path, body = {}) => {
    const answer = await page.request.post(path, {
      data: body,
      headers: { origin: new URL(page.url()).origin },
    });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return answer.status() === 204 ? undefined : await answer.json();
  };
}
