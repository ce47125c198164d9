import { data } from 'react-router';
import {
  invitationsSchema,
  type MemberView,
  membersSchema,
} from '../../../features/institutions/staff.schema.ts';
import { addQuery } from '../../lib/add-query.ts';
import { readApi, sendApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { formatInstantDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { mayAct } from '../../lib/session.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import type { Route } from './+types/people.ts';
import { namePlace, nameRole } from './role-words.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  const { searchParams } = new URL(request.url);
  const q = searchParams.get('q')?.trim().toLowerCase() ?? '';
  const isAnsweredShown = searchParams.get('answered') === 'yes';
  const mayManage = mayAct(session, 'members.manage');
  const { members } = await readApi(context, '/api/v1/members', membersSchema);
  const { invitations } = mayManage
    ? await readApi(context, '/api/v1/invitations', invitationsSchema)
    : { invitations: [] };
  return {
    members: members.filter(({ name, identifier }) => `${name} ${identifier}`.toLowerCase().includes(q)),
    total: groupByPerson(members).length,
    invitations: invitations.filter(
      ({ state }) => isAnsweredShown || state === 'pending' || state === 'expired',
    ),
    hasAnswered: !isAnsweredShown && invitations.some(({ answeredAt }) => answeredAt !== null),
    ...{ mayManage, q },
  };
}

const done = { resend: 'staff.invitations.resent', withdraw: 'staff.invitations.withdrawn' } as const;

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const intent = form.get('intent') === 'resend' ? 'resend' : 'withdraw';
  const id = encodeURIComponent(String(form.get('id') ?? ''));
  const sent = await sendApi(context, `/api/v1/invitations/${id}/${intent}`);
  if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
  return redirectWithMessage(context, '/studio/people#invitations', { key: done[intent] });
}

type PeopleData = Route.ComponentProps['loaderData'];

export default function People({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const { mayManage } = loaderData;
  return (
    <Page title={t('nav.people')}>
      <PageHead
        title={t('nav.people')}
        lead={t('staff.people.lead')}
        actions={
          mayManage && (
            <ButtonLink variant="primary" href="/studio/people/invite">
              {t('staff.people.invite')}
            </ButtonLink>
          )
        }
      />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      <form method="get" className="filters" aria-label={t('staff.people.search')}>
        <TextField name="q" type="search" label={t('staff.people.search')} defaultValue={loaderData.q} />
        <Button>{t('staff.people.show')}</Button>
      </form>
      <Members people={loaderData} />
      {mayManage && <Invitations people={loaderData} />}
      <p className="mt-6">
        <a href="/studio/roles">{t('staff.people.roles')}</a>
      </p>
    </Page>
  );
}

/** Someone with three roles is one person. */
function groupByPerson(members: readonly MemberView[]): MemberView[][] {
  return [...Map.groupBy(members, ({ identifier }) => identifier).values()];
}

function Members({ people }: { readonly people: PeopleData }) {
  const t = useT();
  const groups = groupByPerson(people.members);
  return (
    <Section label={t('staff.people.members')} note={t('staff.people.count', { count: people.total })}>
      {groups.length === 0 && <p>{t('staff.people.nobody')}</p>}
      {groups.length > 0 && (
        <Table
          caption={t('staff.people.members')}
          rows={groups}
          rowKey={([first]) => first?.identifier ?? ''}
          columns={[
            {
              key: 'name',
              head: t('staff.people.name'),
              cell: ([first]) => (
                <>
                  {first?.name}
                  {first?.self && ` (${t('staff.people.you')})`}
                  <span className="s block text-ink2">{first?.identifier}</span>
                </>
              ),
            },
            { key: 'role', head: t('staff.people.role'), cell: (held) => <HeldRoles held={held} /> },
            {
              key: 'seen',
              head: t('staff.people.seen'),
              cell: (held) =>
                t(held.some(({ signedIn }) => signedIn) ? 'staff.people.seen.yes' : 'staff.people.seen.no'),
            },
          ]}
        />
      )}
    </Section>
  );
}

function HeldRoles({ held }: { readonly held: readonly MemberView[] }) {
  const t = useT();
  const locale = useLocale();
  const sayUntil = ({ validUntil, ended }: MemberView) => {
    if (validUntil === null) return '';
    const date = formatInstantDay(locale, validUntil);
    return `, ${t(ended ? 'staff.people.ended' : 'staff.people.until-date', { date })}`;
  };
  return held.map((member) => (
    <span key={member.id} className="block">
      <a href={`/studio/people/${member.id}`} aria-label={`${nameRole(t, locale, member)}: ${member.name}`}>
        {nameRole(t, locale, member)}
      </a>{' '}
      <span className="s text-ink2">
        {namePlace(t, locale, member)}
        {sayUntil(member)}
      </span>
    </span>
  ));
}

function Invitations({ people }: { readonly people: PeopleData }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section label={t('staff.invitations')} note={t('staff.invitations.note')} id="invitations">
      {people.invitations.length === 0 && <p>{t('staff.invitations.none')}</p>}
      {people.invitations.length > 0 && (
        <Table
          caption={t('staff.invitations')}
          rows={people.invitations}
          rowKey={({ id }) => id}
          columns={[
            { key: 'address', head: t('staff.invitations.address'), cell: ({ address }) => address },
            {
              key: 'role',
              head: t('staff.people.role'),
              cell: (invitation) => (
                <>
                  {nameRole(t, locale, invitation)}
                  <span className="s block text-ink2">{namePlace(t, locale, invitation)}</span>
                </>
              ),
            },
            {
              key: 'state',
              head: t('staff.invitations.state'),
              cell: ({ state, expiresAt, letterWithheld }) => (
                <>
                  {t(`staff.invitations.state.${state}`, { date: formatInstantDay(locale, expiresAt) })}
                  {letterWithheld && state === 'pending' && (
                    <span className="s block text-ink2">{t('letters.withheld.row')}</span>
                  )}
                </>
              ),
            },
            {
              key: 'act',
              head: t('staff.invitations.act'),
              cell: ({ id, changeable, address }) =>
                changeable && (
                  <form method="post" className="button-row">
                    <input type="hidden" name="id" value={id} />
                    <Button
                      dense
                      name="intent"
                      value="resend"
                      aria-label={`${t('staff.invitations.resend')}: ${address}`}
                    >
                      {t('staff.invitations.resend')}
                    </Button>
                    <Button
                      dense
                      variant="tertiary"
                      name="intent"
                      value="withdraw"
                      aria-label={`${t('staff.invitations.withdraw')}: ${address}`}
                    >
                      {t('staff.invitations.withdraw')}
                    </Button>
                  </form>
                ),
            },
          ]}
        />
      )}
      {people.hasAnswered && (
        <p className="mt-3">
          <a href={`${addQuery('/studio/people', '', { answered: 'yes' })}#invitations`}>
            {t('staff.invitations.answered')}
          </a>
        </p>
      )}
    </Section>
  );
}
