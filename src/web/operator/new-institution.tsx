import { data } from 'react-router';
import { openedSchema } from '../../features/institutions/operator.schema.ts';
import { sendApi } from '../lib/api.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { faultsByField } from '../lib/problem.ts';
import { sayOrganisationFaults } from '../studio/organisation/say-organisation-faults.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { Breadcrumb, Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/new-institution.ts';
import { FirstDayFields, readFirstDay, readTyped } from './first-day-fields.tsx';

export const handle: PageHandle = { scripts: false };

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const sent = await sendApi(context, '/api/v1/operator/institutions', { body: readFirstDay(form) });
  if (!sent.ok)
    return data({ problem: sent.problem, typed: readTyped(form) }, { status: sent.problem.status });
  const { slug } = openedSchema.parse(sent.body);
  return redirectWithMessage(context, `/operator/institutions/${slug}`, { key: 'operator.opened' });
}

export default function NewInstitution({ actionData }: Route.ComponentProps) {
  const t = useT();
  const problem = sayOrganisationFaults(t, actionData?.problem);
  return (
    <Page title={t('operator.institutions.new')}>
      <Breadcrumb
        crumbs={[
          { name: t('nav.operator.institutions'), href: '/operator' },
          { name: t('operator.institutions.new') },
        ]}
      />
      <PageHead title={t('operator.institutions.new')} look="h1" lead={t('operator.new.lead')} />
      <div className="notices">
        <ProblemSummary problem={problem} />
      </div>
      <form method="post">
        <Section label={t('operator.first-day')} note={t('operator.first-day.note')}>
          <div className="form">
            <FirstDayFields values={actionData?.typed ?? {}} faults={faultsByField(problem)} />
            <ButtonRow fill>
              <Button variant="primary">{t('operator.open')}</Button>
            </ButtonRow>
          </div>
        </Section>
      </form>
    </Page>
  );
}
