import { data, redirect } from 'react-router';
import { unitsSchema } from '../../../features/institutions/units.schema.ts';
import { readApi, sendApi } from '../../lib/api.ts';
import { chooseText } from '../../lib/content-text.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { Breadcrumb, Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusBar } from '../../ui/status-bar.tsx';
import type { Route } from './+types/unit.ts';
import { LogoForm } from './logo-form.tsx';
import { readFile, readLanguages, readLine, readOptional } from './read-fields.ts';
import { sayOrganisationFaults } from './say-organisation-faults.ts';
import { UnitForm } from './unit-form.tsx';
import { UnitPlace } from './unit-place.tsx';

export const handle: PageHandle = { scripts: false };

const path = '/api/v1/units';

/** One unit; under `new` one that is yet to be added. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { institution, units, mayAddAtTop } = await readApi(context, path, unitsSchema);
  const unit = units.find(({ id }) => id === params.id);
  if (!unit && params.id !== 'new') throw data(null, { status: 404 });
  const above = units.filter((one) => one.mayManage && one.archivedAt === null && one.id !== unit?.id);
  return { unit: unit ?? null, above, mayAddAtTop, kind: institution.kind };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const act = readLine(form, 'act');
  const typed = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<
    string,
    string
  >; // files were just left out
  const sent = await send(context, params.id, act, form);
  if (!sent) return redirect(`/studio/units/${params.id}`);
  if (!sent.ok) return data({ problem: sent.problem, typed, act }, { status: sent.problem.status });
  if (act === 'add') {
    const { id } = sent.body as { id: string }; // the API's 201 names it
    return redirectWithMessage(context, `/studio/units/${id}`, { key: 'organisation.unit.added' });
  }
  if (act === 'delete')
    return redirectWithMessage(context, '/studio/units', { key: 'organisation.unit.deleted' });
  return redirectWithMessage(context, `/studio/units/${params.id}`, { key: 'organisation.saved' });
}

async function send(context: Route.ActionArgs['context'], id: string, act: string, form: FormData) {
  const one = `${path}/${encodeURIComponent(id)}`;
  const headers = { 'content-type': 'application/octet-stream' };
  if (act === 'add')
    return await sendApi(context, path, {
      body: {
        ...readShared(form),
        parent: readOptional(form, 'parent'),
        issuing: readLine(form, 'issuing') !== 'no',
      },
    });
  if (act === 'save')
    return await sendApi(context, one, {
      method: 'PUT',
      body: {
        ...readShared(form),
        description: readLanguages(form, 'description'),
        website: readOptional(form, 'website'),
        linkedinId: readOptional(form, 'linkedinId'),
      },
    });
  if (act === 'move')
    return await sendApi(context, `${one}/move`, { body: { parent: readOptional(form, 'parent') } });
  if (act === 'issue' || act === 'archive' || act === 'restore')
    return await sendApi(context, `${one}/${act}`);
  if (act === 'delete') return await sendApi(context, one, { method: 'DELETE' });
  const image = act.replace('no-', '');
  if (act.startsWith('no-')) return await sendApi(context, `${one}/images/${image}`, { method: 'DELETE' });
  const body = await readFile(form, image);
  return body && (await sendApi(context, `${one}/images/${image}`, { method: 'PUT', body, headers }));
}

function readShared(form: FormData) {
  const other = readLanguages(form, 'onBehalfOf');
  const url = readLine(form, 'onBehalfOfUrl');
  return {
    name: readLanguages(form, 'name'),
    sort: readOptional(form, 'sort'),
    visibility: readLine(form, 'visibility') === 'test' ? 'test' : 'public',
    onBehalfOf: Object.keys(other).length > 0 ? { name: other, ...(url ? { url } : {}) } : null,
  };
}

export default function Unit({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { unit } = loaderData;
  const title = unit ? chooseText(unit.name, locale).text : t('organisation.units.add');
  const problem = sayOrganisationFaults(t, actionData?.problem);
  return (
    <Page title={title}>
      <Breadcrumb crumbs={[{ name: t('organisation.tab.units'), href: '/studio/units' }, { name: title }]} />
      <PageHead title={title} look="h1" lead={unit ? undefined : t('organisation.unit.new.lead')} />
      <div className="notices">
        <ProblemSummary problem={problem} />
        {unit?.archivedAt && (
          <StatusBar
            state="warning"
            title={t('organisation.unit.archived')}
            note={t('organisation.unit.archived.text')}
          />
        )}
      </div>
      <UnitForm {...loaderData} problem={problem} typed={actionData?.typed} />
      {unit?.mayManage && !unit.archivedAt && (
        <Section label={t('organisation.logo')} note={t('organisation.unit.logo.note')} id="logo">
          <LogoForm
            label={t('organisation.logo')}
            hint={t('organisation.logo.hint')}
            now={unit.logo}
            act="logo"
            name="logo"
          />
          {unit.onBehalfOf && (
            <LogoForm
              label={t('organisation.onBehalfOf.logo')}
              hint={t('organisation.logo.hint')}
              now={unit.onBehalfOf.logo}
              act="on-behalf-of"
              name="on-behalf-of"
            />
          )}
        </Section>
      )}
      {unit?.mayPlace && (
        <UnitPlace unit={unit} above={loaderData.above} mayAddAtTop={loaderData.mayAddAtTop} />
      )}
    </Page>
  );
}
