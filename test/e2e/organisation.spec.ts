/** An institution from its request to its first design in the catalogue, without anybody touching a database; twice. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoBarriers } from './barriers.ts';
import { publishFirstVersion, startDesign, writeDesign } from './designer.ts';
import { passGates, readCode } from './gates.ts';
import type { Story } from './story.ts';
import {
  chooseName,
  expectNoSidewaysScroll,
  field,
  fillFields,
  openLetter,
  readWords,
  tabTo,
} from './support.ts';

const casts = [
  { locale: 'nl', width: 1440, keyboardOnly: false, ownImage: false },
  { locale: 'en', width: 390, keyboardOnly: true, ownImage: false },
] as const;

for (const cast of casts) {
  const { locale, width, keyboardOnly } = cast;
  const t = readWords(locale);
  const mark = `${locale}${crypto.randomUUID().slice(0, 6)}`;
  const name = locale === 'nl' ? `Hogeschool Eemsmond ${mark}` : `Eemsmond University ${mark}`;
  const home = `${mark}.example`;
  const administrator = `first@${home}`;

  test(`An institution joins in ${locale} at ${width}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const open = async () => {
      const context = await browser.newContext({
        locale: locale === 'nl' ? 'nl-NL' : 'en-GB',
        viewport: { width, height: 900 },
      });
      return await context.newPage();
    };
    /** Every one of them leads to another page, or to the same one anew. */
    const press = async (page: Page, goal: Locator) => {
      if (keyboardOnly) await tabTo(page, goal);
      const arrived = page.waitForEvent('load');
      if (keyboardOnly) await page.keyboard.press('Enter');
      else await goal.click();
      await arrived;
    };
    const look = async (page: Page) => {
      await expectNoBarriers(page);
      await expectNoSidewaysScroll(page);
    };
    const button = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true });

    const visitor = await open();
    await test.step('somebody asks, and a letter confirms it', async () => {
      await visitor.goto('/');
      await press(visitor, visitor.getByRole('link', { name: t('join.title') }).first());
      await look(visitor);
      await fillFields(visitor, {
        name,
        homeOrganisation: 'no domain',
        contactName: 'Jildou Postma',
        contactAddress: administrator,
      });
      await field(visitor, 'kind').selectOption('hbo');
      await press(visitor, button(visitor, t('join.send')));
      await expect(visitor.getByRole('alert')).toContainText('schacHomeOrganization');
      await look(visitor);
      await fillFields(visitor, { homeOrganisation: home });
      await press(visitor, button(visitor, t('join.send')));
      await expect(visitor.getByText(t('join.sent'))).toBeVisible();
      await openLetter(
        visitor,
        administrator,
        locale === 'nl' ? 'Uw aanvraag is ontvangen' : 'Your request has arrived',
      );
    });

    await test.step('the operator approves, and the first administrator is invited', async () => {
      const operator = await open();
      await operator.goto(`/auth/start/operator?${new URLSearchParams({ returnTo: '/operator' })}`);
      await chooseName(operator, 'Noor Abels');
      await passGates(operator, '/operator');
      await look(operator);
      await press(operator, operator.getByRole('link', { name: t('operator.requests.read') }));
      await look(operator);
      await press(operator, operator.getByRole('link', { name }));
      await fillFields(operator, { slug: mark });
      await look(operator);
      await press(operator, button(operator, t('operator.request.approve.action')));
      await expect(operator.getByText(t('operator.opened'))).toBeVisible();
      await look(operator);
      await operator.context().close();
    });

    const staff = await open();
    await test.step('she opens the letter, proves her address and accepts', async () => {
      await openLetter(staff, administrator, name);
      const [link = ''] = /\/invitation\/[\w-]{43}/.exec(await staff.content()) ?? [];
      await staff.goto(link);
      await fillFields(staff, { address: administrator });
      await press(staff, button(staff, t('claim.code.send')));
      await expect(staff).toHaveURL(/code=sent/);
      await fillFields(staff, { code: await readCode(staff, administrator) });
      await press(staff, button(staff, t('claim.code.verify')));
      await press(staff, button(staff, t('invitation.accept')));
      await passGates(staff, '/studio/designs');
    });

    await test.step('she fills in the profile; an ink that is too light is refused as it is typed', async () => {
      await staff.goto('/studio/institution');
      await fillFields(staff, {
        website: `https://${home}/`,
        email: `info@${home}`,
        'address.locality': 'Delfzijl',
      });
      await fillFields(staff, { 'identifiers.KvK': '12' });
      await press(staff, button(staff, t('organisation.profile.save')));
      await expect(staff.getByRole('alert')).toContainText(
        t('organisation.fault.identifier', { scheme: 'KvK' }),
      );
      await expect(field(staff, 'website')).toHaveValue(`https://${home}/`);
      await fillFields(staff, { 'identifiers.KvK': '12345678' });
      await press(staff, button(staff, t('organisation.profile.save')));
      await expect(staff.getByText(t('organisation.saved'))).toBeVisible();
      await fillFields(staff, { 'inks.1': '#ffcc00' });
      await expect(staff.getByText(/3:1 .* 1[.,]49/)).toBeVisible();
      await fillFields(staff, { 'inks.1': '#0c5a63' });
      await press(staff, button(staff, t('organisation.style.save')));
      await expect(staff.getByText(t('organisation.saved'))).toBeVisible();
      await look(staff);
    });

    await test.step('she adds a unit that issues', async () => {
      await staff.goto('/studio/units');
      await press(staff, staff.getByRole('link', { name: t('organisation.units.add') }).first());
      await look(staff);
      await fillFields(staff, { 'name.nl': 'Academie Techniek', 'name.en': 'School of Technology' });
      await press(staff, button(staff, t('organisation.units.add')));
      await expect(staff.getByText(t('organisation.unit.added'))).toBeVisible();
      await look(staff);
    });

    await test.step('she gives a program access, and its secret is shown once', async () => {
      await staff.goto('/studio/clients');
      await fillFields(staff, { name: 'SIS' });
      await staff.locator('[name="scopes"][value="designs.read"]').check();
      await press(staff, button(staff, t('organisation.clients.open')));
      const secret = (await staff.locator('[data-secret]').textContent()) ?? '';
      expect(secret.length).toBeGreaterThan(30);
      await look(staff);
      await staff.goto('/studio/clients');
      expect(await staff.content()).not.toContain(secret);
    });

    await test.step('her first design stands in the catalogue', async () => {
      const story: Story = {
        ...{ ...cast, other: locale === 'nl' ? 'en' : 'nl', kind: 'edubadge', scheme: '1-10' },
        ...{ result: { given: '8', signed: '8' }, learner: { name: '', email: '' } },
        title: { nl: `Dijken bekijken ${mark}`, en: `Looking at dikes ${mark}` },
        ...{ design: '', award: '', offer: '', publicPath: '', sessions: {} },
      };
      const desk = { page: staff, t, story };
      await startDesign(desk);
      await writeDesign(desk);
      await publishFirstVersion(desk);
      await expect(async () => {
        await visitor.goto(`/catalogue?${new URLSearchParams({ q: story.title[locale] })}`);
        await expect(visitor.getByRole('link', { name: story.title[locale] })).toBeVisible({ timeout: 1000 });
      }).toPass({ timeout: 30_000 });
      await visitor.goto(`/designs/${story.design}`);
      await expect(visitor.getByText(t('public.open-to.all'))).toBeVisible();
      await look(visitor);
    });
  });
}
