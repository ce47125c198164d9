import { data } from 'react-router';
import { z } from 'zod';
import { meetingsSchema } from '../../../features/quality/quality.schema.ts';
import { readApi, sendApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { faultsByField } from '../../lib/problem.ts';
import { mayAct } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import type { Route } from './+types/meetings.ts';
import { MeetingTable, WaitingTable } from './meeting-tables.tsx';
import { QualityTabs } from './quality-tabs.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  const { meetings, waiting } = await readApi(context, '/api/v1/quality/meetings', meetingsSchema);
  return { meetings, waiting, mayConvene: mayAct(session, 'designs.convene') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const called = { day: String(form.get('day') ?? ''), place: String(form.get('place') ?? '') };
  const sent = await sendApi(context, '/api/v1/quality/meetings', { body: called });
  if (!sent.ok) return data({ problem: sent.problem, called }, { status: sent.problem.status });
  const { id } = z.object({ id: z.string() }).parse(sent.body);
  return redirectWithMessage(context, `/studio/quality/meetings/${id}`, { key: 'committee.called' });
}

/** What waits for the committee, when it meets, and what it decided. */
export default function Meetings({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const { meetings, waiting, mayConvene } = loaderData;
  const toCome = meetings.filter(({ state }) => state !== 'closed').toReversed();
  const held = meetings.filter(({ state }) => state === 'closed');
  return (
    <Page title={t('committee.title')}>
      <PageHead title={t('committee.title')} lead={t('committee.lead')} />
      <QualityTabs current="/studio/quality/meetings" />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      <Section label={t('committee.waiting')} note={t('committee.waiting.note')}>
        <WaitingTable waiting={waiting} />
      </Section>
      <Section label={t('committee.to-come')}>
        <MeetingTable caption={t('committee.to-come')} meetings={toCome} none={t('committee.to-come.none')} />
      </Section>
      {mayConvene && (
        <Section label={t('committee.call')} note={t('committee.call.note')}>
          <CallForm called={actionData?.called} faults={faultsByField(actionData?.problem)} />
        </Section>
      )}
      {held.length > 0 && (
        <Section label={t('committee.held')} note={t('committee.held.note')}>
          <MeetingTable caption={t('committee.held')} meetings={held} none="" />
        </Section>
      )}
    </Page>
  );
}

type CallProps = {
  readonly called: { readonly day: string; readonly place: string } | undefined;
  readonly faults: Readonly<Record<string, string>>;
};

function CallForm({ called, faults }: CallProps) {
  const t = useT();
  return (
    <form method="post" className="form">
      <div className="form-row">
        <TextField
          type="date"
          name="day"
          label={t('committee.day')}
          required
          defaultValue={called?.day}
          error={faults.day}
        />
        <TextField
          name="place"
          label={t('committee.place')}
          required
          maxLength={200}
          defaultValue={called?.place}
          error={faults.place}
        />
      </div>
      <div className="button-row">
        <Button variant="primary">{t('committee.call.do')}</Button>
      </div>
    </form>
  );
}
