import { data } from 'react-router';
import { accreditationsSchema } from '../../../features/accreditations/accreditations.schema.ts';
import { profileSchema } from '../../../features/institutions/profile.schema.ts';
import { readApi, sendApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { mayAct } from '../../lib/session.ts';
import { Content } from '../../ui/content-text.tsx';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { FactList } from '../../ui/facts.tsx';
import { Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { InstitutionTabs } from '../institution-tabs.tsx';
import type { Route } from './+types/institution.ts';
import { AccreditationsSection } from './accreditations-section.tsx';
import { HouseStyleForm } from './house-style-form.tsx';
import { ProfileFacts } from './profile-facts.tsx';
import { ProfileForm } from './profile-form.tsx';
import { readFile } from './read-fields.ts';
import { readHouseStyle, readProfile, readRules } from './read-institution.ts';
import { RulesForm } from './rules-form.tsx';
import { sayOrganisationFaults } from './say-organisation-faults.ts';

export const handle: PageHandle = { scripts: false };

const path = '/api/v1/institution';

export async function loader({ context }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  const profile = await readApi(context, `${path}/profile`, profileSchema);
  const assurance = await readApi(context, '/api/v1/accreditations', accreditationsSchema);
  return { profile, assurance, session, mayManage: mayAct(session, 'institution.manage') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const act = String(form.get('act') ?? '');
  const sent = await send(context, act, form);
  if (!sent) return redirectWithMessage(context, '/studio/institution', { key: 'organisation.nothing' });
  if (!sent.ok) {
    const typed = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<
      string,
      string
    >; // files were just left out
    return data({ problem: sent.problem, act, typed }, { status: sent.problem.status });
  }
  return redirectWithMessage(context, `/studio/institution#${act.replace('no-', '')}`, {
    key: 'organisation.saved',
  });
}

async function send(context: Route.ActionArgs['context'], act: string, form: FormData) {
  const put = (to: string, body: unknown) => sendApi(context, `${path}/${to}`, { method: 'PUT', body });
  if (act === 'profile') return await put('profile', readProfile(form));
  if (act === 'house-style') return await put('house-style', readHouseStyle(form));
  if (act === 'rules') return await put('rules', readRules(form));
  if (act === 'no-logo') return await sendApi(context, `${path}/logo`, { method: 'DELETE' });
  const body = await readFile(form, 'logo');
  const headers = { 'content-type': 'application/octet-stream' };
  return body && (await sendApi(context, `${path}/logo`, { method: 'PUT', body, headers }));
}

/** What an institution says of itself, in which style, and by which rules it awards. */
export default function Institution({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const { profile, assurance, session, mayManage } = loaderData;
  const problem = sayOrganisationFaults(t, actionData?.problem);
  const of = (act: string) =>
    actionData?.act === act ? { problem, typed: actionData.typed } : { problem: undefined, typed: undefined };
  return (
    <Page title={t('nav.institution')}>
      <PageHead title={t('nav.institution')} lead={t('organisation.profile.lead')} />
      <InstitutionTabs current="/studio/institution" session={session} />
      <div className="notices">
        <ProblemSummary problem={problem} />
      </div>
      <Section label={t('organisation.signs')} note={t('organisation.signs.note')} id="signs">
        <FactList
          facts={[
            { label: t('organisation.signs.name'), value: <Content text={profile.signs.name} quiet /> },
            { label: t('organisation.signs.did'), value: <span className="mono">{profile.signs.did}</span> },
            {
              label: t('organisation.signs.carried'),
              value: t('organisation.signs.carried.fields'),
            },
          ]}
        />
      </Section>
      {mayManage ? (
        <>
          <ProfileForm profile={profile} {...of('profile')} />
          <AccreditationsSection {...assurance} mayManage />
          <HouseStyleForm profile={profile} {...of('house-style')} />
          <RulesForm profile={profile} {...of('rules')} />
        </>
      ) : (
        <>
          <ProfileFacts profile={profile} />
          <AccreditationsSection {...assurance} mayManage={false} />
        </>
      )}
    </Page>
  );
}
