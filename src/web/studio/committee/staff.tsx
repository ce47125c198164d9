import { data } from 'react-router';
import { z } from 'zod';
import { handedInSchema, staffSchema } from '../../../features/quality/staff.schema.ts';
import { readApi, sendApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { mayAct } from '../../lib/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { sayOrganisationFaults } from '../organisation/say-organisation-faults.ts';
import type { Route } from './+types/staff.ts';
import { QualificationItem } from './qualification-item.tsx';
import { QualityTabs } from './quality-tabs.tsx';
import { readProof, readQualification } from './read-qualification.ts';
import { RecordForm } from './record-form.tsx';

export const handle: PageHandle = { scripts: false };

const path = '/api/v1/quality/staff';
const HERE = '/studio/quality/staff';

export async function loader({ context }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  return { ...(await readApi(context, path, staffSchema)), mayKeep: mayAct(session, 'designs.assure') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const id = String(form.get('qualification') ?? '');
  const one = `${path}/${encodeURIComponent(id)}`;
  const act = String(form.get('act') ?? '');
  const acts = {
    record: () => sendApi(context, path, { body: readQualification(form) }),
    prove: () => sendApi(context, `${one}/proofs`, { body: readProof(form) }),
    withdraw: () =>
      sendApi(context, `${one}/withdraw`, { body: { because: String(form.get('because') ?? '') } }),
    'hand-in': async () =>
      sendApi(context, `${one}/credential`, {
        body: await readBytes(form),
        headers: { 'content-type': 'application/octet-stream' },
      }),
  } as const;
  const sent = await acts[isAct(act) ? act : 'record']();
  if (!sent.ok)
    return data({ problem: sent.problem, at: id, typed: textsOf(form) }, { status: sent.problem.status });
  if (act === 'hand-in') {
    const { refusal } = handedInSchema.parse(sent.body);
    return redirectWithMessage(context, `${HERE}#qualification-${id}`, {
      key: refusal === null ? 'staff.handed-in' : 'staff.handed-in.refused',
    });
  }
  const target = act === 'record' ? z.object({ id: z.string() }).parse(sent.body).id : id;
  return redirectWithMessage(context, `${HERE}#qualification-${target}`, { key: 'organisation.saved' });
}

const ACTS = ['record', 'prove', 'withdraw', 'hand-in'] as const;

function isAct(act: string): act is (typeof ACTS)[number] {
  return ACTS.some((one) => one === act);
}

async function readBytes(form: FormData): Promise<Uint8Array> {
  const file = form.get('file');
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
}

/** What was typed when it was refused: nobody types it twice. */
function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** Who may teach and examine, and what shows it; dossiers pick from here. */
export default function Staff({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const { qualifications, members, mayKeep, today } = loaderData;
  const problem = sayOrganisationFaults(t, actionData?.problem);
  return (
    <Page title={t('staff.title')}>
      <PageHead title={t('staff.title')} lead={t('staff.lead')} />
      <QualityTabs current={HERE} />
      <div className="notices">
        <ProblemSummary problem={problem} />
      </div>
      <Section label={t('staff.recorded')} note={t('staff.recorded.note')} id="recorded">
        {qualifications.length === 0 && (
          <EmptyState title={t('staff.none')}>{t('staff.none.text')}</EmptyState>
        )}
        <ul className="rows">
          {qualifications.map((one) => (
            <QualificationItem
              key={one.id}
              qualification={one}
              today={today}
              mayKeep={mayKeep}
              refused={actionData?.at === one.id ? { problem, typed: actionData.typed } : undefined}
            />
          ))}
        </ul>
      </Section>
      {mayKeep && (
        <RecordForm
          members={members}
          problem={actionData?.at === '' ? problem : undefined}
          typed={actionData?.at === '' ? actionData.typed : {}}
        />
      )}
    </Page>
  );
}
