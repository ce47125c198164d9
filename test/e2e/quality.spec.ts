/** The nine titles that the university offers go their way by hand: nobody approves what they wrote themselves. */
import { type Browser, expect, test } from '@playwright/test';
import type { Locale } from '../../src/web/lib/i18n.ts';
import {
  expectUnpublishable,
  giveOpinion,
  type House,
  handIn,
  helpWriting,
  nameTeacher,
  openHouse,
  openQuality,
  press,
  publish,
  startFromCopy,
  type Title,
} from './approving.ts';
import {
  callMeeting,
  castVote,
  closeMeeting,
  decide,
  type Meeting,
  openMeeting,
  stepBack,
  tickOff,
} from './meeting.ts';

const EXPERT = 'Froukje Wieringa';
const OTHER_EXPERT = 'Roelof Scholtens';
const SECRETARY = 'Pieter-Bas de Graaff';
const CHAIR = 'Aukje Hiddema';
const MEMBERS = [CHAIR, 'Machteld van Eijck'] as const;
const TEACHING_MEMBER = 'Kwabena Adjei-Mensah';

const mark = crypto.randomUUID().slice(0, 6);

function nameTitle(kind: Title['kind'], [name, author, unit]: readonly [string, string, string]): Title {
  return { kind, name, author, unit, marked: `${name} ${mark}`, design: '' };
}

/** The people of one story: they sign in once, and leave when it is told. */
function keepHouse(locale: Locale, width: number): (browser: Browser) => House {
  let house: House | undefined;
  test.afterAll(async () => await house?.close());
  return (browser) => {
    house ??= openHouse(browser, locale, width);
    return house;
  };
}

test.describe('Three microcredentials, in English at 1440', () => {
  test.describe.configure({ mode: 'serial', timeout: 180_000 });
  const enter = keepHouse('en', 1440);
  const land = nameTitle('microcredential', [
    'Summer School Land Acquisition, Resettlement and Social Sustainability',
    'Marijke Aldershof',
    'faculty-of-spatial-sciences',
  ]);
  const digital = nameTitle('microcredential', [
    'Professional Course Digital Leadership',
    'Doutzen Sinnema',
    'campus-fryslan',
  ]);
  const policy = nameTitle('microcredential', [
    'Professional Course AI for Policymakers',
    'Hanneloes Kuyper-Stratingh',
    'jantina-tammes-school',
  ]);
  const all = [land, digital, policy];
  let meeting: Meeting;

  for (const title of all)
    test(`${title.name}: from the idea to the advice of an expert`, async ({ browser }) => {
      const house = enter(browser);
      const by = title.author;
      await test.step('its author starts from a copy of what is offered', () => startFromCopy(house, title));
      await test.step('its author hands in the idea', () =>
        press(house, title, { by, act: 'hand-in-idea', to: 'intake' }));
      await test.step('an expert takes it on', () =>
        press(house, title, { by: EXPERT, act: 'take-on', to: 'designing' }));
      await test.step('its author says who teaches it, and when', () => nameTeacher(house, title));
      if (title === policy)
        await test.step('the expert who took it on writes in it', () => helpWriting(house, title, EXPERT));
      await test.step('its author checks it and hands it in', () => handIn(house, title));
      if (title === land)
        await test.step('nobody can publish it yet, and the page says why', () =>
          expectUnpublishable(house, title));
      await test.step('another expert advises', () =>
        giveOpinion(house, title, {
          by: OTHER_EXPERT,
          outcome: 'forward',
          summary: 'The outcomes follow from the work that participants do.',
          to: 'committee-queue',
        }));
    });

  test('the secretary calls one meeting for all three, and opens it with who is there', async ({
    browser,
  }) => {
    const house = enter(browser);
    meeting = await callMeeting(house, SECRETARY, all);
    const present = [EXPERT, ...MEMBERS, TEACHING_MEMBER];
    await openMeeting(house, SECRETARY, { meeting, titles: all, present });
  });

  test('the members vote; who teaches in it or wrote in it steps back', async ({ browser }) => {
    const house = enter(browser);
    for (const title of all)
      for (const by of MEMBERS) await castVote(house, meeting, title, { by, vote: 'for' });
    for (const title of [land, policy])
      await castVote(house, meeting, title, { by: TEACHING_MEMBER, vote: 'for' });
    await castVote(house, meeting, digital, {
      by: TEACHING_MEMBER,
      vote: 'recused',
      reason: 'I teach in this course.',
    });
    for (const title of [land, digital]) await castVote(house, meeting, title, { by: EXPERT, vote: 'for' });
    await stepBack(house, policy, { by: EXPERT, reason: 'I wrote part of it.' });
  });

  test('the chair speaks three decisions, one of them with a condition', async ({ browser }) => {
    const house = enter(browser);
    await decide(house, land, {
      by: CHAIR,
      outcome: 'approved-conditional',
      summary: 'The exit level is guaranteed; the second examiner is still to be named.',
      condition: { text: 'Name the second examiner.', owner: land.author, due: '2027-01-31' },
    });
    for (const title of [digital, policy])
      await decide(house, title, {
        by: CHAIR,
        outcome: 'approved',
        summary: 'The committee guarantees the exit level of exactly this version.',
      });
    const minutes = 'The advice was discussed. Nobody was against.';
    await closeMeeting(house, SECRETARY, { meeting, minutes });
  });

  for (const title of all)
    test(`${title.name}: its author publishes what was approved`, async ({ browser }) => {
      await publish(enter(browser), title);
    });

  test('the expert ticks off the condition, once the second examiner is named', async ({ browser }) => {
    const shown = 'The second examiner stands in the dossier.';
    await tickOff(enter(browser), land, { by: EXPERT, shown });
  });

  test.describe('the same meeting, in Dutch at 390', () => {
    const enterDutch = keepHouse('nl', 390);

    test('the secretary reads back what was decided', async ({ browser }) => {
      const { t, as, look } = enterDutch(browser);
      const page = await as(SECRETARY);
      await page.goto('/studio/quality/meetings');
      await expect(page.getByRole('heading', { level: 1, name: t('committee.title') })).toBeVisible();
      await look(page, 'meetings');
      await page.goto(meeting.address);
      await expect(page.getByText(t('committee.decided.approved-conditional'))).toBeVisible();
      await expect(page.getByText('I teach in this course.')).toBeVisible();
      await look(page, 'meeting');
    });
  });
});

test.describe('Three proofs of competence, in English at 1440', () => {
  test.describe.configure({ mode: 'serial', timeout: 180_000 });
  const enter = keepHouse('en', 1440);
  const approval = {
    outcome: 'forward',
    summary: 'Each outcome is shown in practice, and someone watches.',
    to: 'approved',
  } as const;

  test('StuKO: an expert signs off, and its author publishes it', async ({ browser }) => {
    const house = enter(browser);
    const stuko = nameTitle('proof-of-competence', [
      'Student Teaching Qualification (StuKO)',
      'Jeltje Bouma-Hazenberg',
      'educational-support-and-innovation',
    ]);
    await test.step('its author starts from a copy of what is offered', () => startFromCopy(house, stuko));
    await test.step('its author says who teaches it, and when', () => nameTeacher(house, stuko));
    await test.step('its author checks it and hands it in', () => handIn(house, stuko));
    await test.step('nobody can publish it yet, and the page says why', () =>
      expectUnpublishable(house, stuko));
    await test.step('an expert signs off', () => giveOpinion(house, stuko, { ...approval, by: EXPERT }));
    await test.step('its author publishes it', () => publish(house, stuko));
  });

  test('EQUiiP: sent back once with reasons, handed in again, and published', async ({ browser }) => {
    const house = enter(browser);
    const { t } = house;
    const equiip = nameTitle('proof-of-competence', [
      'EQUiiP – inclusive teaching in diverse classrooms',
      "Fergal O'Toole",
      'educational-support-and-innovation',
    ]);
    await startFromCopy(house, equiip);
    await handIn(house, equiip);
    const asked = 'Say who looks at the portfolios of participants from abroad.';
    await test.step('the expert asks for a change and says why', () =>
      giveOpinion(house, equiip, {
        by: EXPERT,
        outcome: 'changes',
        summary: asked,
        to: 'changes-requested',
      }));
    await test.step('its author reads the reason, mends it and hands it in again', async () => {
      const page = await openQuality(house, equiip, equiip.author);
      await expect(page.getByText(asked).first()).toBeVisible();
      await helpWriting(house, equiip, equiip.author);
      await handIn(house, equiip);
      await expect(page.getByText(t('workbench.round', { number: 2 })).first()).toBeVisible();
    });
    await test.step('the same expert signs off', () =>
      giveOpinion(house, equiip, { ...approval, by: EXPERT }));
    await publish(house, equiip);
  });

  test('Arts in Health: the expert who wrote in it is not asked, another one is', async ({ browser }) => {
    const house = enter(browser);
    const { t } = house;
    const arts = nameTitle('proof-of-competence', [
      'Arts in Health Summer School',
      'Renske Hoekzema',
      'aletta-jacobs-school-of-public-health',
    ]);
    await startFromCopy(house, arts);
    await test.step('an expert writes in it', () => helpWriting(house, arts, EXPERT));
    await handIn(house, arts);
    for (const maker of [arts.author, EXPERT])
      await test.step(`${maker} is offered no form to judge it`, async () => {
        const page = await openQuality(house, arts, maker);
        await expect(page.locator('[name="outcome"]')).toHaveCount(0);
        await expect(page.getByRole('button', { name: t('workbench.opinion.expert.record') })).toHaveCount(0);
      });
    await giveOpinion(house, arts, { ...approval, by: OTHER_EXPERT });
    await publish(house, arts);
  });
});

test.describe('Three proofs of competence, in Dutch at 390', () => {
  test.describe.configure({ mode: 'serial', timeout: 180_000 });
  const enter = keepHouse('nl', 390);
  const proofs = [
    [
      'Basiscursus: Lesgeven aan de Rijksuniversiteit Groningen',
      'Jeltje Bouma-Hazenberg',
      'teaching-academy-groningen',
    ],
    [
      'Twee is één – Non-dualisme in metafysica, esthetica en samenleving',
      'Eppo Tamminga',
      'faculty-of-philosophy',
    ],
    [
      'Promovenduscursussen: Wetenschappelijke integriteit in de praktijk',
      'Sunita Bhattarai',
      'faculty-of-philosophy',
    ],
  ] as const;

  for (const proof of proofs)
    test(`${proof[0]}: from a copy to the catalogue`, async ({ browser }) => {
      const house = enter(browser);
      const title = nameTitle('proof-of-competence', proof);
      await test.step('its author starts from a copy of what is offered', () => startFromCopy(house, title));
      await test.step('its author checks it and hands it in', () => handIn(house, title));
      await test.step('nobody can publish it yet, and the page says why', () =>
        expectUnpublishable(house, title));
      await test.step('an expert signs off', () =>
        giveOpinion(house, title, {
          by: OTHER_EXPERT,
          outcome: 'forward',
          summary: 'Elke uitkomst wordt getoetst op het niveau dat wordt beloofd.',
          to: 'approved',
        }));
      await test.step('its author publishes it', () => publish(house, title));
    });
});
