import { data, redirect } from 'react-router';
import { tenantsSchema } from '../../features/institutions/operator.schema.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { chooseText } from '../lib/content-text.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { faultsByField } from '../lib/problem.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/viewing.ts';

export const handle: PageHandle = { scripts: false };

const HERE = '/operator/viewing';
const reasons = ['asked-for-help', 'incident', 'legal-duty'] as const;

export async function loader({ context }: Route.LoaderArgs) {
  const { institutions } = await readApi(context, '/api/v1/operator/institutions', tenantsSchema);
  return { institutions: institutions.map(({ slug, name }) => ({ slug, name })) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  if (text('intent') === 'end') {
    const ended = await sendApi(context, '/api/v1/viewing/end');
    if (!ended.ok) return data({ problem: ended.problem, typed: {} }, { status: ended.problem.status });
    return redirectWithMessage(context, '/operator', { key: 'viewing.ended' });
  }
  const typed = {
    address: text('address'),
    institution: text('institution'),
    reason: text('reason'),
    reference: text('reference'),
  };
  const { institution, ...body } = typed;
  const sent = await sendApi(context, '/api/v1/operator/viewing', {
    body: { ...body, ...(institution ? { institution } : {}) },
  });
  if (!sent.ok && sent.problem.type.endsWith(':accounts/prove-again'))
    return redirect(`/account/prove?${new URLSearchParams({ returnTo: HERE })}`);
  if (!sent.ok) return data({ problem: sent.problem, typed }, { status: sent.problem.status });
  return redirect(institution ? '/studio' : '/backpack');
}

export default function Viewing({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const typed: Readonly<Record<string, string>> = actionData?.typed ?? {};
  const faults = faultsByField(actionData?.problem);
  return (
    <Page title={t('viewing.title')}>
      <PageHead title={t('viewing.title')} look="h1" lead={t('viewing.lead')} />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      <Section label={t('viewing.title')}>
        <form method="post" className="form">
          <TextField
            name="address"
            type="email"
            label={t('viewing.address')}
            hint={t('viewing.address.hint')}
            error={faults.address && t('viewing.nobody')}
            defaultValue={typed.address ?? ''}
            autoComplete="off"
            required
          />
          <SelectField
            name="institution"
            label={t('viewing.institution')}
            defaultValue={typed.institution ?? ''}
            options={[
              { value: '', label: t('viewing.institution.none') },
              ...loaderData.institutions.map(({ slug, name }) => ({
                value: slug,
                label: chooseText(name, locale).text,
              })),
            ]}
          />
          <SelectField
            name="reason"
            label={t('viewing.reason')}
            defaultValue={typed.reason || 'asked-for-help'}
            options={reasons.map((value) => ({ value, label: t(`viewing.reason.${value}`) }))}
          />
          <TextField
            name="reference"
            label={t('viewing.reference')}
            hint={t('viewing.reference.hint')}
            error={faults.reference}
            defaultValue={typed.reference ?? ''}
            pattern="[A-Za-z0-9\/\-]{1,40}"
            required
          />
          <ButtonRow fill>
            <Button variant="primary">{t('viewing.start')}</Button>
          </ButtonRow>
        </form>
      </Section>
    </Page>
  );
}
