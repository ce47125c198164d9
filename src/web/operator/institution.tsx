import { data } from 'react-router';
import { tenantDetailSchema } from '../../features/institutions/operator.schema.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { chooseText } from '../lib/content-text.ts';
import { nameCountry, nameLanguage } from '../lib/design-words.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { formatInstantDay, formatNumber } from '../lib/formatting.ts';
import type { TextKey } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { faultsByField } from '../lib/problem.ts';
import { IdentifierFields } from '../studio/organisation/identifier-fields.tsx';
import { readLine } from '../studio/organisation/read-fields.ts';
import { readIdentifiers } from '../studio/organisation/read-institution.ts';
import { sayOrganisationFaults } from '../studio/organisation/say-organisation-faults.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Checkbox, ChoiceGroup } from '../ui/choices.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { FactList } from '../ui/facts.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Breadcrumb, Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { StatusBar } from '../ui/status-bar.tsx';
import type { Route } from './+types/institution.ts';
import { readTyped } from './first-day-fields.tsx';

export const handle: PageHandle = { scripts: false };

const features = ['microcredentials', 'api-awarding', 'catalogue'] as const;

export async function loader({ context, params }: Route.LoaderArgs) {
  const path = `/api/v1/operator/institutions/${encodeURIComponent(params.slug)}`;
  return { tenant: await readApi(context, path, tenantDetailSchema) };
}

const done: Readonly<Record<string, TextKey>> = {
  invite: 'operator.invited',
  resend: 'operator.invited',
  archive: 'operator.archived-now',
  restore: 'operator.restored-now',
  factor: 'staff.member.factor.allowed',
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const act = readLine(form, 'act');
  const path = `/api/v1/operator/institutions/${encodeURIComponent(params.slug)}`;
  const sent = await send(context, path, act, form);
  if (!sent.ok)
    return data({ problem: sent.problem, typed: readTyped(form) }, { status: sent.problem.status });
  return redirectWithMessage(context, `/operator/institutions/${params.slug}`, {
    key: done[act] ?? 'organisation.saved',
  });
}

function send(context: Route.ActionArgs['context'], path: string, act: string, form: FormData) {
  if (act === 'archive' || act === 'restore') return sendApi(context, `${path}/${act}`);
  if (act === 'invite')
    return sendApi(context, `${path}/administrators`, {
      body: { address: readLine(form, 'address'), language: readLine(form, 'language') },
    });
  if (act === 'resend' || act === 'factor') {
    const id = encodeURIComponent(readLine(form, 'id'));
    const what = act === 'resend' ? 'resend' : 'factor-reset';
    return sendApi(context, `${path}/administrators/${id}/${what}`);
  }
  return sendApi(context, path, {
    method: 'PUT',
    body: { features: form.getAll('features').map(String), identifiers: readIdentifiers(form) },
  });
}

export default function Institution({ loaderData: { tenant }, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const title = chooseText(tenant.name, locale).text;
  const problem = sayOrganisationFaults(t, actionData?.problem);
  const faults = faultsByField(problem);
  return (
    <Page title={title}>
      <Breadcrumb crumbs={[{ name: t('nav.operator.institutions'), href: '/operator' }, { name: title }]} />
      <PageHead title={title} look="h1" />
      <div className="notices">
        <ProblemSummary problem={problem} />
        {tenant.archivedAt && (
          <StatusBar state="warning" title={t('operator.archived')} note={t('operator.archived.text')} />
        )}
      </div>
      <Section label={t('operator.figures')} note={t('operator.figures.note')}>
        <FactList
          facts={[
            { label: t('organisation.kind'), value: t(`provider.kind.${tenant.kind as 'other'}`) },
            { label: t('organisation.address.country'), value: nameCountry(locale, tenant.country) },
            { label: t('operator.designs'), value: formatNumber(locale, tenant.designs) },
            { label: t('operator.awards'), value: formatNumber(locale, tenant.awards) },
            { label: t('operator.members'), value: formatNumber(locale, tenant.members) },
            { label: t('operator.since'), value: formatInstantDay(locale, tenant.createdAt) },
          ]}
        />
      </Section>
      <Administrators tenant={tenant} />
      <form method="post">
        <Section label={t('operator.settings')} note={t('operator.settings.note')} id="settings">
          <div className="form">
            <ChoiceGroup label={t('organisation.features')} id="features">
              {features.map((feature) => (
                <Checkbox
                  key={feature}
                  name="features"
                  value={feature}
                  label={t(`organisation.feature.${feature}`)}
                  hint={t(`organisation.feature.${feature}.hint`)}
                  defaultChecked={tenant.features.includes(feature)}
                />
              ))}
            </ChoiceGroup>
            <IdentifierFields
              identifiers={tenant.identifiers}
              locked={[]}
              typed={actionData?.typed}
              faults={faults}
            />
            <ButtonRow fill>
              <Button variant="primary" name="act" value="settings">
                {t('operator.settings.save')}
              </Button>
            </ButtonRow>
          </div>
        </Section>
      </form>
      <Section label={t(tenant.archivedAt ? 'operator.restore' : 'operator.archive')} id="archive">
        <p className="measure">{t(tenant.archivedAt ? 'operator.restore.text' : 'operator.archive.text')}</p>
        <form method="post" className="mt-3">
          <Button name="act" value={tenant.archivedAt ? 'restore' : 'archive'}>
            {t(tenant.archivedAt ? 'operator.restore' : 'operator.archive')}
          </Button>
        </form>
      </Section>
    </Page>
  );
}

const states: Readonly<Record<string, TextKey>> = {
  pending: 'operator.administrator.pending',
  expired: 'operator.administrator.expired',
  accepted: 'operator.administrator.accepted',
  refused: 'operator.administrator.refused',
  withdrawn: 'operator.administrator.withdrawn',
};

function Administrators({ tenant }: { readonly tenant: Route.ComponentProps['loaderData']['tenant'] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section
      label={t('operator.administrators')}
      note={t('operator.administrators.note')}
      id="administrators"
    >
      <ul>
        {tenant.administrators.map(({ id, address, state, expiresAt }) => (
          <li key={id} className="invited">
            <span>
              {address}:{' '}
              {t(states[state] ?? 'operator.administrator.withdrawn', {
                date: formatInstantDay(locale, expiresAt),
              })}
            </span>
            {state === 'accepted' && (
              <form method="post">
                <input type="hidden" name="id" value={id} />
                <Button
                  dense
                  name="act"
                  value="factor"
                  aria-label={`${t('staff.member.factor.allow')}: ${address}`}
                >
                  {t('staff.member.factor.allow')}
                </Button>
              </form>
            )}
            {(state === 'pending' || state === 'expired') && (
              <form method="post">
                <input type="hidden" name="id" value={id} />
                <Button dense name="act" value="resend" aria-label={t('operator.resend.to', { address })}>
                  {t('operator.resend')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" className="form mt-5">
        <TextField
          name="address"
          type="email"
          label={t('operator.administrator')}
          hint={t('operator.administrator.hint')}
          autoComplete="off"
          required
        />
        <SelectField
          name="language"
          label={t('operator.administrator.language')}
          defaultValue={tenant.defaultLanguage}
          options={(['nl', 'en'] as const).map((value) => ({ value, label: nameLanguage(locale, value) }))}
        />
        <ButtonRow fill>
          <Button name="act" value="invite">
            {t('operator.invite')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
