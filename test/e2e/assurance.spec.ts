/** Who vouches: agencies for an institution, and what shows that someone may teach. */
import { expect, type Page, test } from '@playwright/test';
import { openHouse, startFromCopy, type Title } from './approving.ts';
import { expectNoBarriers } from './barriers.ts';
import { expectNoSidewaysScroll, field, fillFields, languages, readWords, signIn } from './support.ts';

const width = { en: 1440, nl: 390 } as const;
const ADMINISTRATOR = 'Tjitske Hazekamp';
const OFFICER = 'Gerben Oldenhof';
const AUTHOR = 'Marijke Aldershof';
/** Holds a credential of the demo that names them, and another one that is public. */
const TEACHER = 'Adaeze Nwachukwu';
const HOLDER = 'Jürgen Weißgerber';

type Item = { readonly id: string; readonly url: string; readonly public: boolean };

async function listBadges(page: Page, name: string): Promise<readonly Item[]> {
  await signIn(page, 'learner', name, '/backpack');
  return (await (await page.request.get('/api/v1/backpack')).json()).mine;
}

for (const locale of languages) {
  const t = readWords(locale);
  const mark = crypto.randomUUID().slice(0, 6);

  test.describe(`in ${locale}, at ${width[locale]} pixels`, () => {
    test.use({
      viewport: { width: width[locale], height: 900 },
      locale: locale === 'nl' ? 'nl-NL' : 'en-GB',
    });

    test('a teacher whose qualification ends too soon is found, and renews it with a credential', async ({
      browser,
      page,
    }) => {
      const house = openHouse(browser, locale, width[locale]);
      const title: Title = {
        kind: 'microcredential',
        name:
          locale === 'en'
            ? 'Summer School Land Acquisition, Resettlement and Social Sustainability'
            : 'Zomerschool Grondverwerving, herhuisvesting en sociale duurzaamheid',
        author: AUTHOR,
        unit: 'faculty-of-spatial-sciences',
        marked: `Who teaches ${mark}`,
        design: '',
      };

      const officer = await house.as(OFFICER);
      await officer.goto('/studio/quality/staff');
      const before = await officer.locator('[id^="qualification-"]').count();
      await fillFields(officer, { name: TEACHER });
      await field(officer, 'kind').selectOption('utq');
      await officer.getByRole('button', { name: t('staff.record') }).click();
      await expect(officer.locator('[id^="qualification-"]')).toHaveCount(before + 1);
      const id = new URL(officer.url()).hash;
      const line = officer.locator(id);
      await expect(line).toContainText(t('staff.holding.unproven'));
      await line.getByText(t('staff.prove')).click();
      await line.locator('[name="source"]').fill('Register');
      await line.locator('[name="reference"]').fill(`BKO ${mark}`);
      await line.locator('[name="validFrom"]').fill('2020-01-01');
      await line.locator('[name="validUntil"]').fill('2027-03-01');
      await line.getByRole('button', { name: t('staff.prove.save') }).click();
      await expect(line).toContainText(t('staff.holding.holds'));
      await expectNoBarriers(officer);
      await expectNoSidewaysScroll(officer);

      await startFromCopy(house, title);
      const author = await house.as(AUTHOR);
      const team = `/studio/designs/${title.design}/dossier?section=team`;
      await author.goto(team);
      await fillFields(author, {
        'dossier.delivery.from': '2027-02-01',
        'dossier.delivery.until': '2027-06-30',
      });
      await field(author, 'dossier.team.0.record').selectOption(id.replace('#qualification-', ''));
      await author
        .getByRole('button', { name: t('studio.save'), exact: true })
        .last()
        .click();
      const found = author.getByText(t('quality.reasons.teacher-record-expires.what', { name: TEACHER }));
      await expect(found.first()).toBeVisible();
      await expect(field(author, 'dossier.team.0.name')).toHaveValue(TEACHER);
      await expectNoBarriers(author);

      const [badge] = await listBadges(page, TEACHER);
      const file = await page.request.get(`/backpack/${badge?.id}/download.json`);
      expect(file.ok()).toBe(true);
      await line.getByText(t('staff.hand-in'), { exact: false }).first().click();
      const handedIn = { name: 'badge.json', mimeType: 'application/json', buffer: await file.body() };
      await line.locator('input[type="file"]').setInputFiles(handedIn);
      await line.getByRole('button', { name: t('staff.hand-in.check') }).click();
      await expect(officer.getByText(t('staff.handed-in'))).toBeVisible();
      await author.goto(team);
      await expect(found).toHaveCount(0);
      await house.close();
    });

    test('an administrator records what an agency decided, and badges tell how it was on their day', async ({
      browser,
      page,
    }) => {
      await signIn(page, 'groningen', ADMINISTRATOR, '/studio/institution');
      await page.getByRole('link', { name: t('accreditations.record') }).click();
      await fillFields(page, {
        'title.en': `Review ${mark}`,
        'title.nl': `Visitatie ${mark}`,
        agency: 'Agency of the journey (demo)',
        register: 'NVAO',
        number: mark,
        url: `https://register.example/reports/${mark}`,
        validFrom: '2026-12-01',
        validUntil: '2026-11-01',
        // Of no title: other stories publish at the same time.
        fields: '083',
      });
      const record = page.getByRole('button', { name: t('accreditations.record') });
      await record.click();
      await expect(page.getByText(t('accreditation.fault.order')).first()).toBeVisible();
      await expectNoBarriers(page);
      await expect(field(page, 'number')).toHaveValue(mark);
      await fillFields(page, { validUntil: '2032-11-30' });
      await record.click();
      await expect(page.getByText(t('accreditation.recorded'))).toBeVisible();
      const row = page.getByRole('row').filter({ hasText: mark });
      await expect(row).toContainText(t('accreditations.standing.not-yet'));
      await expectNoBarriers(page);
      await expectNoSidewaysScroll(page);

      const learner = await browser.newPage({ locale: locale === 'nl' ? 'nl-NL' : 'en-GB' });
      const shown = (await listBadges(learner, HOLDER)).find((one) => one.public);
      await learner.goto(`${shown?.url}?view=full`);
      const section = learner.locator('#external-quality');
      await expect(section).toContainText(/DEQAR DEMO-/);
      const [said = ''] = t('external-quality.award-day', { day: '' }).split(',');
      await expect(section).toContainText(said);
      await expectNoBarriers(learner);
      await learner.close();
    });
  });
}
