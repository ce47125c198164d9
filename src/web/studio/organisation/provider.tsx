import { data } from 'react-router';
import { providerViewSchema } from '../../../features/institutions/provider.schema.ts';
import { readApi, sendApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { faultsByField } from '../../lib/problem.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { FactList } from '../../ui/facts.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { InstitutionTabs } from '../institution-tabs.tsx';
import type { Route } from './+types/provider.ts';

export const handle: PageHandle = { scripts: false };

const api = '/api/v1/institution/provider';
const here = '/studio/provider';

export async function loader({ context }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  return { session, kept: await readApi(context, api, providerViewSchema) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  if (text('act') === 'remove') {
    const removed = await sendApi(context, api, { method: 'DELETE' });
    if (!removed.ok) return data({ problem: removed.problem, typed: {} }, { status: removed.problem.status });
    return redirectWithMessage(context, here, { key: 'provider.removed' });
  }
  const typed = {
    issuer: text('issuer'),
    clientId: text('clientId'),
    secondFactorAcr: text('secondFactorAcr'),
  };
  const clientSecret = text('clientSecret');
  const sent = await sendApi(context, api, {
    method: 'PUT',
    body: {
      ...typed,
      ...(clientSecret ? { clientSecret } : {}),
      secondFactorAcr: typed.secondFactorAcr.split(/\s+/).filter(Boolean),
    },
  });
  if (!sent.ok) return data({ problem: sent.problem, typed }, { status: sent.problem.status });
  return redirectWithMessage(context, here, { key: 'provider.saved' });
}

/** Where the institution's people sign in. */
export default function Provider({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const { kept, session } = loaderData;
  return (
    <Page title={t('organisation.tab.provider')}>
      <PageHead title={t('organisation.tab.provider')} lead={t('provider.lead')} />
      <InstitutionTabs current="/studio/provider" session={session} />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      <Section label={t('provider.register')} note={t('provider.register.note')}>
        <FactList
          facts={[
            { label: t('provider.callback'), value: <span className="mono">{kept.callback}</span> },
            {
              label: t('provider.domains'),
              value: kept.domains.length > 0 ? kept.domains.join(', ') : t('provider.domains.none'),
            },
          ]}
        />
      </Section>
      <Settings data={loaderData} sent={actionData} />
      {kept.provider && (
        <Section label={t('provider.remove')}>
          <p className="measure">{t('provider.remove.text')}</p>
          <form method="post" className="mt-3">
            <Button variant="destructive" name="act" value="remove">
              {t('provider.remove')}
            </Button>
          </form>
        </Section>
      )}
    </Page>
  );
}

type SettingsProps = {
  readonly data: Route.ComponentProps['loaderData'];
  readonly sent: Route.ComponentProps['actionData'];
};

function Settings({ data: { kept }, sent }: SettingsProps) {
  const t = useT();
  const typed: Readonly<Record<string, string>> = sent?.typed ?? {};
  const faults = faultsByField(sent?.problem);
  return (
    <Section label={t('provider.settings')} note={t('provider.settings.note')}>
      <form method="post" className="form" autoComplete="off">
        <TextField
          name="issuer"
          type="url"
          label={t('provider.issuer')}
          hint={t('provider.issuer.hint')}
          error={faults.issuer && t('provider.fault.issuer')}
          defaultValue={typed.issuer ?? kept.provider?.issuer ?? ''}
          required
        />
        <TextField
          name="clientId"
          label={t('provider.client-id')}
          error={faults.clientId}
          defaultValue={typed.clientId ?? kept.provider?.clientId ?? ''}
          required
        />
        <TextField
          name="clientSecret"
          type="password"
          label={t('provider.client-secret')}
          hint={t('provider.client-secret.hint')}
          error={faults.clientSecret && t('provider.fault.client-secret')}
          autoComplete="new-password"
        />
        <TextArea
          name="secondFactorAcr"
          rows={2}
          label={t('provider.acr')}
          hint={t('provider.acr.hint')}
          defaultValue={typed.secondFactorAcr ?? kept.provider?.secondFactorAcr.join('\n') ?? ''}
          spellCheck={false}
          optional
        />
        <ButtonRow fill>
          <Button variant="primary" name="act" value="save">
            {t('provider.save')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
