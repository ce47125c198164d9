import { data } from 'react-router';
import type { z } from 'zod';
import { importedSchema, registerDetailSchema } from '../../features/registers/registers.schema.ts';
import { addQuery } from '../lib/add-query.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import type { TextKey } from '../lib/i18n.ts';
import { useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { faultsByField } from '../lib/problem.ts';
import { readLine, readOptional } from '../studio/organisation/read-fields.ts';
import { sayOrganisationFaults } from '../studio/organisation/say-organisation-faults.ts';
import { Button } from '../ui/button.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { Breadcrumb, Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { StatusBar } from '../ui/status-bar.tsx';
import type { Route } from './+types/register.ts';
import { readTyped } from './first-day-fields.tsx';
import { EnterForm, FoundIssuers, ImportForm } from './register-parts.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const words = new URL(request.url).searchParams.get('q') ?? '';
  const path = addQuery(`/api/v1/operator/registers/${encodeURIComponent(params.id)}`, '', {
    q: words || undefined,
  });
  return { register: await readApi(context, path, registerDetailSchema), words };
}

const done: Readonly<Record<string, TextKey>> = {
  enter: 'registers.entered',
  strike: 'registers.struck',
  close: 'registers.closed',
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const act = readLine(form, 'act');
  const path = `/api/v1/operator/registers/${encodeURIComponent(params.id)}`;
  const sent = await send(context, path, act, form);
  if (!sent.ok)
    return data({ problem: sent.problem, typed: readTyped(form) }, { status: sent.problem.status });
  // What was left out is told on the page itself: a message that goes by is too short for it.
  if (act === 'import') return { imported: importedSchema.parse(sent.body) };
  const to = act === 'close' ? '/operator/registers' : `/operator/registers/${params.id}`;
  return redirectWithMessage(context, to, { key: done[act] ?? 'organisation.saved' });
}

async function send(context: Route.ActionArgs['context'], path: string, act: string, form: FormData) {
  if (act === 'close') return await sendApi(context, path, { method: 'DELETE' });
  if (act === 'strike') {
    const entry = encodeURIComponent(readLine(form, 'entry'));
    return await sendApi(context, `${path}/entries/${entry}`, { method: 'DELETE' });
  }
  if (act === 'import') {
    const file = form.get('file');
    const text = file instanceof File ? await file.text() : '';
    return await sendApi(context, `${path}/entries`, { method: 'PUT', body: { file: text } });
  }
  return await sendApi(context, `${path}/entries`, {
    body: {
      name: readLine(form, 'name'),
      country: readOptional(form, 'country'),
      issuerId: readLine(form, 'issuerId'),
      identifier: readOptional(form, 'identifier'),
      accreditedFrom: readOptional(form, 'accreditedFrom'),
      accreditedUntil: readOptional(form, 'accreditedUntil'),
      scope: readOptional(form, 'scope'),
    },
  });
}

export default function Register({ loaderData: { register, words }, actionData }: Route.ComponentProps) {
  const t = useT();
  const refused = actionData && 'problem' in actionData ? actionData : undefined;
  const imported = actionData && 'imported' in actionData ? actionData.imported : undefined;
  const problem = sayOrganisationFaults(t, refused?.problem);
  return (
    <Page title={register.name}>
      <Breadcrumb
        crumbs={[{ name: t('nav.operator.registers'), href: '/operator/registers' }, { name: register.name }]}
      />
      <PageHead title={register.name} look="h1" lead={register.sourceUrl ?? undefined} />
      <div className="notices">
        <ProblemSummary problem={problem} />
        {imported && <Imported imported={imported} />}
      </div>
      <FoundIssuers register={register} words={words} />
      <ImportForm />
      <EnterForm typed={refused?.typed ?? {}} faults={faultsByField(problem)} />
      <Section label={t('registers.close')} id="close">
        <p className="measure">{t('registers.close.text')}</p>
        <form method="post" className="mt-3">
          <Button name="act" value="close">
            {t('registers.close')}
          </Button>
        </form>
      </Section>
    </Page>
  );
}

function Imported({ imported: { entries, faults } }: { readonly imported: z.output<typeof importedSchema> }) {
  const t = useT();
  return (
    <StatusBar
      state={faults.length === 0 ? 'passed' : 'warning'}
      title={t('registers.imported-now', { count: entries })}
      note={
        faults.length === 0 ? undefined : (
          <>
            {t('registers.left-out', { count: faults.length })}
            <ul>
              {faults.map(({ line, fault }) => (
                <li key={line}>{t(`registers.fault.${fault}`, { line })}</li>
              ))}
            </ul>
          </>
        )
      }
    />
  );
}
