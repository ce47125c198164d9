import { data } from 'react-router';
import { openedSchema, requestsSchema } from '../../features/institutions/operator.schema.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { nameCountry } from '../lib/design-words.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { formatInstant } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { faultsByField } from '../lib/problem.ts';
import { readLine } from '../studio/organisation/read-fields.ts';
import { sayOrganisationFaults } from '../studio/organisation/say-organisation-faults.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { FactList } from '../ui/facts.tsx';
import { TextArea } from '../ui/field.tsx';
import { Breadcrumb, Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/request.ts';
import { FirstDayFields, readFirstDay, readTyped } from './first-day-fields.tsx';

export const handle: PageHandle = { scripts: false };

const path = '/api/v1/operator/requests';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { requests } = await readApi(context, path, requestsSchema);
  const request = requests.find(({ id }) => id === params.id);
  if (!request) throw data(null, { status: 404 });
  return { request };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const one = `${path}/${encodeURIComponent(params.id)}`;
  const refuse = (problem: { status: number } & Parameters<typeof sayOrganisationFaults>[1] & object) =>
    data({ problem, typed: readTyped(form) }, { status: problem.status });
  if (readLine(form, 'act') === 'decline') {
    const sent = await sendApi(context, `${one}/decline`, { body: { reason: readLine(form, 'reason') } });
    if (!sent.ok) return refuse(sent.problem);
    return redirectWithMessage(context, '/operator/requests', { key: 'operator.request.declined-now' });
  }
  const sent = await sendApi(context, `${one}/approve`, { body: readFirstDay(form) });
  if (!sent.ok) return refuse(sent.problem);
  const { slug } = openedSchema.parse(sent.body);
  return redirectWithMessage(context, `/operator/institutions/${slug}`, { key: 'operator.opened' });
}

/** One request: approved with what the first day needs, or declined with a reason. */
export default function Request({ loaderData: { request }, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const problem = sayOrganisationFaults(t, actionData?.problem);
  const faults = faultsByField(problem);
  const values = actionData?.typed ?? {
    [`name.${request.language}`]: request.name,
    kind: request.kind,
    country: request.country,
    homeOrganisation: request.homeOrganisation,
    slug: request.homeOrganisation.split('.')[0] ?? '',
    defaultLanguage: request.language,
    administrator: request.contactAddress ?? '',
  };
  return (
    <Page title={request.name}>
      <Breadcrumb
        crumbs={[{ name: t('nav.operator.requests'), href: '/operator/requests' }, { name: request.name }]}
      />
      <PageHead title={request.name} look="h1" />
      <div className="notices">
        <ProblemSummary problem={problem} />
      </div>
      <Section label={t('operator.request')} note={t(`operator.request.${request.state}`)}>
        <FactList
          facts={[
            { label: t('organisation.kind'), value: t(`provider.kind.${request.kind as 'other'}`) },
            { label: t('organisation.address.country'), value: nameCountry(locale, request.country) },
            {
              label: t('organisation.scheme.schacHomeOrganization'),
              value: <span className="mono">{request.homeOrganisation}</span>,
            },
            {
              label: t('operator.request.contact'),
              value: request.contactAddress
                ? `${request.contactName}, ${request.contactAddress}`
                : t('operator.request.forgotten'),
            },
            { label: t('operator.requests.asked'), value: formatInstant(locale, request.createdAt) },
            ...(request.reason ? [{ label: t('operator.request.reason'), value: request.reason }] : []),
          ]}
        />
      </Section>
      {request.state === 'waiting' && (
        <>
          <form method="post">
            <Section
              label={t('operator.request.approve')}
              note={t('operator.request.approve.note')}
              id="approve"
            >
              <div className="form">
                <FirstDayFields values={values} faults={faults} />
                <ButtonRow fill>
                  <Button variant="primary" name="act" value="approve">
                    {t('operator.request.approve.action')}
                  </Button>
                </ButtonRow>
              </div>
            </Section>
          </form>
          <form method="post">
            <Section
              label={t('operator.request.decline')}
              note={t('operator.request.decline.note')}
              id="decline"
            >
              <div className="form">
                <TextArea
                  name="reason"
                  label={t('operator.request.reason')}
                  defaultValue={actionData?.typed?.reason ?? ''}
                  error={faults.reason}
                  maxLength={1000}
                  required
                />
                <ButtonRow fill>
                  <Button variant="destructive" name="act" value="decline">
                    {t('operator.request.decline')}
                  </Button>
                </ButtonRow>
              </div>
            </Section>
          </form>
        </>
      )}
    </Page>
  );
}
