import { data } from 'react-router';
import { membersSchema, rolesSchema } from '../../../features/institutions/staff.schema.ts';
import { readApi, sendApi } from '../../lib/api.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { formatInstantDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { faultsByField } from '../../lib/problem.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { FactList } from '../../ui/facts.tsx';
import { TextField } from '../../ui/field.tsx';
import { Breadcrumb, Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import type { Route } from './+types/member.ts';
import { namePermission, namePlace, nameRole } from './role-words.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { members } = await readApi(context, '/api/v1/members', membersSchema);
  const member = members.find(({ id }) => id === params.id);
  if (!member) throw data(null, { status: 404 });
  const { roles } = await readApi(context, '/api/v1/roles', rolesSchema);
  return { member, permissions: roles.find(({ slug }) => slug === member.role)?.permissions ?? [] };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const intent = String(form.get('intent') ?? '');
  const path = `/api/v1/members/${encodeURIComponent(params.id)}`;
  if (intent === 'until') {
    const until = String(form.get('until') ?? '').trim() || null;
    const sent = await sendApi(context, path, { method: 'PATCH', body: { until } });
    if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
    return redirectWithMessage(context, `/studio/people/${params.id}`, { key: 'staff.member.saved' });
  }
  if (intent === 'factor') {
    const sent = await sendApi(context, `${path}/factor-reset`);
    if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
    return redirectWithMessage(context, `/studio/people/${params.id}`, {
      key: 'staff.member.factor.allowed',
    });
  }
  const keepClients = form.get('keepClients') === 'yes';
  const sent = await sendApi(context, `${path}/remove`, { body: { keepClients } });
  if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
  // Whoever left has no studio to go back to.
  return intent === 'leave'
    ? redirectWithMessage(context, '/account', { key: 'staff.member.left' })
    : redirectWithMessage(context, '/studio/people', { key: 'staff.member.ended' });
}

export default function Member({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { member, permissions } = loaderData;
  return (
    <Page title={member.name}>
      <Breadcrumb crumbs={[{ name: t('nav.people'), href: '/studio/people' }, { name: member.name }]} />
      <PageHead title={member.name} look="h1" lead={nameRole(t, locale, member)} />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      <Section label={t('staff.people.role')}>
        <FactList
          facts={[
            { label: t('staff.people.role'), value: nameRole(t, locale, member) },
            { label: t('staff.invite.where'), value: namePlace(t, locale, member) },
            { label: t('staff.people.identifier'), value: member.identifier },
            {
              label: t('staff.people.until'),
              value: member.validUntil
                ? formatInstantDay(locale, member.validUntil)
                : t('staff.people.no-end'),
            },
          ]}
        />
      </Section>
      <Section label={t('staff.member.may')}>
        <ul className="rows">
          {permissions.map((permission) => (
            <li key={permission}>{namePermission(t, permission)}</li>
          ))}
        </ul>
      </Section>
      <Changes member={member} problem={actionData?.problem} />
    </Page>
  );
}

type ChangesProps = {
  readonly member: Route.ComponentProps['loaderData']['member'];
  readonly problem: NonNullable<Route.ComponentProps['actionData']>['problem'] | undefined;
};

function Changes({ member, problem }: ChangesProps) {
  const t = useT();
  const faults = faultsByField(problem);
  if (member.self)
    return (
      <Section label={t('staff.member.leave')}>
        <p className="measure">{t('staff.member.leave.text')}</p>
        <form method="post" className="mt-3">
          <Button variant="destructive" name="intent" value="leave">
            {t('staff.member.leave')}
          </Button>
        </form>
      </Section>
    );
  if (!member.changeable) return <p className="measure mt-6 text-ink2">{t('staff.member.read-only')}</p>;
  return (
    <>
      <Section label={t('staff.member.until')}>
        <form method="post" className="form">
          <TextField
            name="until"
            type="date"
            label={t('staff.member.until')}
            hint={t('staff.member.until.hint')}
            error={faults.until && t('refusal.institutions.end-in-the-past')}
            defaultValue={member.validUntil?.slice(0, 10) ?? ''}
          />
          <ButtonRow fill>
            <Button name="intent" value="until">
              {t('staff.member.save')}
            </Button>
          </ButtonRow>
        </form>
      </Section>
      {member.signedIn && !member.ended && (
        <Section label={t('staff.member.factor')}>
          <p className="measure">{t('staff.member.factor.text')}</p>
          <form method="post" className="mt-3">
            <Button name="intent" value="factor">
              {t('staff.member.factor.allow')}
            </Button>
          </form>
        </Section>
      )}
      <Section label={t('staff.member.end')}>
        <p className="measure">{t('staff.member.end.text')}</p>
        <form method="post" className="form mt-3">
          <Checkbox
            name="keepClients"
            value="yes"
            label={t('staff.member.keep-clients')}
            hint={t('staff.member.keep-clients.hint')}
          />
          <ButtonRow fill>
            <Button variant="destructive" name="intent" value="end">
              {t('staff.member.end')}
            </Button>
          </ButtonRow>
        </form>
      </Section>
    </>
  );
}
