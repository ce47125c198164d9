import { data } from 'react-router';
import { sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { faultsByField } from '../lib/problem.ts';
import { readTyped } from '../operator/first-day-fields.tsx';
import { sortCountries } from '../studio/organisation/profile-form.tsx';
import { readLine } from '../studio/organisation/read-fields.ts';
import { sayOrganisationFaults } from '../studio/organisation/say-organisation-faults.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/join.ts';

export const handle: PageHandle = { scripts: false };

const kinds = ['wo', 'hbo', 'mbo', 'hbo-mbo', 'other'] as const;
const fields = ['name', 'kind', 'country', 'homeOrganisation', 'contactName', 'contactAddress'] as const;

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = Object.fromEntries(fields.map((name) => [name, readLine(form, name)]));
  const sent = await sendApi(context, '/api/v1/institution-requests', {
    body: { ...body, language: context.get(appContext).locale },
  });
  if (!sent.ok)
    return data({ problem: sent.problem, typed: readTyped(form) }, { status: sent.problem.status });
  return redirectWithMessage(context, '/', { key: 'join.sent' });
}

/** Anyone may ask that an institution joins; the operator answers by letter. */
export default function Join({ actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const problem = sayOrganisationFaults(t, actionData?.problem);
  const faults = faultsByField(problem);
  const typed: Readonly<Record<string, string>> = actionData?.typed ?? {};
  return (
    <Page title={t('join.title')}>
      <PageHead title={t('join.title')} lead={t('join.lead')} />
      <div className="notices">
        <ProblemSummary problem={problem} />
      </div>
      <form method="post">
        <Section label={t('join.institution')} note={t('join.institution.note')}>
          <div className="form">
            <TextField
              name="name"
              label={t('join.name')}
              defaultValue={typed.name ?? ''}
              error={faults.name}
              autoComplete="organization"
              maxLength={200}
              required
            />
            <SelectField
              name="kind"
              label={t('organisation.kind')}
              defaultValue={typed.kind ?? 'wo'}
              options={kinds.map((value) => ({ value, label: t(`provider.kind.${value}`) }))}
            />
            <SelectField
              name="country"
              label={t('organisation.address.country')}
              defaultValue={typed.country ?? 'NL'}
              autoComplete="country"
              options={sortCountries(locale)}
            />
            <TextField
              name="homeOrganisation"
              label={t('join.home')}
              hint={t('join.home.hint')}
              defaultValue={typed.homeOrganisation ?? ''}
              error={faults.homeOrganisation}
              autoComplete="off"
              required
            />
          </div>
        </Section>
        <Section label={t('join.contact')} note={t('join.contact.note')}>
          <div className="form">
            <TextField
              name="contactName"
              label={t('join.contact.name')}
              defaultValue={typed.contactName ?? ''}
              error={faults.contactName}
              autoComplete="name"
              maxLength={200}
              required
            />
            <TextField
              name="contactAddress"
              type="email"
              label={t('join.contact.address')}
              hint={t('join.contact.address.hint')}
              defaultValue={typed.contactAddress ?? ''}
              error={faults.contactAddress}
              autoComplete="email"
              required
            />
            <ButtonRow fill>
              <Button variant="primary">{t('join.send')}</Button>
            </ButtonRow>
          </div>
        </Section>
      </form>
    </Page>
  );
}
