import { meetingSchema, meetingsSchema } from '../../../features/quality/quality.schema.ts';
import { readApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { formatDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { mayAct } from '../../lib/session.ts';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { Breadcrumb, Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import type { Route } from './+types/meeting.ts';
import { actOnMeeting } from './act-on-meeting.ts';
import { AgendaItem } from './agenda-item.tsx';
import { CloseForm, Minutes } from './minutes.tsx';
import { Papers } from './papers.tsx';
import { OpenForm, PresentList } from './present-list.tsx';
import { WaitingForm } from './waiting-form.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  const meeting = await readApi(
    context,
    `/api/v1/quality/meetings/${encodeURIComponent(params.id)}`,
    meetingSchema,
  );
  const { waiting } =
    meeting.state === 'planned'
      ? await readApi(context, '/api/v1/quality/meetings', meetingsSchema)
      : { waiting: [] };
  return { meeting, waiting, mayConvene: mayAct(session, 'designs.convene') };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  return await actOnMeeting({ context, id: params.id, form: await request.formData() });
}

/** One meeting from its calling to its minutes: who is there, what it decides on, what it decided. */
export default function Meeting({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { meeting, waiting, mayConvene } = loaderData;
  const { state, agenda, day, place } = meeting;
  const title = t('committee.meeting-of', { day: formatDay(locale, day) });
  const decided = agenda.filter(({ decision }) => decision !== null).length;
  return (
    <Page title={title}>
      <Breadcrumb
        crumbs={[{ name: t('committee.title'), href: '/studio/quality/meetings' }, { name: title }]}
      />
      <PageHead
        look="h1"
        title={title}
        lead={`${t(`committee.is.${state}`, { count: agenda.length, decided })} ${t('committee.at', { place })}`}
      />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      <Section label={t('committee.agenda')} note={t('committee.agenda.note')}>
        {agenda.length === 0 ? (
          <p>{t('committee.agenda.none')}</p>
        ) : (
          <ol className="agenda">
            {agenda.map((item, index) => (
              <AgendaItem key={item.design} {...{ item, meeting, mayConvene }} number={index + 1} />
            ))}
          </ol>
        )}
      </Section>
      {agenda.length > 0 && (
        <Section label={t('committee.papers')} note={t('committee.papers.note')}>
          <Papers id={meeting.id} state={state} />
        </Section>
      )}
      {state === 'planned' && mayConvene && (
        <Section label={t('committee.waiting')} note={t('committee.put.note')}>
          <WaitingForm waiting={waiting} />
        </Section>
      )}
      <Section label={t(state === 'planned' ? 'committee.members' : 'committee.present')}>
        {state === 'planned' && mayConvene ? (
          <OpenForm meeting={meeting} />
        ) : (
          <PresentList meeting={meeting} />
        )}
      </Section>
      {state === 'open' && mayConvene && (
        <Section label={t('committee.close')} note={t('committee.close.note')} decision>
          <CloseForm agenda={agenda} />
        </Section>
      )}
      {state === 'closed' && (
        <Section label={t('committee.minutes')} decision>
          <Minutes minutes={meeting.minutes} />
        </Section>
      )}
    </Page>
  );
}
